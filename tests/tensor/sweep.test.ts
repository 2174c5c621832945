/**
 * Every function of the tensor face is given what is wrong: it does what its docstring says, or throws an error of the
 * library that names the function and the argument; never a raw one, and never numbers that lay about in memory.
 */
import {describe, expect, it} from "vitest";
import {LibraryError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";
import {dtypes, isTensor, resemblesTensor, sizeOf, type Tensor} from "../../lib/core/tensorData.js";
import {eachLeaf, isBranch} from "../../lib/core/tree.js";
import {engine} from "../../lib/kernels/wasm.js";
import * as t from "../../lib/tensor.js";
import {tableOf, type Row} from "./sweepTable.js";

/** Functions that neither take nor make tensors, and whose tests are elsewhere. */
const OTHERS = new Set<string>([
  ...["key", "fold", "splitKey", "integer", "within"], // keys, places
  ...["loadEngine", "openThreads", "closeThreads", "engineMode", "canBeFast", "openFast", "closeFast"], // the engine
  ...["bijection", "epochs", "packedBatch", "paddedBatch"], // batches of ids, as typed arrays
  ...["causalLm", "prefixLm", "maskedLm", "spanCorruption", "joinSpans"], // examples of ids, likewise
  ...["topKAccuracy", "brierScore", "calibration"], // of lists of numbers
  ...["mapTree", "zipTree", "foldTree", "leaves"], // trees of anything
  ...["isTensor", "sizeOf", "shapeText", "tensorToJson", "tensorFromJson"], // of any value
  ...["saveCheckpoint", "loadCheckpoint", "readSafetensors", "writeSafetensors", "inspectSafetensors"], // of files
  ...["saveInt8", "loadInt8"], // likewise
  ...["numbersOf", "tensorOf"], // of what files hold
  "stepProgram", // of an optimizer alone
  ...["xavier", "he", "lecun", "elmanCell", "restingState", "summary"], // names of choices, and a text
  ...Object.keys(t).filter((name) => /Task$/.test(name)), // of texts
  ...Object.keys(t).filter((name) => /Schedules?$/.test(name)) // of numbers alone
]);

const face: Readonly<Record<string, unknown>> = t;
/** Arguments that may be left out. */
const optional = new Set(["linear.bias", "checkFinite.f", "checkFinite.params"]);

const functions = Object.entries(face).filter(
  ([name, value]) => typeof value === "function" && !OTHERS.has(name) && !/^[A-Z]/.test(name)
) as readonly (readonly [string, (...args: readonly unknown[]) => unknown])[];

const replaced = <T>(list: readonly T[], at: number, item: T): readonly T[] =>
  list.map((each, i) => (i === at ? item : each));

type Wrong = readonly [what: string, value: unknown, mustThrow: boolean];

/** The same numbers as another kind: random ones as whole numbers and truth values. */
const recast = (x: Tensor, dtype: t.Dtype): Tensor => t.cast(x, dtype);
const filled = (x: Tensor, value: number): Tensor => t.full(x.shape, value, x.dtype);

function wrongTensors(x: Tensor, numberWorks: boolean): readonly Wrong[] {
  const {shape, dtype} = x;
  const refused: readonly Wrong[] = (
    [
      ["undefined", undefined],
      ["null", null],
      ["a list", [1, 2]],
      ["a text", "text"],
      ["an empty record", {}],
      ["a promise", Promise.resolve(x)],
      ["what JSON left of it", JSON.parse(JSON.stringify({...x, data: x.data}))],
      ["too few numbers", {shape: [4096], dtype, data: new Float32Array(1)}],
      ["numbers of another kind", {shape, dtype: "float32", data: new Float64Array(sizeOf(shape))}]
    ] as const
  ).map(([what, value]) => [what, value, true]);
  const others = dtypes.filter((other) => other !== dtype);
  return [
    ...refused,
    ["a number", 1, !numberWorks],
    ...others.map((other): Wrong => [`${other}`, recast(x, other), false]),
    ...shape.map((_, i): Wrong => [`no extent at ${i}`, t.zeros(replaced(shape, i, 0), dtype), false]),
    ...shape.map((n, i): Wrong => [`one more at ${i}`, t.zeros(replaced(shape, i, n + 1), dtype), false]),
    ["an axis more", t.zeros([2, ...shape], dtype), false],
    ["no axis", t.zeros([], dtype), false],
    ...(dtype === "float32" || dtype === "float64" ? [["NaN", filled(x, NaN), false] as const] : []),
    ...(dtype === "int32"
      ? [["far ids", filled(x, 99), false] as const, ["negative ids", filled(x, -7), false] as const]
      : [])
  ];
}

const numbers: readonly Wrong[] = [NaN, 0.5, -1, -1e9, Infinity, -Infinity, "3", null, [1], {}].map(
  (value) => [JSON.stringify(value) + String(value), value, false] as const
);
const lists: readonly Wrong[] = [3, [-1], [0.5], ["a"], [NaN], [[]], [null], [9, 9, 9], [], "text", null, {}].map(
  (value) => [JSON.stringify(value) + String(value), value, false] as const
);

/** Wrong values in the place of a right one. */
function wrongs(name: string, right: unknown): readonly Wrong[] {
  if (name === "label")
    return [
      ["a number", 3, true],
      ["undefined", undefined, true]
    ];
  if (isTensor(right)) return wrongTensors(right, /^[ab]$/.test(name) || name === "state");
  if (typeof right === "function")
    return [
      ["undefined", undefined, true],
      ["a number", 3, true],
      ["an asynchronous function", () => Promise.resolve(t.scalar(1)), true]
    ];
  if (typeof right === "number") return numbers;
  if (typeof right === "boolean") return [];
  if (typeof right === "string")
    return ["nonsense", 3, null, {}].map((value) => [`${JSON.stringify(value)}`, value, true] as const);
  if (name === "key")
    return [1, undefined, null, [1], [0.5, 1], "key"].map((value) => [String(value), value, true] as const);
  if (Array.isArray(right) && !right.some(isTensor)) return lists;
  if (!isBranch(right)) return [];
  const inside = Object.entries(right).flatMap(([field, value]) =>
    wrongs(field, value).map(([what, wrong, mustThrow]): Wrong => {
      const copy = Array.isArray(right) ? replaced<unknown>(right, Number(field), wrong) : {...right, [field]: wrong};
      // an option that is absent has its default, and a tree may have a branch without leaves
      const may = name === "options" ? wrong === undefined : what === "an empty record";
      return [`${field}: ${what}`, copy, mustThrow && !may];
    })
  );
  const record: readonly Wrong[] = Array.isArray(right) ? [] : [["a field too many", {...right, nonsense: 1}, true]];
  return [...inside, ...record, ["null", null, true], ["a number", 3, true], ["a list", [1], true]];
}

/** Fills the free memory, and says what the call came to: a hash of its numbers, or its error. */
function outcome(
  run: () => unknown,
  poison: number
): {readonly result?: unknown; readonly print: string; readonly error?: unknown} {
  const {memory, mark} = engine();
  new Uint8Array(memory.buffer).fill(poison, mark());
  try {
    const result = run();
    let print = "";
    eachLeaf(
      (leaf) => (print += typeof leaf === "function" || leaf instanceof Error ? String(leaf) : hash(leaf)),
      result
    );
    return {result, print};
  } catch (error) {
    return {error, print: String(error)};
  }
}

const sound = (x: Tensor): boolean =>
  x.data.length === sizeOf(x.shape) &&
  (x.dtype !== "bool" || Array.from(x.data).every((each) => each === 0 || each === 1));

function judge(name: string, arg: string, run: () => unknown, mustThrow: boolean, strict: boolean): void {
  const first = outcome(run, 0);
  const second = outcome(run, 0x41);
  expect(second.print, "depends on what lay in memory").toBe(first.print);
  if (first.error === undefined) {
    expect(mustThrow, "was accepted").toBe(false);
    eachLeaf((leaf) => {
      if (resemblesTensor(leaf)) expect(isTensor(leaf) && sound(leaf), "makes tensors that are none").toBe(true);
    }, first.result);
    return;
  }
  expect(first.error).toBeInstanceOf(LibraryError);
  const {fault, message} = first.error as LibraryError;
  expect(fault.rule).not.toBe("");
  if (strict) expect([fault.where.split(".")[0], message.includes(arg)], message).toEqual([name, true]);
  expect(
    functions.some(([each]) => each === fault.where.split(".")[0]),
    `${fault.where} is no function of the face`
  ).toBe(true);
}

describe.each(["float32", "float64"] as const)("wrong arguments, beside %s", (dtype) => {
  const table: Readonly<Record<string, Row>> = tableOf(dtype);

  it("every function of the face is swept", () => {
    expect(functions.map(([name]) => name).filter((name) => !Object.hasOwn(table, name))).toEqual([]);
    expect(Object.keys(table).filter((name) => !functions.some(([each]) => each === name))).toEqual([]);
  });

  for (const [name, f] of functions) {
    const row = table[name];
    if (row === undefined) continue;
    const call = (row.call as typeof f | undefined) ?? f;
    it(name, () => {
      const {error} = outcome(() => call(...Object.values(row.args)), 0);
      expect(error, "the right call").toBeUndefined();
      for (const [arg, right] of Object.entries(row.args))
        for (const [what, wrong, mustThrow] of wrongs(arg, right)) {
          // what is no tensor is named by the function that it was given to, unless that one hands it on
          const strict =
            mustThrow && row.call === undefined && isTensor(right) && !("f" in row.args || "step" in row.args);
          const args = Object.entries(row.args).map(([key, value]) => (key === arg ? wrong : value));
          try {
            judge(name, arg, () => call(...args), mustThrow && !optional.has(`${name}.${arg}`), strict);
          } catch (error) {
            throw new Error(`${name}, ${arg}: ${what}`, {cause: error});
          }
        }
    });
  }
});
