import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

type Kind = "float32" | "float64";
const tree = (seed: number, dtype: Kind) => {
  const draw = (i: number, shape: readonly number[]): Tensor => t.randomNormal(fold(key(seed), i), shape, dtype);
  return {w: draw(0, [3, 2]), layers: [draw(1, [2]), draw(2, [])]};
};
type Tree = ReturnType<typeof tree>;
const draws = fc.record({seed: fc.integer({min: 0, max: 1e6}), dtype: fc.constantFrom<Kind>("float32", "float64")});
const check = (law: (seed: number, dtype: Kind) => void): void =>
  fc.assert(
    fc.property(draws, ({seed, dtype}) => law(seed, dtype)),
    {numRuns: 30}
  );

/** Updates and states of so many steps, for gradients that are drawn. */
function run<S>({init, update}: t.GradientTransformation<S>, seed: number, dtype: Kind, steps = 4) {
  let params = tree(seed, dtype);
  let state = init(params);
  const updates: Tree[] = [];
  for (let i = 0; i < steps; i++) {
    const [next, kept] = update(tree(seed + 1 + i, dtype), state, params);
    [params, state] = [t.applyUpdates(params, next), kept];
    updates.push(next);
  }
  return {params, state, updates};
}

const flat = (states: unknown): readonly unknown[] => (Array.isArray(states) ? states.flatMap(flat) : [states]);
const largest = (x: Tensor): number => Array.from(x.data).reduce((most, each) => Math.max(most, Math.abs(each)), 0);

describe("chain", () => {
  const [a, b, c] = [t.clipByGlobalNorm(1), t.scaleByAdam({b1: 0.8}), t.addDecayedWeights(0.1)];

  it("is associative: the same updates and parameters, bit for bit, and the same states but for their nesting", () =>
    check((seed, dtype) => {
      const [left, right, all] = [
        run(t.chain(t.chain(a, b), c), seed, dtype),
        run(t.chain(a, t.chain(b, c)), seed, dtype),
        run(t.chain(a, b, c), seed, dtype)
      ];
      for (const each of [left, right]) {
        expect(hash([each.updates, each.params])).toBe(hash([all.updates, all.params]));
        expect(hash(flat(each.state))).toBe(hash(all.state));
      }
    }));

  it("of one part is that part, and of none leaves updates alone", () =>
    check((seed, dtype) => {
      expect(hash(run(t.chain(b), seed, dtype).updates)).toBe(hash(run(b, seed, dtype).updates));
      expect(hash(t.chain().update(tree(seed, dtype), [], tree(seed, dtype))[0])).toBe(hash(tree(seed, dtype)));
    }));

  it("knows the states of its parts", () => {
    const [, {velocity}] = t.chain(t.scale(2), t.momentum(0.9)).init({w: t.ones([2])});
    expect(velocity).toEqual({w: t.zeros([2])});
  });
});

describe("momentum", () => {
  it("of 0 is plain descent, bit for bit", () =>
    check((seed, dtype) => {
      const [heavy, plain] = [t.sgd({learningRate: 0.1}), t.scaleByLearningRate(0.1)];
      expect(hash(run(heavy, seed, dtype).params)).toBe(hash(run(plain, seed, dtype).params));
    }));

  it("sums a gradient that stays to 1/(1 − decay) of it", () => {
    const {init, update} = t.momentum(0.5);
    const g = {w: t.tensor([2, -4], "float64")};
    let state = init(g);
    let last = g;
    for (let i = 0; i < 60; i++) [last, state] = update(g, state, g);
    expect(t.toNested(last.w)).toEqual([4, -8]);
  });

  it("goes down a long valley faster than plain descent", () => {
    const curvature = t.tensor([1, 50], "float64");
    const loss = (p: {readonly x: Tensor}): Tensor => t.sum(t.mul(curvature, t.square(p.x)));
    const end = (optimizer: t.GradientTransformation<t.SgdState>): number => {
      let params = {x: t.tensor([1, 1], "float64")};
      let state = optimizer.init(params);
      for (let i = 0; i < 100; i++) {
        const [updates, next] = optimizer.update(t.grad(loss)(params), state, params);
        [params, state] = [t.applyUpdates(params, updates), next];
      }
      return t.item(loss(params));
    };
    expect(end(t.sgd({learningRate: 0.01, momentum: 0.8}))).toBeLessThan(1e-3 * end(t.sgd({learningRate: 0.01})));
  });
});

describe("clipping by the global norm", () => {
  it("leaves short gradients alone, bit for bit", () =>
    check((seed, dtype) => {
      const g = tree(seed, dtype);
      const norm = t.item(t.globalNorm(g));
      for (const most of [norm * 1.0001, 100, Infinity])
        expect(hash(t.clipByGlobalNorm(most).update(g, null, g)[0])).toBe(hash(g));
    }));

  it("makes long ones as long as they may be, in the same direction", () =>
    check((seed, dtype) => {
      const g = tree(seed, dtype);
      const norm = t.item(t.globalNorm(g));
      const [clipped] = t.clipByGlobalNorm(norm / 3).update(g, null, g);
      expect(t.item(t.globalNorm(clipped)) / norm).toBeCloseTo(1 / 3, 6);
      expect(t.item(t.div(t.slice(clipped.layers[0]!, [0, 1]), t.slice(g.layers[0]!, [0, 1])))).toBeCloseTo(1 / 3, 6);
    }));

  it("of nothing but zeros is zeros, of float32 numbers whose squares overflow is finite, and NaN is not hidden", () => {
    const clip = (x: Tensor): t.Nested => t.toNested(t.clipByGlobalNorm(5).update({x}, null, {x})[0].x);
    expect(clip(t.zeros([2]))).toEqual([0, 0]);
    expect(clip(t.tensor([3e30, 4e30]))).toEqual([3, 4]);
    expect(clip(t.tensor([NaN, 1]))).toEqual([NaN, NaN]);
  });

  it("can be differentiated through", () => {
    const f = (x: Tensor): Tensor => t.sum(t.sin(t.clipByGlobalNorm(1).update({x}, null, {x})[0].x));
    for (const x of [t.tensor([0.3, 0.4], "float64"), t.tensor([3, -4], "float64")])
      expect(t.checkGrad(f, x)).toMatchObject({passed: true});
  });
});

describe("adamw", () => {
  const options = {learningRate: 0.1, b1: 0.85, weightDecay: 0.05};

  it("is its chain: means are the same bits, parameters within 4 units in the last place of the largest", () =>
    check((seed, dtype) => {
      const composed = run(t.adamwChain(options), seed, dtype, 5);
      let params = tree(seed, dtype);
      let state = t.adamwInit(params);
      for (let i = 0; i < 5; i++) [params, state] = t.adamw(params, tree(seed + 1 + i, dtype), state, options);
      expect(hash(state.t)).toBe(hash(composed.state[0].t));
      const unit = dtype === "float32" ? 2 ** -23 : 2 ** -52;
      // parameters differ by rounding after each of the five steps
      const near = (a: Tensor, b: Tensor): void =>
        expect(largest(t.sub(a, b))).toBeLessThanOrEqual(5 * 4 * unit * Math.max(largest(a), options.learningRate));
      expect(hash(state)).toBe(hash(composed.state[0]));
      near(params.w, composed.params.w);
      params.layers.forEach((layer, i) => near(layer, composed.params.layers[i]!));
    }));

  it("pairs leaves by path, whatever the order of keys", () => {
    const [w, b] = [t.tensor([1, 2]), t.tensor([3])];
    const grads = {w: t.tensor([1, 1]), b: t.tensor([-1])};
    const [there] = t.adamw({w, b}, grads, t.adamwInit({w, b}), options);
    const [back] = t.adamw({w, b}, {b: grads.b, w: grads.w}, t.adamwInit({b, w}), options);
    expect(back).toEqual(there);
  });

  const p = {w: t.zeros([12])};
  const state = t.adamwInit(p);
  it.each([
    [
      "a gradient of another shape",
      () => t.adamw(p, {w: t.ones([1])}, state, options),
      /same shapes\n\s+params\.w +\[12\]\n\s+grads\.w +\[1\]/
    ],
    [
      "one of another kind",
      () => t.adamw(p, {w: t.ones([12], "float64")}, state, options),
      /float32 ≠ float64[\s\S]*grads\.w/
    ],
    [
      "another tree",
      () => t.adamw<object>(p, {v: t.ones([12])}, state, options),
      /same structure[\s\S]*params at the root[\s\S]*grads at the root/
    ],
    [
      "a state of another tree",
      () => t.adamw<object>(p, p, t.adamwInit({v: p.w}), options),
      /same structure[\s\S]*m at the root/
    ],
    ["no state", () => t.adamw(p, p, undefined as never, options), /adamw\.state/],
    ["a misspelled option", () => t.adamw(p, p, state, {lr: 0.1} as never), /no such setting/],
    ["no learning rate", () => t.adamw(p, p, state, {} as never), /adamw\.learningRate: must be a number at least 0/],
    [
      "a mean that keeps everything",
      () => t.adamw(p, p, state, {...options, b1: 1}),
      /adamw\.b1: must be a number at least 0 and below 1/
    ],
    ["whole numbers", () => t.adamwInit({w: t.zeros([2], "int32")}), /floats/],
    ["updates of another tree", () => t.applyUpdates<object>(p, {}), /applyUpdates: all trees have the same structure/],
    ["a length of 0", () => t.clipByGlobalNorm(0), /above 0/],
    ["a negative rate", () => t.sgd({learningRate: -1}), /at least 0/]
  ] as const)("refuses %s", (_, mistake, message) => expect(mistake).toThrow(message));
});

it("momentum that keeps nothing remembers nothing, and one that is put in its place begins at rest", () => {
  const params = {w: t.ones([3], "float64")};
  const none = t.momentum(0);
  const [same, state] = none.update(params, none.init(params), params);
  expect(same).toBe(params);
  expect(t.leaves<unknown>(state)).toEqual([]);
  const [first, {velocity}] = t.momentum(0.5).update(params, state, params);
  expect([...first.w.data]).toEqual([1, 1, 1]);
  const [second] = t.momentum(0.5).update(params, {velocity}, params);
  expect([...second.w.data]).toEqual([1.5, 1.5, 1.5]);
});
