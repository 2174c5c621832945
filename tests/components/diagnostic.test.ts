import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {grad, item, mul, add, sub, tensor} from "../../lib/tensor.js";
import {perplexity, surprisal} from "../../lib/index.js";
import {advise} from "../../src/components/diagnostic/advice.js";
import {steps} from "../../src/components/diagnostic/steps.js";
import {book, sourceOf} from "../../tools/book.js";
import {root} from "../../tools/root.js";

const right = (name: string): string =>
  steps.find((step) => step.name === name)!.options.find((option) => option.right === true)!.text;
const rightAt = (i: number): number => steps[i]!.options.findIndex((option) => option.right === true);
const said = (...answers: readonly (number | undefined)[]) =>
  new Map(answers.map((answer, i) => [steps[i]!.name, answer] as const));

describe("the steps of the diagnostic", () => {
  it("have one right answer among four, not always in one place, and are told apart by name", () => {
    for (const {name, options} of steps) {
      expect(options.filter((option) => option.right === true).length, name).toBe(1);
      expect(new Set(options.map(({text}) => text)).size, name).toBe(4);
    }
    expect(new Set(steps.map(({name}) => name)).size).toBe(steps.length);
    expect(new Set(steps.map((_, i) => rightAt(i))).size).toBe(4);
  });

  it("lead to pages that are there, in the order of the book, under their own titles", () => {
    for (const {page} of steps) expect(existsSync(sourceOf(page)), page).toBe(true);
    const order = book().flatMap(({sections}) => sections.map(({path}) => path));
    const stages = steps.map(({page}) => /\d+/.exec(page)![0]);
    expect([...stages].sort()).toEqual(stages);
    for (const {page, title} of steps) {
      const section = book()
        .flatMap(({sections}) => sections)
        .find(({path}) => path === page)!;
      expect(section.title, page).toBe(title);
      expect(order).toContain(page);
    }
  });

  it("ask first what the prelude teaches, each on a page of its own, as the page says", () => {
    const prelude = steps.filter(({page}) => page.startsWith("/stages/00-prelude/"));
    expect(steps.slice(0, prelude.length)).toEqual(prelude);
    expect(new Set(prelude.map(({page}) => page)).size).toBe(5);
    expect(readFileSync(join(root, "src/start.md"), "utf8")).toContain("The first five questions");
  });

  it("call right what the library computes", () => {
    const letters = [..."llama"];
    const pairs = letters.flatMap((a, i) => letters.flatMap((b, j) => (i === j ? [] : [[a, b]])));
    const both = pairs.filter(([a, b]) => a === "l" && b === "l").length;
    expect(both / pairs.length).toBe(1 / 10);
    expect(right("chance")).toBe("1/10");
    expect(right("code")).toBe(String([1, 2, 3].reduce((sum, x) => sum + x * x, 10)));
    expect(right("logarithms")).toBe(String(Math.log2(1 / 1024)).replace("-", "−"));
    expect(right("graphs")).toBe(String((7 - 1) / (2 - 0)));
    const [a, b] = [
      [2, -1, 3],
      [1, 4, 2]
    ] as const;
    expect(right("vectors")).toBe(String(a.reduce((sum, x, i) => sum + x * b[i]!, 0)));
    const likelihood = (p: number): number => 19 * Math.log(p) + Math.log(1 - p);
    expect(likelihood(19 / 20)).toBeGreaterThan(Math.max(likelihood(20 / 21), likelihood(0.94)));
    expect(surprisal(1 / 8) / Math.log(2)).toBeCloseTo(3);
    expect(perplexity(surprisal(1 / 8))).toBeCloseTo(8);
    const parabola = (x: ReturnType<typeof tensor>) => sub(mul(mul(x, x), 3), mul(x, 2));
    expect(item(grad(parabola)(tensor(2)))).toBe(Number(right("slopes")));
    const thrice = (x: ReturnType<typeof tensor>) => add(mul(x, x), x);
    expect(right("backward")).toContain(String(item(grad(thrice)(tensor(3)))));
    expect(right("descent")).toBe(`${Math.round(1 / (1 - 0.9))} times`);
  });
});

describe("advise", () => {
  it("begins with the first that was not right, whether wrong or unknown, and names those after it", () => {
    expect(advise(steps, said(rightAt(0), undefined, (rightAt(2) + 1) % 4))).toEqual({
      begin: steps[1],
      then: [steps[2]],
      known: 1,
      answered: 3
    });
  });

  it("begins nowhere when all are right, and holds nothing against who was not asked", () => {
    expect(advise(steps, said(...steps.map((_, i) => rightAt(i))))).toEqual({
      begin: undefined,
      then: [],
      known: steps.length,
      answered: steps.length
    });
    expect(advise(steps, said(rightAt(0))).begin).toBeUndefined();
  });

  it("stands on a page at the root, from where its links lead", () => {
    expect(readFileSync(join(root, "src/start.md"), "utf8")).toContain("diagnostic()");
  });
});
