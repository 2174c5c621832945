import {adamw} from "../../lib/optim/adamw.js";
import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {ropeAngles, ropeFrequencies} from "../../lib/nn/ropeFrequencies.js";
import * as t from "../../lib/tensor.js";

/** An operation at a point where it is smooth, in float64: what derivatives are compared with differences on. */
export interface Sample {
  readonly name: string;
  readonly f: (inputs: readonly Tensor[]) => Tensor;
  readonly inputs: readonly Tensor[];
}

const wide = (values: t.Nested): Tensor => t.tensor(values, "float64");
const draw = (seed: number, shape: readonly number[]): Tensor => t.randomNormal(fold(key(11), seed), shape, "float64");
const positive = (seed: number, shape: readonly number[]): Tensor => t.add(t.square(draw(seed, shape)), 0.5);
const ids = (values: t.Nested): Tensor => t.tensor(values, "int32");

const sample = (
  name: string,
  f: (...inputs: readonly [Tensor, Tensor, Tensor, Tensor]) => Tensor,
  ...inputs: readonly Tensor[]
): Sample => ({name, f: (list) => f(...(list as readonly [Tensor, Tensor, Tensor, Tensor])), inputs});

/** Points with 0, large and small numbers; functions with a kink at 0 are tried beside it. */
const line = wide([-100, -3, -0.5, 0, 1e-3, 2, 100]);
const beside = wide([-100, -3, -0.5, 0.25, 2, 100]);
const small = wide([-3, -0.5, 0, 1e-3, 2, 5]);
const above = wide([0.01, 0.5, 1, 3, 100]);

const unary: readonly Sample[] = [
  sample("exp", t.exp, small),
  sample("expm1", t.expm1, small),
  sample("log", t.log, above),
  sample("log1p", t.log1p, above),
  sample("sin", t.sin, line),
  sample("cos", t.cos, line),
  sample("tanh", t.tanh, line),
  sample("sigmoid", t.sigmoid, line),
  sample("erf", t.erf, line),
  sample("sqrt", t.sqrt, above),
  sample("rsqrt", t.rsqrt, above),
  sample("reciprocal", t.reciprocal, beside),
  sample("abs", t.abs, beside),
  sample("sign", t.sign, beside),
  sample("relu", t.relu, beside),
  sample("softplus", t.softplus, line),
  sample("square", t.square, line),
  sample("neg", t.neg, line),
  sample("geluErf", (x) => t.gelu(x), line),
  sample("geluTanh", (x) => t.gelu(x, {approximation: "tanh"}), line),
  sample("silu", t.silu, line),
  sample("clamp", (x) => t.clamp(x, -1, 1), beside),
  sample("pow 3", (x) => t.pow(x, 3), small),
  sample("pow 1", (x) => t.pow(x, 1), line),
  sample("pow 0", (x) => t.pow(x, 0), beside),
  sample("pow −1.5", (x) => t.pow(x, -1.5), above),
  sample("affine", (x) => t.affine(x, -2.5, 1), line),
  sample("cast and back", (x) => t.cast(x, "float64"), line)
];

const [square33, other33] = [draw(1, [3, 3]), draw(2, [3, 3])];
const binary: readonly Sample[] = [
  sample("add", t.add, square33, other33),
  sample("add, rows", t.add, draw(3, [2, 3]), draw(4, [3])),
  sample("sub, columns", t.sub, draw(5, [2, 3]), draw(6, [2, 1])),
  sample("mul", t.mul, square33, other33),
  sample("mul, scalar", t.mul, draw(7, [2, 3]), draw(8, [])),
  sample("mul with itself", (x) => t.mul(x, x), draw(9, [4])),
  sample("div", t.div, draw(10, [2, 3]), positive(11, [2, 3])),
  sample("div, outer", t.div, draw(12, [3, 1]), positive(13, [1, 2])),
  sample("maximum", t.maximum, square33, other33),
  sample("minimum, rows", t.minimum, square33, draw(14, [3])),
  sample("pow", t.pow, positive(15, [2, 3]), draw(16, [2, 3])),
  sample("pow, rows", t.pow, positive(17, [2, 3]), draw(18, [3])),
  sample("where", (a, b) => t.where(t.greater(square33, 0), a, b), draw(19, [3, 3]), draw(20, [3]))
];

const cube = draw(21, [2, 3, 2]);
const reduce: readonly Sample[] = (["sum", "mean", "max", "min", "logSumExp", "variance"] as const).flatMap((name) => [
  sample(`${name} of all`, (x) => t[name](x), cube),
  sample(`${name} of the middle`, (x) => t[name](x, {axes: 1}), cube),
  sample(`${name} of the ends`, (x) => t[name](x, {axes: [0, 2], keepDims: true}), cube)
]);

const shape: readonly Sample[] = [
  sample("reshape", (x) => t.reshape(x, [3, -1]), cube),
  sample("transpose", (x) => t.transpose(x, [2, 0, 1]), cube),
  sample("slice", (x) => t.slice(x, null, [0, 3, 2], [1]), cube),
  sample("flip", (x) => t.flip(x, 0, 2), cube),
  sample("concat", (a, b) => t.concat([a, b], 1), draw(22, [2, 3]), draw(23, [2, 1])),
  sample("stack", (a, b) => t.stack([a, b], 1), draw(24, [2, 2]), draw(25, [2, 2])),
  sample("split", (x) => t.split(x, [1, 2])[1]!, draw(26, [2, 3])),
  sample(
    "pad",
    (x) =>
      t.pad(
        x,
        [
          [1, 0],
          [0, 2]
        ],
        3
      ),
    draw(27, [2, 2])
  ),
  sample("broadcastTo", (x) => t.broadcastTo(x, [2, 2, 3]), draw(28, [2, 1])),
  sample("cumsum", (x) => t.cumsum(x, 1), cube),
  sample("cumsum from the end", (x) => t.cumsum(x, 0, {reverse: true}), cube),
  sample("tril", (x) => t.tril(x), square33),
  sample("triu", (x) => t.triu(x, 1), square33)
];

const index: readonly Sample[] = [
  sample(
    "embedding",
    (x) =>
      t.embedding(
        x,
        ids([
          [0, 2],
          [2, 1]
        ])
      ),
    draw(29, [3, 2])
  ),
  sample("take", (x) => t.take(x, ids([1, 1, 0]), 1), draw(30, [2, 3])),
  sample(
    "takeAlongAxis",
    (x) =>
      t.takeAlongAxis(
        x,
        ids([
          [0, 0],
          [2, 1]
        ])
      ),
    draw(31, [2, 3])
  ),
  sample("scatterAdd", (a, b) => t.scatterAdd(a, ids([1, 1, 0]), b), draw(32, [2, 2]), draw(33, [3, 2]))
];

const products: readonly Sample[] = [
  ...[false, true].flatMap((transposeA) =>
    [false, true].map((transposeB) =>
      sample(
        `matmul ${transposeA ? "Aᵀ" : "A"}·${transposeB ? "Bᵀ" : "B"}`,
        (a, b) => t.matmul(a, b, {transposeA, transposeB}),
        draw(34, transposeA ? [3, 2] : [2, 3]),
        draw(35, transposeB ? [4, 3] : [3, 4])
      )
    )
  ),
  sample("matmul, batched", (a, b) => t.matmul(a, b), draw(36, [2, 2, 3]), draw(37, [2, 3, 2])),
  sample("matmul, batch by matrix", (a, b) => t.matmul(a, b), draw(38, [2, 2, 3]), draw(39, [3, 2])),
  sample(
    "matmul, matrix by batch",
    (a, b) => t.matmul(a, b, {transposeA: true}),
    draw(40, [3, 2]),
    draw(41, [2, 3, 2])
  ),
  sample("matmul, broadcast batches", (a, b) => t.matmul(a, b), draw(42, [2, 1, 2, 2]), draw(43, [3, 2, 2])),
  sample("matmul, vectors", (a, b) => t.matmul(a, b), draw(44, [3]), draw(45, [3])),
  sample("linear", (x, w, b) => t.linear(x, w, b), draw(46, [2, 2, 3]), draw(47, [3, 2]), draw(48, [2]))
];

const targets = ids([1, -100, 3]);
const angles = ropeAngles([0, 1, 5], ropeFrequencies(4));
const [query, kv] = [draw(56, [1, 2, 3, 2]), draw(57, [1, 1, 4, 2])];
const fused: readonly Sample[] = [
  sample("softmax", (x) => t.softmax(x), draw(49, [2, 4])),
  sample("softmax, first axis", (x) => t.softmax(x, 0), draw(49, [2, 4])),
  sample("logSoftmax", (x) => t.logSoftmax(x), draw(50, [2, 4])),
  sample(
    "crossEntropy, smoothed",
    (x) => t.crossEntropy(x, targets, {labelSmoothing: 0.1, zLoss: 0.01, reduction: "none"}),
    draw(52, [3, 4])
  ),
  sample("crossEntropy", (x) => t.crossEntropy(x, targets), draw(51, [3, 4])),
  sample("layerNorm", (x, w, b) => t.layerNorm(x, w, b), draw(53, [2, 5]), draw(54, [5]), draw(55, [5])),
  sample("rmsNorm", (x, w) => t.rmsNorm(x, w), draw(53, [2, 5]), draw(54, [5])),
  sample("swiglu", (a, b) => t.swiglu(a, b), square33, other33),
  sample("rope, halves", (x) => t.rope(x, angles), draw(58, [2, 3, 4])),
  sample("rope, pairs", (x) => t.rope(x, angles, {variant: "interleaved"}), draw(58, [2, 3, 4])),
  sample("attention", (q, k, v) => t.attention(q, k, v), query, kv, draw(59, [1, 1, 4, 2])),
  sample(
    "attention, causal with a window",
    (q, k, v) => t.attention(q, k, v, {causal: true, window: 2}),
    query,
    kv,
    draw(59, [1, 1, 4, 2])
  ),
  sample("selfAttention, grouped", (x) => t.selfAttention(x, {heads: 2, kvHeads: 1}), draw(60, [2, 3, 8])),
  sample(
    "adamw",
    (p, m, v, g) => adamw([p], [g], {t: 3, m: [m], v: [v]}, {learningRate: 0.1, b2: 0.99, weightDecay: 0.1})[0][0]!,
    draw(61, [3]),
    draw(62, [3]),
    positive(63, [3]),
    draw(64, [3])
  )
];

/** Every operation that has a rule. */
export const samples: readonly Sample[] = [...unary, ...binary, ...reduce, ...shape, ...index, ...products, ...fused];
