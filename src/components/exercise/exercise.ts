import {arrive, attributes, button, element} from "../element.js";
import {isSolved} from "../progress/records.js";
import {recordNamed, remember} from "../progress/progress.js";
import {unkept} from "./unkept.js";

/** What all exercises have. */
interface ExerciseSpec {
  /** In kebab case and unique on the site: `data-exercise`, the anchor, and the key of what is remembered. */
  readonly name: string;
  readonly prompt: string | Node;
  /** The answer with its reasoning: folded under the exercise. */
  readonly solution: string | Node;
}

type ExerciseStatus = "idle" | "running" | "right" | "wrong";

interface Exercise {
  readonly node: HTMLElement;
  /** Shows what is going on, without a verdict. */
  readonly say: (status: ExerciseStatus, text: string) => void;
  /** Shows a verdict and remembers it. */
  readonly conclude: (right: boolean, text: string | Node, opening?: string) => void;
}

const textOf = (content: string | Node): string =>
  typeof content === "string" ? content : (content.textContent ?? "");

/** The shell of an exercise: its parts, a verdict whose space is kept, and its solution in a fold. */
export function exercise(
  {name, prompt, solution}: ExerciseSpec,
  kind: string,
  parts: readonly (Node | string)[]
): Exercise {
  const verdict = element("div", {className: "verdict", role: "status"});
  const answer = element(
    "details",
    {className: "fold solution"},
    element("summary", {}, "Solution"),
    paragraph(solution)
  );
  const node = attributes(element("div", {className: `exercise-body ${kind}`, id: name}, ...parts, verdict, answer), {
    "data-exercise": name,
    "data-status": "idle"
  });
  const status = (now: ExerciseStatus) => void (node.dataset["status"] = now);
  const say = (now: ExerciseStatus, text: string) => {
    status(now);
    verdict.replaceChildren(text);
  };
  const conclude = (right: boolean, text: string | Node, opening = right ? "Right." : "Not yet.") => {
    status(right ? "right" : "wrong");
    verdict.replaceChildren(element("b", {}, opening), " ", text);
    remember(name, textOf(prompt), {at: Date.now(), right});
    const note = unkept(name);
    if (note !== undefined) verdict.append(" ", note);
  };
  const before = recordNamed(name);
  if (isSolved(before)) verdict.append("You have solved this before.");
  else if (before.attempts.length > 0) verdict.append("You have tried this before.");
  arrive(node);
  return {node, say, conclude};
}

const paragraph = (content: string | Node): HTMLElement =>
  content instanceof HTMLElement ? content : element("p", {}, content);

export const primary = (label: string, onclick: () => unknown): HTMLButtonElement =>
  button(label, onclick, "button primary");
