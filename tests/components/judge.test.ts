import {describe, expect, it} from "vitest";
import {judge} from "../../src/components/exercise/judge.js";
import type {Answer, Ending, WriteExercise} from "../../src/components/exercise/writeExercise.js";
import {runInNode} from "./runInNode.js";

const exercise: WriteExercise = {
  kind: "write",
  name: "double",
  title: "Double",
  prompt: "Double each number.",
  start: "",
  functionName: "double",
  cases: [
    {args: [[1, 2]], expected: [2, 4]},
    {args: [[]], expected: [], hint: "Nothing doubled is nothing."}
  ],
  solution: "",
  wrong: [],
  explanation: ""
};

const value = (v: unknown, args: unknown): Answer => ({kind: "value", value: v, args});
const done: Ending = {kind: "done"};
const outcome = (answers: readonly Answer[], end: Ending = done) => ({
  answers: new Map(answers.entries()),
  logs: [],
  end
});

describe("the verdict on a function", () => {
  it("is right when every value is", () => {
    expect(judge(exercise, outcome([value([2, 4], [[1, 2]]), value([], [[]])])).right).toBe(true);
  });

  it("is wrong when a case has no answer, however the run ended", () => {
    const ends: readonly Ending[] = [
      done,
      {kind: "time", seconds: 2},
      {kind: "flood"},
      {kind: "absent", found: "undefined"},
      {kind: "broke", message: "x"}
    ];
    for (const end of ends) expect(judge(exercise, outcome([value([2, 4], [[1, 2]])], end)).right).toBe(false);
  });

  it("is wrong when the argument was changed", () => {
    const {right, message} = judge(exercise, outcome([value([2, 4], [[2, 4]]), value([], [[]])]));
    expect(right).toBe(false);
    expect(message).toMatch(/changed its argument/);
  });

  it("names the first failing call, both values and the hint", () => {
    const {message} = judge(exercise, outcome([value([2, 4], [[1, 2]]), value([0], [[]])]));
    expect(message).toBe("double([]) should be [], and it is [0]. Nothing doubled is nothing.");
  });
});

describe("the script that runs the reader's code", () => {
  const run = (source: string, library = "", names: readonly string[] = []) =>
    runInNode({source, functionName: "double", library, names, cases: exercise.cases.map(({args}) => args)}, 1);

  it("returns values, arguments after the call, and what was printed", async () => {
    const {answers, logs, end} = await run(
      "const double = (xs) => { console.log(xs, 'and', 1); xs.push(9); return xs.length; }"
    );
    expect([...answers]).toEqual([
      [0, value(3, [[1, 2, 9]])],
      [1, value(1, [[9]])]
    ]);
    expect(logs).toEqual(["[1,2] and 1", "[] and 1"]);
    expect(end).toEqual(done);
  });

  it("gives the names of the library that the exercise lists, and no others", async () => {
    const library = "var library = {twice: (x) => 2 * x, secret: 1};";
    const {answers} = await run("const double = (xs) => [xs.map(twice), typeof secret, typeof library];", library, [
      "twice"
    ]);
    expect(answers.get(0)).toEqual(value([[2, 4], "undefined", "undefined"], [[1, 2]]));
  });

  it("names the line of an error", async () => {
    const {answers} = await run("function double(xs) {\n  return xs.map((x) => y);\n}");
    expect(answers.get(0)).toEqual({kind: "threw", message: "ReferenceError: y is not defined (line 2)"});
  });

  it("prints no more than a hundred lines", async () => {
    const {logs} = await run(
      "function double() { for (let i = 0; i < 1e5; i++) console.log('x'.repeat(9000)); return 1; }"
    );
    expect(logs.length).toBe(101);
    expect(Math.max(...logs.map((line) => line.length))).toBe(500);
  });

  it("says when there is no such function, or no JavaScript", async () => {
    expect((await run("const other = 1")).end).toEqual({kind: "absent", found: "undefined"});
    expect((await run("function (")).end).toMatchObject({kind: "broke", message: expect.stringMatching(/SyntaxError/)});
  });
});
