import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {
  answers,
  firstGuess,
  leeway,
  originOf,
  type ChooseQuestion,
  type ComputeQuestion,
  type PredictQuestion,
  type Question,
  type ReadCorpus,
  type ReadFacts
} from "../../src/components/exercise/question.js";
import {readNumber} from "../../src/components/number.js";
import {excerpt} from "../../tools/corpora.js";
import {factPrograms, keptBeside, readFacts} from "../../tools/kept.js";
import {root} from "../../tools/root.js";
import {codeExercises} from "../codeExercises.js";
import {equationsIn} from "../equationsIn.js";
import {catalog, pagesOfStages, questions} from "../questions.js";

const corpus: ReadCorpus = async (id) => excerpt(id).text;

const facts: ReadFacts = async (page) => {
  const json = readFileSync(join(root, keptBeside(factPrograms.get(page)!)), "utf8");
  return Object.fromEntries(readFacts(json).facts);
};

const of = <K extends Question["kind"]>(kind: K) =>
  questions
    .filter((one): one is Extract<Question, {readonly kind: K}> => one.kind === kind)
    .map((one) => [one.name, one] as const);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const plain = (digits: string): string =>
  digits.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (d) => String(SUPERSCRIPTS.indexOf(d))).replaceAll(/[⁻−]/g, "-");

/** The numbers that words state: 0.25, 1/4, 25%, −1.5, 1,024, 3.3 · 10⁻⁷. */
function numbersIn(words: string): readonly number[] {
  const found = words.matchAll(/(?<![\w.])[-−]?[\d,]*\.?\d+(?: · 10(?<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\/\d+)?%?/g);
  return [...found].flatMap(([text]) => {
    const [digits = "", power] = plain(text).split(" · 10");
    const value = readNumber(digits.replace(/,(?=\d{3})/g, ""));
    return value === undefined ? [] : [power === undefined ? value : value * 10 ** Number(power)];
  });
}

const states = ({why, solution}: ComputeQuestion | PredictQuestion, holds: (value: number) => boolean): boolean =>
  numbersIn(`${why} ${solution}`).some(holds);

/** Everything that a question says after it was asked. */
const wordsOf = (question: Question): readonly string[] => [
  question.solution,
  ...(question.kind === "choose" ? question.options.map(({why}) => why) : [question.why]),
  ...(question.kind === "compute" ? [question.hint, ...(question.hints ?? []).map(({why}) => why)] : [])
];

const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** Whether a function only says a number, and does not compute it. */
const isLiteral = (compute: (corpus: ReadCorpus) => unknown): boolean =>
  /^\(\)\s*=>\s*-?[\d._e-]+$/.test(String(compute));

describe("the catalog of exercises", () => {
  it("is what the data have, of every kind, each once", () => {
    const name = ({kind, name}: {readonly kind: string; readonly name: string}) => `${kind} ${name}`;
    const shown = catalog.map(name);
    expect(new Set(shown).size).toBe(shown.length);
    expect([...shown].sort()).toEqual([...questions, ...codeExercises].map(name).sort());
    expect(new Set(catalog.map(({kind}) => kind))).toEqual(new Set(["predict", "choose", "compute", "write"]));
  });

  it("says of each under which title and on which page it stands, for the review", () => {
    for (const {name, title, path, stage, section} of catalog) {
      expect(title, name).not.toBe("");
      expect(stage, name).toBeGreaterThanOrEqual(0); // not NaN, as of a page outside the stages
      expect(path, name).toMatch(new RegExp(`/${section}$`));
    }
  });

  it("has all four kinds on every page, and three exercises on the opening page of a stage", () => {
    for (const page of pagesOfStages) {
      const exercises = catalog.filter(({path}) => path === page);
      expect(exercises.length, page).toBeGreaterThanOrEqual(3);
      if (!page.endsWith("/index")) expect(new Set(exercises.map(({kind}) => kind)).size, page).toBe(4);
    }
  });
});

describe("the words of questions", () => {
  const equations = questions.flatMap((question) =>
    wordsOf(question).flatMap((words) => equationsIn(words).map((one) => [question.name, one.text, one.holds] as const))
  );

  it("do sums that are right", () => {
    expect(equations.filter(([, , holds]) => !holds)).toEqual([]);
    expect(equations.length).toBeGreaterThanOrEqual(260);
  });

  it("are their own for each wrong answer", () => {
    for (const question of questions) expect(distinct(wordsOf(question)), question.name).toBe(true);
  });

  it("are computed wherever an option states what can be computed: no fewer than when the sixth stage was written", () => {
    const choices = of("choose").map(([, {options}]) => options.filter(({holds}) => holds).length);
    expect(choices.filter((computed) => computed > 0).length).toBeGreaterThanOrEqual(86);
    expect(choices.reduce((sum, computed) => sum + computed, 0)).toBeGreaterThanOrEqual(275);
  });
});

describe.each(of("predict"))("%s", (_, question: PredictQuestion) => {
  it("computes what its words say", async () => {
    const truth = await question.truth(corpus);
    const scale = question.unit === "%" ? 100 : 1;
    const near = (value: number) => Math.abs(value - truth) <= Math.abs(truth) / 40;
    expect(
      states(question, (value) => near(value) || near(scale * value)),
      String(truth)
    ).toBe(true);
    expect(isLiteral(question.truth)).toBe(false);
  });

  it("asks for a number on its scale, which the first guess is not", async () => {
    const truth = await question.truth(corpus);
    const [low, high] = question.range;
    expect(truth).toBeGreaterThanOrEqual(low);
    expect(truth).toBeLessThanOrEqual(high);
    expect(Math.abs(truth - firstGuess(question))).toBeGreaterThan(leeway(question));
  });
});

describe.each(of("choose"))("%s", (_, question: ChooseQuestion) => {
  it("has one right option, each with a reason, and those that can be computed are what they say", async () => {
    const {options} = question;
    expect(options.filter(({right}) => right)).toHaveLength(1);
    expect(new Set(options.map(({text}) => text)).size).toBe(options.length);
    expect(options.length).toBeGreaterThanOrEqual(3);
    if (options.some(({holds}) => holds))
      for (const {text, holds} of options) if (/\d/.test(text)) expect(holds, text).toBeDefined();
    for (const {text, right = false, holds, why} of options) {
      expect(why).not.toBe("");
      if (holds !== undefined) expect(await holds(corpus, facts), text).toBe(right);
    }
  });
});

describe.each(of("compute"))("%s", (_, question: ComputeQuestion) => {
  it("computes what its words say", () => {
    expect(isLiteral(question.answer)).toBe(false);
    expect(answers(question, question.answer())).toBe(true);
    expect(states(question, (value) => answers(question, value))).toBe(true);
  });

  it("knows where wrong numbers come from, and none of them is right", () => {
    for (const wrong of question.hints ?? []) {
      expect(answers(question, wrong.value), String(wrong.value)).toBe(false);
      expect(originOf(question, wrong.value)).toBe(wrong);
    }
  });
});
