import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FormatError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const read = (text: string): unknown => JSON.parse(text, t.tensorFromJson);
const odd = [0, -0, NaN, Infinity, -Infinity, 1e-45, 0.1, 5e-324];
const tensors: readonly Tensor[] = [
  t.tensor(odd),
  t.tensor(odd, "float64"),
  t.tensor([[2147483647], [-2147483648]], "int32"),
  t.tensor([true, false, true]),
  t.zeros([0, 3]),
  t.scalar(3)
];

describe("tensors and JSON", () => {
  it.each(tensors.map((x) => [`${x.dtype} [${x.shape.join()}]`, x] as const))("keep every bit: %s", (_, x) => {
    expect(hash(read(JSON.stringify(x)))).toBe(hash(x));
    expect(hash(read(JSON.stringify(x, t.tensorToJson)))).toBe(hash(x));
  });

  it("keep a whole state, also one that came from a worker", () => {
    const params = {w: t.randomNormal(t.key(1), [40, 70]), layers: [{b: t.zeros([3])}]};
    const state = {step: 3, params, moments: t.adamwInit(params), name: "a run"};
    expect(read(JSON.stringify(state, t.tensorToJson))).toEqual(state);
    expect(hash(read(JSON.stringify(structuredClone(state), t.tensorToJson)))).toBe(hash(state));
  });

  it("writes what lies in a region, and the numbers of what is differentiated", () => {
    const x = t.tensor([1, 2]);
    expect(read(t.region(() => JSON.stringify(t.add(x, 1))))).toEqual(t.add(x, 1));
    let seen = "";
    t.grad((y: Tensor) => ((seen = JSON.stringify(y)), t.sum(y)))(x);
    expect(read(seen)).toEqual(x);
  });

  it("a tensor without its typed array is none, and operations say what to do", () => {
    const lost: unknown = JSON.parse(JSON.stringify({...t.tensor([1, 2])}));
    expect(t.isTensor(lost)).toBe(false);
    expect(() => t.add(lost as Tensor, 1)).toThrow(
      /^add: `a` is a tensor or a number[\s\S]*JSON loses typed arrays[\s\S]*tensorFromJson/
    );
    expect(() => t.grad((p: {readonly w: Tensor}) => t.sum(p.w))({w: lost as Tensor})).toThrow(/tensorFromJson/);
    const unread: unknown = JSON.parse(JSON.stringify(t.tensor([1, 2])));
    expect(() => t.sum(unread as Tensor)).toThrow(/JSON\.parse\(text, tensorFromJson\)/);
  });

  it("a tensor has as many numbers of its kind as its shape says", () => {
    const {shape, dtype} = t.tensor([1, 2]);
    expect(t.isTensor({shape, dtype, data: Float32Array.of(1)})).toBe(false);
    expect(t.isTensor({shape, dtype, data: Float64Array.of(1, 2)})).toBe(false);
    expect(t.isTensor({shape, dtype, data: Float32Array.of(1, 2)})).toBe(true);
  });

  it.each([
    ["numbers that are cut off", {base64: "AAAA"}, /needs 8[\s\S]*bytes +3/],
    ["no base64", {base64: "%"}, /base64/],
    ["a shape that cannot be", {shape: [-2]}, /extents/]
  ])("refuses %s", (_, change, message) => {
    const text = JSON.stringify({...(JSON.parse(JSON.stringify(t.tensor([1, 2]))) as object), ...change});
    expect(() => read(text)).toThrow(message);
    if (!("shape" in change)) expect(() => read(text)).toThrow(FormatError);
  });

  it("leaves all else as it is", () => {
    const law = (value: unknown): void => {
      expect(read(JSON.stringify(value, t.tensorToJson))).toEqual(JSON.parse(JSON.stringify(value)));
    };
    fc.assert(fc.property(fc.jsonValue(), law));
  });
});
