import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DtypeError} from "../../lib/core/errors.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {backendOf} from "../../lib/tensor/backend.js";
import * as t from "../../lib/tensor.js";

const ids = t.tensor([1, 2, 3], "int32");
const thousand = t.arange(1000, "int32");

describe("results have a kind that holds them", () => {
  it("truth values are counted as int32", () => {
    const same = t.equal(thousand, thousand);
    expect(t.sum(same)).toEqual(t.scalar(1000, "int32"));
    expect(t.cumsum(t.tensor([true, true, true]))).toEqual(ids);
    expect(t.max(same)).toEqual(t.scalar(1, "bool"));
  });

  it("means and variances of whole numbers and truth values are float32", () => {
    expect(t.mean(t.equal(thousand, thousand))).toEqual(t.scalar(1));
    expect(t.mean(t.tensor([true, false, false, true]))).toEqual(t.scalar(0.5));
    expect(t.mean(t.tensor([1, 2, 3, 4], "int32"))).toEqual(t.scalar(2.5));
    expect(t.variance(t.tensor([1, 2, 3, 4], "int32"))).toEqual(t.scalar(1.25));
  });

  it.each([
    ["sum", () => t.sum(t.full([2], 2147483647, "int32"))],
    ["cumsum", () => t.cumsum(t.full([2], 2147483647, "int32"))],
    ["mul", () => t.mul(t.full([2], 65536, "int32"), t.full([2], 65536, "int32"))],
    ["mul", () => t.mul(t.full([2], 65536, "int32"), 65536)],
    ["sub", () => t.sub(t.scalar(-2147483648, "int32"), t.scalar(1, "int32"))],
    ["neg", () => t.neg(t.scalar(-2147483648, "int32"))]
  ])("%s refuses a result that int32 does not hold", (where, f) => {
    expect(f).toThrow(DtypeError);
    expect(f).toThrow(new RegExp(`^${where}: int32 holds whole numbers`));
  });

  it("int32 arithmetic is exact, up to its ends", () => {
    const whole = fc.integer({min: -46340, max: 46340});
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [x, y] = [t.scalar(a, "int32"), t.scalar(b, "int32")];
        expect([t.add(x, y), t.sub(x, y), t.mul(x, y), t.mul(x, b)].map(t.item)).toEqual(
          [a + b, a - b, a * b, a * b].map((n) => n + 0)
        );
      })
    );
  });
});

describe("numbers beside a kind that does not have them", () => {
  it.each([
    ["mul", () => t.mul(ids, 0.5)],
    ["add", () => t.add(0.5, ids)],
    ["sub", () => t.sub(ids, 1e10)],
    ["affine", () => t.affine(ids, 1, 0.5)],
    ["maximum", () => t.maximum(ids, 1.5)],
    ["where", () => t.where(t.less(ids, 2), ids, 0.5)],
    ["pad", () => t.pad(ids, [[1, 1]], 0.5)],
    ["full", () => t.full([1], 0.5, "int32")],
    ["full", () => t.full([1], 2, "bool")],
    ["scalar", () => t.scalar(NaN, "int32")],
    ["tensor", () => t.tensor(Float32Array.of(1.5), "int32")],
    ["tensor", () => t.tensor([2], "bool")],
    ["tensor", () => t.tensor(Uint8Array.of(7), "bool")],
    ["cast", () => t.cast(t.tensor([1e10]), "int32")],
    ["cast", () => t.cast(t.tensor([NaN]), "int32")],
    ["arange", () => t.arange(3, "bool")]
  ])("%s refuses them", (where, f) => {
    expect(f).toThrow(DtypeError);
    expect(f).toThrow(new RegExp(`^${where}: `));
  });

  it("comparisons are exact", () => {
    expect(t.toNested(t.less(ids, 1.5))).toEqual([true, false, false]);
    expect(t.toNested(t.equal(ids, 1.5))).toEqual([false, false, false]);
    expect(t.toNested(t.greaterEqual(2.5, ids))).toEqual([true, true, false]);
    expect(t.toNested(t.less(ids, Infinity))).toEqual([true, true, true]);
    expect(t.toNested(t.equal(ids, NaN))).toEqual([false, false, false]);
    expect(t.toNested(t.less(t.scalar(2147483647, "int32"), 2147483647.5))).toBe(true);
  });

  it("masks: and is mul, or is maximum, and sums are refused", () => {
    const [a, b] = [t.tensor([true, true, false]), t.tensor([true, false, false])];
    expect(t.mul(a, b)).toEqual(b);
    expect(t.maximum(a, b)).toEqual(a);
    for (const f of [() => t.add(a, b), () => t.sub(a, 1), () => t.neg(a), () => t.mul(a, 2)])
      expect(f).toThrow(DtypeError);
  });
});

describe("kinds are never mixed", () => {
  const x = t.tensor([[1, 2, 4, 8]]);
  const wide = t.cast(x, "float64");
  it.each([
    [
      "jvp",
      () => t.jvp(t.tanh, wide, t.ones([1, 4])),
      /float64 ≠ float32\)\n\s+params +float64\n\s+direction +float32/
    ],
    [
      "vjp",
      () => t.vjp(t.tanh, wide).pull(t.ones([1, 4])),
      /float64 ≠ float32\)\n\s+value +float64\n\s+cotangent +float32/
    ],
    [
      "layerNorm",
      () => t.layerNorm(x, t.ones([4], "float64"), t.zeros([4], "float64")),
      /float32 ≠ float64[\s\S]*weight +float64/
    ],
    ["rmsNorm", () => t.rmsNorm(x, t.ones([4], "float64")), /float32 ≠ float64/],
    ["linear", () => t.linear(x, t.zeros([4, 1]), t.zeros([1], "float64")), /bias +float64/],
    ["swiglu", () => t.swiglu(x, wide), /up +float64/],
    ["concat", () => t.concat([x, wide]), /parts\[1\] +float64/],
    ["scatterAdd", () => t.scatterAdd(x, t.tensor([0], "int32"), wide), /updates +float64/]
  ])("%s", (where, f, message) => {
    expect(f).toThrow(DtypeError);
    expect(f).toThrow(message);
    expect(f).toThrow(new RegExp(`^${where}: `));
  });

  it.each(t.dtypes)("what reads numbers of %s refuses those of others, whoever forgot to", (dtype) => {
    for (const other of t.dtypes.filter((each) => each !== dtype))
      expect(() => t.region(() => backendOf(dtype).floats(t.ones([2], other)))).toThrow(DtypeError);
    const {ints, bytes} = backendOf(dtype);
    expect(() => t.region(() => ints(t.ones([2], "float32")))).toThrow(/int32 numbers/);
    expect(() => t.region(() => bytes(t.ones([2], "int32")))).toThrow(/bool numbers/);
  });

  it("a direction as it should be gives tanh's slope", () => {
    const {tangent} = t.jvp(t.tanh, wide, t.ones([1, 4], "float64"));
    const expected = t.tensor([[0.4199743416140261, 0.07065082485316446, 0.0013409506830259, 4.5014055e-7]], "float64");
    expect(t.toBeCloseToTensor(tangent, expected, {relative: 1e-6}).pass).toBe(true);
  });

  it("directions are paired with parameters by their paths", () => {
    const f = (p: {readonly a: Tensor; readonly b: Tensor}): Tensor =>
      t.mul(t.sum(p.a), t.item(t.stopGradient(t.sum(p.b))));
    const [a, b] = [t.tensor([1, 2]), t.tensor([3, 4])];
    const there = t.jvp(f, {a, b}, {a: t.ones([2]), b: t.zeros([2])});
    expect(t.jvp(f, {a, b}, {b: t.zeros([2]), a: t.ones([2])})).toEqual(there);
    expect(() => t.jvp<object, Tensor>(f as never, {a, b}, {a})).toThrow(/same structure[\s\S]*direction at the root/);
  });
});

describe("extents of 0", () => {
  it.each(["float32", "float64"] as const)("products are zeros, and maps rows of bias: %s", (dtype) => {
    expect(t.matmul(t.zeros([2, 3, 0], dtype), t.zeros([0, 4], dtype))).toEqual(t.zeros([2, 3, 4], dtype));
    expect(t.matmul(t.zeros([0], dtype), t.zeros([0], dtype))).toEqual(t.scalar(0, dtype));
    const bias = t.tensor([1, 2, 3], dtype);
    const y = t.linear(t.zeros([2, 0], dtype), t.zeros([0, 3], dtype), bias);
    expect(y).toEqual(t.broadcastTo(bias, [2, 3]));
    const gradient = t.grad((b: Tensor) => t.sum(t.linear(t.zeros([2, 0], dtype), t.zeros([0, 3], dtype), b)))(bias);
    expect(gradient).toEqual(t.full([3], 2, dtype));
  });

  it("−1 beside them is refused, as it could be anything", () => {
    expect(() => t.reshape(t.zeros([2, 0]), [-1, 0])).toThrow(/could be any number[\s\S]*\[2, 0\]/);
    expect(t.reshape(t.zeros([2, 0]), [2, 1, -1]).shape).toEqual([2, 1, 0]);
  });
});

describe("NaN and places", () => {
  it("argmax is where max is: at the first NaN", () => {
    expect(t.item(t.argmax(t.tensor([0, 1, NaN])))).toBe(2);
    expect(t.item(t.argmax(t.tensor([1, NaN, 3, NaN])))).toBe(1);
    expect(
      t.toNested(
        t.argmax(
          t.tensor([
            [NaN, 1],
            [2, 2]
          ])
        )
      )
    ).toEqual([0, 0]);
  });

  it("expandDims refuses places that the result does not have, and those named twice", () => {
    expect(t.expandDims(t.zeros([2]), 0, -1).shape).toEqual([1, 2, 1]);
    expect(() => t.expandDims(t.zeros([2]), 20)).toThrow(/places between -2 and 1[\s\S]*\[20\]/);
    expect(() => t.expandDims(t.zeros([2]), 0, 0)).toThrow(/each once/);
  });

  it("split refuses parts of fewer than no numbers, and transposes each axis once", () => {
    expect(() => t.split(t.zeros([4]), -1)).toThrow(/split\.parts: must be a whole number at least 1/);
    expect(() => t.split(t.zeros([4]), [5, -1])).toThrow(/split\.parts/);
  });
});

describe("powers of 0", () => {
  const exponents = t.tensor([0, 1, 2], "float64");
  const f = (x: Tensor): Tensor => t.sum(t.pow(x, exponents));
  it("have the slopes of number exponents: 0, 1, 0", () => {
    const zero = t.zeros([3], "float64");
    expect(t.toNested(t.grad(f)(zero))).toEqual([0, 1, 0]);
    expect(t.toNested(t.jvp((x: Tensor) => t.pow(x, exponents), zero, t.ones([3], "float64")).tangent)).toEqual([
      0, 1, 0
    ]);
    expect(t.toNested(t.grad((x: Tensor) => t.sum(t.grad(f)(x)))(zero))).toEqual([0, 0, 2]);
  });
});
