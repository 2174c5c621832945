import {parse} from "gift-pegjs";
import {describe, expect, it} from "vitest";
import {sheetGift} from "../../src/components/teacher/gift.js";
import {sheetMarkdown} from "../../src/components/teacher/markdown.js";
import {sheetOf, type Sheet} from "../../src/components/teacher/sheet.js";
import {book} from "../../tools/book.js";
import {excerpt} from "../../tools/corpora.js";
import {codeExercises} from "../codeExercises.js";
import {catalog, questions} from "../questions.js";

const exercises = [...questions, ...codeExercises];
const stage = book().find(({number}) => number === 5)!;
const sheet: Sheet = await sheetOf(
  stage,
  catalog,
  async (name) => exercises.find((exercise) => exercise.name === name),
  async (id) => excerpt(id).text
);
const all = (part: "before" | "after") => sheet.sections.flatMap((section) => section[part]);

/** A question of GIFT, as far as these tests look at it. */
interface Read {
  readonly type: string;
  readonly title: string;
  readonly stem: {readonly text: string};
  readonly globalFeedback: {readonly text: string};
  readonly choices: readonly {
    readonly weight: number | null;
    readonly isCorrect: boolean;
    readonly text: {readonly text: string; readonly number: number; readonly range: number};
  }[];
}

describe("a teacher’s sheet", () => {
  it("has every question of the stage once: predictions before, the rest after, code by itself", () => {
    const of = (...kinds: readonly string[]) =>
      catalog.filter((entry) => entry.stage === 5 && kinds.includes(entry.kind)).map(({name}) => name);
    const names = (part: "before" | "after") => all(part).map(({question}) => question.name);
    expect([...names("before")].sort()).toEqual([...of("predict")].sort());
    expect([...names("after")].sort()).toEqual([...of("choose", "compute")].sort());
    expect(sheet.sections.flatMap(({code}) => code)).toHaveLength(of("write").length);
    expect(all("before").length).toBeGreaterThan(5);
  });

  it("refuses an exercise that cannot be read, by its name", async () => {
    await expect(
      sheetOf(
        stage,
        catalog,
        async () => undefined,
        async () => ""
      )
    ).rejects.toThrow(/exercise \S+ of \/stages/);
  });

  it("prints questions without their answers, and the answers afterwards", () => {
    const [asked = "", answered = ""] = sheetMarkdown(sheet).split("\n---\n");
    for (const {question, title} of [...all("before"), ...all("after")]) {
      expect(asked).toContain(`. **${title.replace(/[\\`*_[\]<>#]/g, "\\$&")}.** `);
      if (question.kind === "choose") for (const {why} of question.options) expect(asked).not.toContain(why);
    }
    const numbers = (text: string) => [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    const upTo = (count: number) => Array.from({length: count}, (_, i) => i + 1);
    expect(numbers(asked)).toEqual([...upTo(all("before").length), ...upTo(all("after").length)]);
    expect(numbers(answered)).toEqual(numbers(asked));
  });

  it("is read from GIFT by another program: each question with its right answer, alone in being right", () => {
    const read = (parse(sheetGift(sheet)) as unknown as readonly Read[]).filter(({type}) => type !== "Category");
    const asked = [...all("before"), ...all("after")];
    expect(read.map(({title}) => title)).toEqual(asked.map(({question}) => question.name));
    const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
    for (const [i, {question, value = NaN}] of asked.entries()) {
      const {stem, globalFeedback, choices} = read[i]!;
      expect(tidy(stem.text)).toContain(tidy(question.prompt));
      expect(tidy(globalFeedback.text)).toBe(tidy(question.solution));
      const right = choices.filter(({isCorrect, weight}) => isCorrect && weight !== 0);
      if (question.kind === "choose") {
        const rightOnes = question.options.filter((option) => option.right === true);
        expect(right.map(({text}) => tidy(text.text))).toEqual(rightOnes.map(({text}) => tidy(text)));
        expect(choices).toHaveLength(question.options.length);
      } else {
        expect(right).toHaveLength(1);
        expect(Math.abs(right[0]!.text.number - value)).toBeLessThanOrEqual(right[0]!.text.range);
      }
    }
  });
});
