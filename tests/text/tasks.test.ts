import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {splitDocuments} from "../../lib/text/documents.js";
import {heldOutDocuments} from "../../lib/text/heldOutDocuments.js";
import {additionTask, modularAdditionTask, parityTask} from "../../lib/text/tasks/arithmeticTasks.js";
import {dyckTask} from "../../lib/text/tasks/dyckTask.js";
import {copyTask, reverseTask, sortTask} from "../../lib/text/tasks/sequenceTasks.js";
import type {Task} from "../../lib/text/tasks/task.js";
import {twoSumTask} from "../../lib/text/tasks/twoSumTask.js";

/** Each task, and whether an answer is right, found in another way than the library's. */
const tasks: readonly (readonly [
  name: string,
  make: (seed: number) => Task,
  right: (q: string, a: string) => boolean
])[] = [
  ["copy", (seed) => copyTask({}, key(seed)), (q, a) => `${q}${q}` === q + a && /^[a-h]{1,8}$/.test(a)],
  [
    "reverse",
    (seed) => reverseTask({}, key(seed)),
    (q, a) => [...q].every((c, i) => a.at(-1 - i) === c) && a.length === q.length
  ],
  [
    "sort",
    (seed) => sortTask({letters: 4}, key(seed)),
    (q, a) => ["a", "b", "c", "d"].map((c) => c.repeat(q.split(c).length - 1)).join("") === a
  ],
  [
    "addition",
    (seed) => additionTask({digits: 9}, key(seed)),
    (q, a) => q.split("+").reduce((sum, x) => sum + BigInt(x), 0n) === BigInt(a)
  ],
  [
    "reversed addition",
    (seed) => additionTask({digits: 3, reversed: true}, key(seed)),
    (q, a) =>
      q.split("+").reduce((sum, x) => sum + Number(x), 0) === [...a].reduceRight((n, d) => 10 * n + Number(d), 0)
  ],
  [
    "modular addition",
    (seed) => modularAdditionTask({modulus: 13}, key(seed)),
    (q, a) => (q.split("+").reduce((sum, x) => sum + Number(x), 0) - Number(a)) % 13 === 0 && Number(a) < 13
  ],
  ["parity", (seed) => parityTask({}, key(seed)), (q, a) => (q.replaceAll("0", "").length % 2 === 1 ? "1" : "0") === a],
  [
    "brackets",
    (seed) => dyckTask({kinds: 4}, key(seed)),
    (q, a) => {
      let left = q + a;
      for (let before = ""; before !== left;) [before, left] = [left, left.replace(/\(\)|\[\]|\{\}|<>/g, "")];
      return left === "" && /^[)\]}>]+$/.test(a);
    }
  ],
  [
    "two-sum",
    (seed) => twoSumTask({}, key(seed)),
    (q, a) => {
      const [list = "", sum] = q.split(" : ");
      const numbers = list.split(" ").map(Number);
      const pairs = numbers.flatMap((x, i) => numbers.slice(i + 1).map((y) => [x, y]));
      const fitting = pairs.filter(([x, y]) => x! + y! === Number(sum));
      return fitting.length === 1 && fitting[0]!.join(" ") === a && new Set(numbers).size === 5;
    }
  ]
];

describe.each(tasks)("the task of %s", (_, make, right) => {
  const task = make(1);
  const examples = Array.from({length: 300}, (_, n) => task.example(n));

  it("has right answers", () => {
    for (const {prompt, answer} of examples) {
      expect(prompt.endsWith("=")).toBe(true);
      expect([prompt, answer, right(prompt.slice(0, -1), answer)]).toEqual([prompt, answer, true]);
    }
  });

  it("is decided by its key and the number of the example, and is not always the same", () => {
    expect(make(1).example(7)).toEqual(examples[7]);
    expect(Array.from({length: 300}, (_, n) => make(2).example(n))).not.toEqual(examples);
    expect(new Set(examples.map(({prompt}) => prompt)).size).toBeGreaterThan(75);
    expect(() => task.example(-1)).toThrow(ConfigError);
  });

  it("is a corpus: a line for each example", () => {
    const text = task.text(50, 10);
    expect(splitDocuments(text)).toEqual(examples.slice(10, 60).map(({prompt, answer}) => prompt + answer));
    expect(heldOutDocuments(text).texts.held.split("\n").length).toBe(6);
    expect(task.text(0)).toBe("");
  });
});

it("modular addition has every pair once before one comes again", () => {
  const task = modularAdditionTask({modulus: 11}, key(3));
  const prompts = Array.from({length: 122}, (_, n) => task.example(n).prompt);
  expect(new Set(prompts).size).toBe(121);
  expect(prompts[121]).toBe(prompts[0]);
});

it("lengths are those asked for, each of them", () => {
  const lengths = Array.from({length: 200}, (_, n) => copyTask({least: 2, most: 5}, key(1)).example(n).answer.length);
  expect([...new Set(lengths)].sort()).toEqual([2, 3, 4, 5]);
});

it.each([
  ["a setting that is none", () => copyTask({lenght: 3} as never, key(1)), /there is no such setting/],
  ["a longest that is shorter than the shortest", () => parityTask({least: 4, most: 3}, key(1)), /parityTask.most/],
  ["letters that the alphabet has not", () => sortTask({letters: 27}, key(1)), /sortTask.letters/],
  ["brackets that there are not", () => dyckTask({kinds: 5}, key(1)), /dyckTask.kinds/],
  ["lists that have no one answer", () => twoSumTask({count: 20}, key(1)), /make it 400 or more/]
])("refuses %s", (_, make, message) => expect(make).toThrow(message));
