import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {difference} from "../../src/components/exercise/difference.js";
import {showValue} from "../../src/components/exercise/showValue.js";

const plain = fc.anything({withTypedArray: true, withBigInt: true, maxDepth: 3});
const key = fc.oneof(fc.string(), fc.integer(), fc.bigInt(), fc.boolean());
const map = fc.array(fc.tuple(key, plain)).map((entries) => new Map<unknown, unknown>(entries));
const value = fc.oneof(
  plain,
  map,
  fc.array(map),
  fc.array(key).map((items) => new Set(items))
);

describe("comparing what a function returned", () => {
  it("finds nothing between a value and its copy", () => {
    fc.assert(fc.property(value, (v) => difference(v, structuredClone(v)) === undefined));
  });

  it.each([
    ["a number in a list", [1, 2, 3], [1, 2.1, 3], "[1]"],
    ["a field", {a: {b: 1}}, {a: {b: 2}}, ".a.b"],
    ["a field that is missing", {a: 1, b: undefined}, {a: 1}, ".b"],
    ["a field that is too much", {a: 1}, {a: 1, c: 2}, ".c"],
    ["a length", [1, 2], [1, 2, 3], ""],
    ["a list that is no list", [1], {0: 1, length: 1}, ""],
    ["a type", 1, "1", ""],
    ["null", null, undefined, ""],
    ["an entry of a map", new Map([["x", 1]]), new Map([["x", 2]]), ".x"],
    ["a set", new Set([1]), new Set([2]), ""],
    ["an object that is a date", {}, new Date(0), ""],
    ["an object that is no map", {a: 1}, new Map([["a", 1]]), ""]
  ])("names the place of %s", (_, expected, actual, path) => {
    expect(difference(expected, actual)?.path).toBe(path);
  });

  it("takes typed arrays and arrays of the same numbers for equal", () => {
    expect(difference([0.5, 0.25], new Float32Array([0.5, 0.25]))).toBeUndefined();
    expect(difference(new Float64Array([1]), [1])).toBeUndefined();
  });

  it("allows a tolerance that is relative above 1 and absolute below", () => {
    expect(difference(1e6, 1e6 + 0.5, 1e-6)).toBeUndefined();
    expect(difference(1e-3, 2e-3, 1e-6)).toBeDefined();
    expect(difference(1e6, 1e6 + 2, 1e-6)).toBeDefined();
    expect([difference(NaN, NaN), difference(Infinity, Infinity)]).toEqual([undefined, undefined]);
    expect(difference(Infinity, 1e300)).toBeDefined();
    expect(difference(0, NaN)).toBeDefined();
  });

  it("ends on a value that contains itself", () => {
    const round: unknown[] = [];
    round.push(round);
    expect(difference([[1]], round)).toBeDefined();
  });
});

describe("showing a value", () => {
  it("is short, whatever the value is", () => {
    fc.assert(fc.property(value, (v) => showValue(v, 60).length <= 61));
    expect(showValue(new Float64Array(1e6), 60).length).toBeLessThanOrEqual(61);
    expect(showValue("x".repeat(1e7), 60).length).toBeLessThanOrEqual(61);
  });

  it("reads as code", () => {
    expect(showValue({a: [1 / 3, "x"], b: new Map([["k", 1n]])})).toBe('{a: [0.333333, "x"], b: Map {"k" → 1n}}');
  });
});
