import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

// enough numbers that a step is worth fusing, in shapes that do not end on four
const large = {
  embedding: [203, 60],
  layers: [
    {weight: [131, 170], bias: [170]},
    {weight: [1, 7], bias: [0]}
  ]
};
const small = {embedding: [5, 3], layers: [{weight: [3, 2], bias: [2]}]};
type Shapes = typeof large | typeof small;
type Tree = Readonly<Record<string, unknown>>;

const drawn = (seed: number, shapes: Shapes, dtype: "float32" | "float64" = "float32"): Tree => {
  let next = 0;
  const make = (shape: readonly number[]): Tensor => t.randomNormal(fold(key(seed), next++), shape, dtype);
  return {
    embedding: make(shapes.embedding),
    layers: shapes.layers.map(({weight, bias}) => ({weight: make(weight), bias: make(bias)}))
  };
};

/** Three steps by `optimizerStep`, and by updates that are applied. */
function both<S>(optimizer: t.GradientTransformation<S>, shapes: Shapes, dtype?: "float64") {
  let [fused, separate] = [1, 1].map((seed) => {
    const params = drawn(seed, shapes, dtype);
    return [params, optimizer.init(params)] as const;
  }) as [readonly [Tree, S], readonly [Tree, S]];
  for (let step = 0; step < 3; step++) {
    const grads = drawn(10 + step, shapes, dtype);
    fused = t.optimizerStep(optimizer, ...([fused[0], grads, fused[1]] as const));
    const [updates, next] = optimizer.update(grads, separate[1], separate[0]);
    separate = [t.applyUpdates(separate[0], updates), next];
  }
  return {fused: hash(fused), separate: hash(separate)};
}

const learningRate = 0.01;
const optimizers: Readonly<Record<string, t.GradientTransformation<unknown>>> = Object.fromEntries(
  Object.entries({
    sgd: t.sgd({learningRate}),
    "sgd with everything": t.sgd({learningRate, momentum: 0.9, nesterov: true, weightDecay: 0.1}),
    adagrad: t.adagrad({learningRate}),
    rmsprop: t.rmsprop({learningRate, momentum: 0.5, centered: true}),
    adam: t.adam({learningRate, weightDecay: 0.1}),
    adamw: t.adamwChain({learningRate: t.cosineSchedule({learningRate, totalSteps: 3}), weightDecay: 0.1}),
    nadam: t.nadam({learningRate}),
    lion: t.lion({learningRate, weightDecay: 0.1}),
    "values clipped": t.chain(t.clipByValue(0.5), t.scale(-0.1)),
    "behind a clipped norm": t.chain(t.clipByGlobalNorm(1), t.clipByGlobalNorm(0.5), t.adamwChain({learningRate})),
    "with averaged weights": t.chain(t.adam({learningRate}), t.averageWeights(0.9)),
    "with a mask before it": t.chain(t.masked("**.weight", t.addDecayedWeights(0.5)), t.sgd({learningRate})),
    "with a mask after it": t.chain(t.sgd({learningRate}), t.freeze("embedding")),
    "in parts": t.partition((path) => (path === "embedding" ? "a" : "b"), {
      a: t.sgd({learningRate}),
      b: t.adam({learningRate})
    }),
    accumulated: t.accumulate(2, t.adam({learningRate})),
    "of nothing": t.chain()
  }).map(([name, optimizer]) => [name, optimizer as unknown as t.GradientTransformation<unknown>])
);

describe("a step in one pass", () => {
  it.each(Object.keys(optimizers))("by %s is the step in parts, bit for bit, of many numbers and of few", (name) => {
    for (const shapes of [large, small]) {
      const {fused, separate} = both(optimizers[name]!, shapes);
      expect(fused).toBe(separate);
    }
    const {fused, separate} = both(optimizers[name]!, small, "float64");
    expect(fused).toBe(separate);
  });

  it("hands on what is not finite, and both zeros, as they are", () => {
    const odd = [NaN, Infinity, -Infinity, 0, -0, 1e-45, 3e38, -1];
    const params = {x: t.tensor(Float32Array.from({length: 40_000}, (_, i) => odd[i % 8]!))};
    const grads = {x: t.tensor(Float32Array.from({length: 40_000}, (_, i) => odd[(i >> 3) % 8]!))};
    for (const name of ["adam", "lion", "values clipped", "rmsprop"]) {
      const optimizer = optimizers[name]!;
      const state = optimizer.init(params);
      const [updates, next] = optimizer.update(grads, state, params);
      expect(hash(t.optimizerStep(optimizer, params, grads, state)), name).toBe(
        hash([t.applyUpdates(params, updates), next])
      );
    }
  });

  it("can be differentiated through, as the step in parts can", () => {
    const optimizer = t.sgd({learningRate: 0.5, momentum: 0.9});
    const params = {x: t.ones([40_000])};
    const length = (grads: {readonly x: Tensor}): Tensor =>
      t.sum(t.optimizerStep(optimizer, params, grads, optimizer.init(params))[0].x);
    const {x} = t.grad(length)({x: t.ones([40_000])});
    expect(Array.from(x.data).slice(0, 3)).toEqual([-0.5, -0.5, -0.5]);
  });

  it("leaves what it was given as it was", () => {
    const optimizer = t.adam({learningRate});
    const [params, grads] = [drawn(1, large), drawn(2, large)];
    const state = optimizer.init(params);
    const before = hash([params, grads, state]);
    t.optimizerStep(optimizer, params, grads, state);
    expect(hash([params, grads, state])).toBe(before);
  });

  it("names the path where gradients are not like parameters", () => {
    const optimizer = t.adam({learningRate});
    const params = {a: t.ones([40_000]), b: t.ones([3])};
    const state = optimizer.init(params);
    const grads = {a: t.ones([40_000]), b: t.ones([4])};
    expect(() => t.optimizerStep(optimizer, params, grads, state)).toThrow(/grads\.b|updates\.b/);
  });

  it("sees no path and no shape: what does is not called elementwise", () => {
    const of = (one: t.GradientTransformation<never>): boolean => one.elementwise === true;
    expect(of(t.adam({learningRate}) as never)).toBe(true);
    for (const one of [
      t.freeze("**"),
      t.clipByGlobalNorm(1),
      t.muonOfMatrices({learningRate}),
      t.accumulate(2, t.scale(1))
    ])
      expect(of(one as never)).toBe(false);
  });

  it("shows what it does to a number: momentum is two products and two sums", () => {
    const {inputs, operations, outputs} = t.stepProgram(
      t.sgd({learningRate: 0.1, momentum: 0.9}) as unknown as t.GradientTransformation<unknown>
    )!;
    expect(inputs).toBe(3); // gradient, parameter, velocity
    expect(operations).toEqual([
      {op: "affine", reads: [2], a: 0.9, b: 0},
      {op: "add", reads: [3, 0]},
      {op: "affine", reads: [4], a: -0.1, b: 0},
      {op: "add", reads: [1, 5]}
    ]);
    expect(outputs).toEqual([6, 4]);
    expect(t.stepProgram(t.clipByGlobalNorm(1) as unknown as t.GradientTransformation<unknown>)).toBe(undefined);
  });
});
