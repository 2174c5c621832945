import {describe, expect, it} from "vitest";
import {composedGeluErf, composedGeluTanh, composedSwiglu} from "../../lib/autodiff/fused/activations.js";
import {composedAttention} from "../../lib/autodiff/fused/composedAttention.js";
import {composedCrossEntropy} from "../../lib/autodiff/fused/crossEntropy.js";
import {composedLayerNorm, composedRmsNorm} from "../../lib/autodiff/fused/norms.js";
import {composedRope} from "../../lib/autodiff/fused/rope.js";
import {composedLogSoftmax, composedSoftmax} from "../../lib/autodiff/fused/softmax.js";
import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {ropeAngles, ropeFrequencies} from "../../lib/nn/ropeFrequencies.js";
import {adamw, adamwChain, adamwInit} from "../../lib/optim/adamw.js";
import {applyUpdates} from "../../lib/optim/applyUpdates.js";
import {hash} from "../../lib/core/hash.js";
import * as t from "../../lib/tensor.js";

type F = (inputs: readonly Tensor[]) => Tensor;
interface Pair {
  readonly name: string;
  readonly fused: F;
  readonly composed: F;
  readonly shapes: readonly (readonly number[])[];
}

const pair = (
  name: string,
  fused: (...x: readonly [Tensor, Tensor, Tensor]) => Tensor,
  composed: (...x: readonly [Tensor, Tensor, Tensor]) => Tensor,
  ...shapes: readonly (readonly number[])[]
): Pair => ({
  name,
  fused: (x) => fused(...(x as readonly [Tensor, Tensor, Tensor])),
  composed: (x) => composed(...(x as readonly [Tensor, Tensor, Tensor])),
  shapes
});

const targets = t.tensor([4, -100, 0], "int32");
const angles = (x: Tensor): Tensor => t.cast(ropeAngles([0, 3, 9], ropeFrequencies(6)), x.dtype as "float32");
const precise = ropeAngles([0, 3, 9], ropeFrequencies(6));
const matrices = [
  [1, 4, 5, 6],
  [1, 2, 7, 6],
  [1, 2, 7, 6]
] as const;

const pairs: readonly Pair[] = [
  pair(
    "linear",
    (x, w, b) => t.linear(x, w, b),
    (x, w, b) => t.add(t.matmul(x, w), b),
    [5, 7],
    [7, 3],
    [3]
  ),
  pair("softmax", (x) => t.softmax(x), composedSoftmax, [5, 7]),
  pair("logSoftmax", (x) => t.logSoftmax(x), composedLogSoftmax, [5, 7]),
  pair(
    "crossEntropy",
    (x) => t.crossEntropy(x, targets, {labelSmoothing: 0.1, zLoss: 1e-2, reduction: "none"}),
    (x) => composedCrossEntropy(x, {targets, ignoreIndex: -100, labelSmoothing: 0.1, zLoss: 1e-2}),
    [3, 5]
  ),
  pair(
    "layerNorm",
    (x, w, b) => t.layerNorm(x, w, b),
    (x, w, b) => composedLayerNorm(x, w, b, 1e-5),
    [4, 7],
    [7],
    [7]
  ),
  pair(
    "rmsNorm",
    (x, w) => t.rmsNorm(x, w),
    (x, w) => composedRmsNorm(x, w, 1e-5),
    [4, 7],
    [7]
  ),
  pair("gelu", (x) => t.gelu(x), composedGeluErf, [33]),
  pair("gelu, tanh", (x) => t.gelu(x, {approximation: "tanh"}), composedGeluTanh, [33]),
  pair(
    "silu",
    (x) => t.silu(x),
    (x) => t.mul(x, t.sigmoid(x)),
    [33]
  ),
  pair("swiglu", t.swiglu, composedSwiglu, [33], [33]),
  pair(
    "rope, halves",
    (x) => t.rope(x, precise),
    (x) => composedRope(x, angles(x), "half"),
    [2, 3, 6]
  ),
  pair(
    "rope, pairs",
    (x) => t.rope(x, precise, {variant: "interleaved"}),
    (x) => composedRope(x, angles(x), "interleaved"),
    [2, 3, 6]
  ),
  pair(
    "attention",
    (q, k, v) => t.attention(q, k, v, {causal: true, window: 4}),
    (q, k, v) => composedAttention(q, k, v, {causal: true, window: 4, scale: 1 / Math.sqrt(6)}),
    ...matrices
  ),
  pair(
    "attention to all",
    (q, k, v) => t.attention(q, k, v),
    (q, k, v) => composedAttention(q, k, v, {scale: 1 / Math.sqrt(6)}),
    ...matrices
  ),
  pair(
    "selfAttention",
    (x) => t.selfAttention(x, {heads: 2, kvHeads: 1}),
    (x) => {
      const heads = (from: number, n: number) =>
        t.transpose(t.reshape(t.slice(x, null, null, [from, from + 3 * n]), [2, 5, n, 3]), [0, 2, 1, 3]);
      const out = t.attention(heads(0, 2), heads(6, 1), heads(9, 1), {causal: true});
      return t.reshape(t.transpose(out, [0, 2, 1, 3]), [2, 5, 6]);
    },
    [2, 5, 12]
  )
];

const draws = (shapes: Pair["shapes"], dtype: "float32" | "float64", seed = 0): readonly Tensor[] =>
  shapes.map((shape, i) => t.randomNormal(fold(key(seed), i), shape, dtype));

function close(a: Tensor, b: Tensor, tolerance: number): void {
  expect(a.shape).toEqual(b.shape);
  const top = Array.from(b.data).reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
  Array.from(a.data).forEach((x, i) => expect(Math.abs(x - b.data[i]!) / top).toBeLessThanOrEqual(tolerance));
}

describe.each([
  ["float64", 1e-12],
  ["float32", 2e-5]
] as const)("fused = composed in %s", (dtype, tolerance) => {
  for (const {name, fused, composed, shapes} of pairs) {
    const inputs = draws(shapes, dtype);
    const seed = t.randomNormal(key(9), composed(inputs).shape, dtype);
    const weighed = (f: F) => (x: readonly Tensor[]) => t.sum(t.mul(f(x), seed));
    it(`${name}: values`, () => close(fused(inputs), composed(inputs), tolerance));
    it(`${name}: first derivatives`, () => {
      const [a, b] = [t.grad(weighed(fused))(inputs), t.grad(weighed(composed))(inputs)];
      a.forEach((each, i) => close(each, b[i]!, 4 * tolerance));
    });
    it(`${name}: second derivatives`, () => {
      const direction = draws(shapes, dtype, 5);
      const [a, b] = [fused, composed].map((f) => t.hessianVectorProduct(weighed(f), inputs, direction));
      a!.forEach((each, i) => close(each, b![i]!, 30 * tolerance));
      const [c, d] = [fused, composed].map((f) =>
        t.grad((x: readonly Tensor[]) =>
          t
            .grad(weighed(f))(x)
            .map((g, i) => t.sum(t.mul(g, direction[i]!)))
            .reduce((p, q) => t.add(p, q))
        )(inputs)
      );
      c!.forEach((each, i) => close(each, d![i]!, 30 * tolerance));
    });
  }

  it("adamw: three steps over a tree", () => {
    const params = {w: draws([[5, 3]], dtype)[0]!, list: draws([[7], [2]], dtype, 2)};
    const options = {learningRate: 0.1, b1: 0.9, b2: 0.999, eps: 1e-8, weightDecay: 0.01};
    const {init, update} = adamwChain(options);
    let [p, state] = [params, adamwInit(params)];
    let [q, parts] = [params, init(params)];
    for (let i = 1; i <= 3; i++) {
      const grads = {w: draws([[5, 3]], dtype, 10 + i)[0]!, list: draws([[7], [2]], dtype, 20 + i)};
      [p, state] = adamw(p, grads, state, options);
      const [updates, next] = update(grads, parts, q);
      [q, parts] = [applyUpdates(q, updates), next];
      close(p.w, q.w, tolerance);
      close(p.list[1]!, q.list[1]!, tolerance);
      expect(hash(parts[0])).toBe(hash(state));
    }
    expect(state.t).toBe(3);
  });
});
