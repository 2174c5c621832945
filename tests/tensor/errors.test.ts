import {describe, expect, it} from "vitest";
import {DtypeError, ShapeError} from "../../lib/core/errors.js";
import * as t from "../../lib/tensor.js";

const [a, b] = [t.zeros([8, 64]), t.zeros([65, 64])];

/** Each mistake, and what its message must tell: the operation, both shapes, what to do. */
const mistakes: readonly (readonly [string, () => unknown, RegExp])[] = [
  ["matmul", () => t.matmul(a, b), /^matmul: inner dimensions differ: \[8, 64\] · \[65, 64\] \(64 ≠ 65\)$/],
  [
    "matmul, transposed",
    () => t.matmul(a, t.zeros([65, 63]), {transposeB: true}),
    /\[8, 64\] · \[65, 63\]ᵀ \(64 ≠ 63\)/
  ],
  ["matmul of a scalar", () => t.matmul(t.scalar(1), a), /not scalars[\s\S]*mul/],
  ["matmul of batches", () => t.matmul(t.zeros([2, 3, 4]), t.zeros([5, 4, 3])), /do not broadcast: \[2\] and \[5\]/],
  ["add", () => t.add(a, b), /^add: shapes do not broadcast: \[8, 64\] and \[65, 64\] \(8 ≠ 65\)/],
  ["kinds", () => t.add(a, t.zeros([64], "float64")), /float32 ≠ float64[\s\S]*cast/],
  ["whole numbers in exp", () => t.exp(t.zeros([2], "int32")), /^exp: floats[\s\S]*cast/],
  ["quotient of whole numbers", () => t.div(t.zeros([2], "int32"), 2), /^div: floats/],
  ["an axis", () => t.sum(a, {axes: 2}), /between -2 and 1[\s\S]*\[8, 64\]/],
  ["an axis twice", () => t.sum(a, {axes: [0, -2]}), /at most once/],
  ["reshape", () => t.reshape(a, [7, -1]), /a shape for 512 numbers/],
  ["transpose", () => t.transpose(a, [0, 0]), /each axis once/],
  ["slice", () => t.slice(a, [0, 9]), /inside of axis 0, which has 8/],
  ["concat", () => t.concat([a, t.zeros([8, 63])], 0), /differ along axis 0 alone[\s\S]*\[8, 63\]/],
  ["split", () => t.split(a, 5), /add up to the 64 of axis 1/],
  ["pad", () => t.pad(a, [[1, 1]]), /for each axis/],
  ["embedding", () => t.embedding(a, t.tensor([0, 8], "int32")), /ids between 0 and 7[\s\S]*id at 1\s+8/],
  ["embedding of floats", () => t.embedding(a, t.tensor([0, 1])), /int32/],
  ["where", () => t.where(a, a, a), /truth values[\s\S]*notEqual/],
  ["max of nothing", () => t.max(t.zeros([0])), /at least one number/],
  ["crossEntropy", () => t.crossEntropy(a, t.zeros([7], "int32")), /one target for each row[\s\S]*shifted by one/],
  ["a target", () => t.crossEntropy(a, t.full([8], 64, "int32")), /targets between 0 and 63/],
  ["layerNorm", () => t.layerNorm(a, t.ones([63]), t.zeros([64])), /for each number of the last axis[\s\S]*\[63\]/],
  ["swiglu", () => t.swiglu(a, b), /one shape/],
  [
    "attention",
    () => t.attention(t.zeros([1, 3, 4, 2]), t.zeros([1, 2, 4, 2]), t.zeros([1, 2, 4, 2])),
    /kvHeads dividing heads/
  ],
  ["selfAttention", () => t.selfAttention(t.zeros([1, 4, 10]), {heads: 3}), /\(heads \+ 2·kvHeads\)·headDim/],
  ["rope", () => t.rope(t.zeros([2, 3, 5]), t.zeros([3, 2])), /even headDim/],
  ["linear", () => t.linear(a, b), /\[8, 64\] · \[65, 64\] \(64 ≠ 65\)[\s\S]*weight is \[in, out\]/]
];

describe("a mistake in shapes or kinds gets an error that shows them", () => {
  it.each(mistakes)("%s", (_, mistake, message) => {
    expect(mistake).toThrow(message);
    expect(mistake).toThrow(
      expect.toSatisfy((error: unknown) => error instanceof ShapeError || error instanceof DtypeError)
    );
  });

  it("says in which part of a model it happened", () => {
    const build = (): unknown =>
      t.within("layers.0", () => t.within("attention", () => t.within("query", () => t.matmul(a, b))));
    expect(build).toThrow("matmul: inner dimensions differ: [8, 64] · [65, 64] (64 ≠ 65), in layers.0.attention.query");
    expect(build).toThrow(ShapeError);
  });
});
