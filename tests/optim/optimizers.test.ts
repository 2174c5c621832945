import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {selects} from "../../lib/core/selector.js";
import {hash} from "../../lib/core/hash.js";
import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const draw = (seed: number, shape: readonly number[], dtype: "float32" | "float64" = "float64"): Tensor =>
  t.randomNormal(key(seed), shape, dtype);
const tree = (seed: number) => ({
  embedding: draw(seed, [5, 3]),
  layers: [0, 1].map((i) => ({weight: draw(seed + 10 + i, [3, 2]), bias: draw(seed + 20 + i, [2])}))
});
type Tree = ReturnType<typeof tree>;
const seeds = fc.integer({min: 0, max: 1e6});
const law = (holds: (seed: number) => void) => fc.assert(fc.property(seeds, holds), {numRuns: 20});

/** Parameters and state after steps whose gradients are given by their numbers. */
function train<S>(
  {init, update}: t.GradientTransformation<S>,
  gradient: (step: number) => Tree,
  steps = 5,
  params: Tree = tree(1)
) {
  let [now, state] = [params, init(params)];
  for (let i = 0; i < steps; i++) {
    const [updates, next] = update(gradient(i), state, now);
    [now, state] = [t.applyUpdates(now, updates), next];
  }
  return {params: now, state};
}

const drawn = (seed: number) => (step: number) => tree(seed + 100 * step);
const times = (factor: number, trees: Tree): Tree => t.mapTree((x) => t.mul(x, factor), trees) as Tree;
const flat = (trees: object): readonly number[] => t.leaves<unknown>(trees).flatMap(([, x]) => [...(x as Tensor).data]);
const close = (a: object, b: object, relative = 1e-12) => {
  const [x, y] = [flat(a), flat(b)];
  expect(x.length).toBe(y.length);
  x.forEach((each, i) => expect(Math.abs(each - y[i]!)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(y[i]!))));
};

describe("optimizers", () => {
  it("of Adam’s kind do not see how large gradients are, only how they differ", () =>
    law((seed) => {
      const optimizer = t.adam({learningRate: 0.1, eps: 0});
      close(train(optimizer, (step) => times(1000, drawn(seed)(step))).params, train(optimizer, drawn(seed)).params);
    }));

  it("take k small batches for one large one, and move once", () =>
    law((seed) => {
      const one = t.sgd({learningRate: 0.1, momentum: 0.9});
      const mean = (step: number): Tree =>
        t.mapTree(
          (a: Tensor, b: Tensor) => t.mul(t.add(a, b), 0.5),
          drawn(seed)(2 * step),
          drawn(seed)(2 * step + 1)
        ) as Tree;
      close(train(t.accumulate(2, one), drawn(seed), 6).params, train(one, mean, 3).params);
    }));

  it("stay where they are between two steps of accumulation", () => {
    const {params} = train(t.accumulate(3, t.adam({learningRate: 1})), drawn(3), 2);
    expect(hash(params)).toBe(hash(tree(1)));
  });

  it("follow a mean of weights that is the weights where they do not move", () => {
    const {state} = train(t.averageWeights(0.9), () => times(0, tree(1)), 10);
    close(state.average, tree(1));
  });

  it("average what came after each step", () => {
    const {state} = train(t.chain(t.scaleByLearningRate(1), t.averageWeights(0.5)), () => tree(1), 1);
    close(state[1].average, times(0.5, tree(1))); // half of the weights, and half of weights − weights
  });

  it("move each number by the rate, by signs", () => {
    const {params} = train(t.lion({learningRate: 0.25}), drawn(7), 1);
    const moved = flat(params).map((x, i) => Math.abs(x - flat(tree(1))[i]!));
    for (const by of moved) expect(by).toBeCloseTo(0.25, 12);
  });

  it("by Nesterov’s Adam go where PyTorch’s formulas go", () => {
    const [rate, b1, b2, eps, psi] = [0.1, 0.9, 0.999, 1e-8, 0.004];
    const gradients = [0.5, -1.5, 2, 0.25];
    let [x, m, v, product] = [1, 0, 0, 1];
    gradients.forEach((g, i) => {
      const mu = (step: number) => b1 * (1 - 0.5 * 0.96 ** (step * psi));
      const step = i + 1;
      product *= mu(step);
      m = b1 * m + (1 - b1) * g;
      v = b2 * v + (1 - b2) * g * g;
      const spread = Math.sqrt(v / (1 - b2 ** step)) + eps;
      x -= (rate * (1 - mu(step)) * g) / (1 - product) / spread;
      x -= (rate * mu(step + 1) * m) / (1 - product * mu(step + 1)) / spread;
    });
    const {init, update} = t.nadam({learningRate: rate});
    let params = {x: t.tensor([1], "float64")};
    let state = init(params);
    for (const g of gradients) {
      const [updates, next] = update({x: t.tensor([g], "float64")}, state, params);
      [params, state] = [t.applyUpdates(params, updates), next];
    }
    expect(params.x.data[0]).toBeCloseTo(x, 12);
  });

  it("take a schedule, whose step 0 is their first", () => {
    const rates = [0.1, 0, 0.5];
    const {params, state} = train(
      t.scaleByLearningRate((step) => rates[step]!),
      () => tree(1),
      3
    );
    close(params, times(0.4, tree(1)));
    expect(state.step).toBe(3);
    expect(() => train(t.sgd({learningRate: () => NaN}), drawn(1), 1)).toThrow(/learningRate|rate/i);
  });

  it("have settings that can be changed in the middle of a run", () => {
    const live = t.inject<number, t.SgdState>((learningRate) => t.sgd({learningRate, momentum: 0.5}), 0.1);
    const halfway = train(live, drawn(5), 3);
    const [updates] = live.update(drawn(5)(3), {...halfway.state, settings: 0}, halfway.params);
    expect(flat(updates).every((u) => u === 0)).toBe(true);
    const [fast] = live.update(drawn(5)(3), {...halfway.state, settings: 0.2}, halfway.params);
    const [slow] = live.update(drawn(5)(3), halfway.state, halfway.params);
    close(fast, times(2, slow));
  });
});

describe("parts of a tree", () => {
  it.each([
    ["layers.*.weight", ["layers.0.weight", "layers.1.weight"]],
    ["**.bias", ["layers.0.bias", "layers.1.bias"]],
    ["layers.0.*", ["layers.0.weight", "layers.0.bias"]],
    ["layers.**", ["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"]],
    ["e*", ["embedding"]],
    [
      ["embedding", "layers.1.*"],
      ["embedding", "layers.1.weight", "layers.1.bias"]
    ],
    ["**", t.leaves(tree(1)).map(([path]) => path)]
  ] as const)("are meant by %s", (selector, paths) => {
    const all = t.leaves(tree(1)).map(([path]) => path);
    expect(all.filter(selects("test", selector))).toEqual(paths);
  });

  it("that are frozen keep their bits, and the others move as without", () =>
    law((seed) => {
      const optimizer = t.adam({learningRate: 0.1});
      const {params} = train(t.chain(optimizer, t.freeze(["embedding", "**.bias"])), drawn(seed));
      const free = train(optimizer, drawn(seed)).params;
      expect(hash([params.embedding, params.layers[0]!.bias])).toBe(hash([tree(1).embedding, tree(1).layers[0]!.bias]));
      expect(hash(params.layers[1]!.weight)).toBe(hash(free.layers[1]!.weight));
    }));

  it("that are frozen stay as they are where their gradient is NaN", () => {
    const broken = (): Tree => times(NaN, tree(1));
    expect(hash(train(t.freeze("**"), broken, 1).params)).toBe(hash(tree(1)));
  });

  it("alone decay where a mask says so", () => {
    const {update, init} = t.masked("**.weight", t.addDecayedWeights(0.5));
    const zero = times(0, tree(1));
    const [updates] = update(zero, init(tree(1)), tree(1));
    close(updates.layers[0]!.weight, t.mul(tree(1).layers[0]!.weight, 0.5));
    expect(hash(updates.embedding)).toBe(hash(zero.embedding));
  });

  it("have their own optimizers, as if each were alone", () =>
    law((seed) => {
      const [fast, slow] = [t.sgd({learningRate: 1}), t.adam({learningRate: 0.01})];
      const both = t.partition((path) => (path === "embedding" ? "fast" : "slow"), {fast, slow});
      const {params} = train(both, drawn(seed));
      expect(hash(params.embedding)).toBe(hash(train(fast, drawn(seed)).params.embedding));
      expect(hash(params.layers)).toBe(hash(train(slow, drawn(seed)).params.layers));
    }));

  it("that are hidden matrices go by Muon, and the others by AdamW", () => {
    const [learningRate, others] = [0.02, {learningRate: 0.1}];
    const optimizer = t.muon({learningRate}, others, (path) => path !== "embedding");
    const {params} = train(optimizer, drawn(4));
    const adamw = train(t.adamwChain(others), drawn(4)).params;
    expect(hash([params.embedding, params.layers[0]!.bias])).toBe(hash([adamw.embedding, adamw.layers[0]!.bias]));
    expect(hash(params.layers[0]!.weight)).not.toBe(hash(adamw.layers[0]!.weight));
  });

  it.each([
    [
      "a pattern that means nothing",
      () => t.freeze("layer.*").init(tree(1)) ?? train(t.freeze("layer.*"), drawn(1), 1),
      /means at least one path/
    ],
    ["a pattern without a name", () => train(t.freeze("a..b"), drawn(1), 1), /names joined with points/],
    ["a group that is none", () => t.partition(() => "c" as never, {a: t.scale(1)}).init(tree(1)), /one of the parts/],
    ["a bias for Muon", () => train(t.muonOfMatrices({learningRate: 1}), drawn(1), 1), /matrix/],
    ["a part of a step", () => t.accumulate(0.5, t.scale(1)), /whole number/]
  ] as const)("refuse %s", (_, mistake, message) => expect(mistake).toThrow(message));
});

describe("Newton and Schulz", () => {
  it("leave singular vectors as they are: an orthogonal matrix only changes by a factor", () => {
    const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
    const rotation = t.tensor(
      [
        [c, -s],
        [s, c]
      ],
      "float64"
    ); // prettier keeps matrices in rows
    const out = t.newtonSchulz(rotation);
    const factor = out.data[0]! / c;
    expect(factor).toBeGreaterThan(0.6);
    expect(factor).toBeLessThan(1.3);
    close(out, t.mul(rotation, factor));
  });

  it("are the same for a matrix and its transpose, transposed", () =>
    law((seed) => {
      const x = t.randomNormal(fold(key(seed), 1), [4, 7], "float64");
      close(t.newtonSchulz(t.transpose(x)), t.transpose(t.newtonSchulz(x)), 1e-9);
    }));
});
