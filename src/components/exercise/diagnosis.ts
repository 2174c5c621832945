/** Questions of a clinic: a case, and what it may suffer from. */
import type {ChooseQuestion} from "./question.js";

export const wrong = (text: string, why: string): ChooseQuestion["options"][number] => ({text, why});
export const right = (text: string, why: string): ChooseQuestion["options"][number] => ({text, right: true, why});

/** Questions of one clinic, whose names begin alike. */
export const diagnoses =
  (clinic: string) =>
  (letter: string, prompt: string, solution: string, ...options: ChooseQuestion["options"]): ChooseQuestion => ({
    kind: "choose",
    name: `${clinic}-${letter}`,
    prompt,
    options,
    solution
  });
