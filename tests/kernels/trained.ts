import {createHash} from "node:crypto";
import type {Tensor} from "../../lib/core/tensorData.js";
import {eachLeaf} from "../../lib/core/tree.js";
import {bengio} from "../../lib/stages/03-neural-lm/index.js";
import * as t from "../../lib/tensor.js";

/** A fingerprint of all numbers in a tree. */
export const sha256 = (state: unknown): string => {
  const sum = createHash("sha256");
  eachLeaf((leaf) => {
    if (t.isTensor(leaf)) sum.update(Float64Array.from(leaf.data as ArrayLike<number>));
  }, state);
  return sum.digest("hex");
};

const [VOCABULARY, WIDTH, HEADS, CONTEXT, BATCH] = [29, 48, 3, 64, 8];

/** The fingerprint of four steps of a small decoder, large enough that its kernels are shared, from its parts. */
export function trainedDecoder(): string {
  const draw = (n: number, ...shape: readonly number[]): Tensor =>
    t.mul(t.randomNormal(t.fold(t.key(3), n), shape), 0.05);
  const params = {
    tokens: draw(0, VOCABULARY, WIDTH),
    norm: {weight: t.ones([WIDTH]), bias: t.zeros([WIDTH])},
    qkv: {weight: draw(1, WIDTH, 3 * WIDTH), bias: t.zeros([3 * WIDTH])},
    up: {weight: draw(2, WIDTH, 4 * WIDTH), bias: t.zeros([4 * WIDTH])},
    down: {weight: draw(3, 4 * WIDTH, WIDTH), bias: t.zeros([WIDTH])},
    head: draw(4, WIDTH, VOCABULARY)
  };
  const ids = t.tensor(
    Int32Array.from({length: BATCH * CONTEXT}, (_, i) => (i * 7919) % VOCABULARY),
    {
      shape: [BATCH, CONTEXT]
    }
  );
  const loss = ({tokens, norm, qkv, up, down, head}: typeof params): Tensor => {
    const x = t.embedding(tokens, ids);
    const seen = t.layerNorm(x, norm.weight, norm.bias);
    const mixed = t.add(x, t.selfAttention(t.linear(seen, qkv.weight, qkv.bias), {heads: HEADS}));
    const wide = t.gelu(t.linear(mixed, up.weight, up.bias), {approximation: "tanh"});
    return t.crossEntropy(t.matmul(t.add(mixed, t.linear(wide, down.weight, down.bias)), head), ids);
  };
  const step = ([now, state]: readonly [typeof params, t.AdamwState<typeof params>]) =>
    t.adamw(now, t.grad(loss)(now), state, {learningRate: 1e-3});
  return sha256(t.iterate(step, [params, t.adamwInit(params)] as const, 4));
}

/** The fingerprint of six steps of the network of Bengio and others. */
export function trainedBengio(): string {
  const corpus = "the quick brown fox jumps over the lazy dog; ".repeat(40);
  const opened = bengio({corpus, context: 5, width: 24, hidden: [160], batchSize: 96});
  let state = opened.model();
  for (let step = 0; step < 6; step++) state = opened.step(state, opened.data(step));
  return sha256(state);
}
