import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {mlp} from "../../../lib/autodiff/scalar/mlp.js";
import {numericalGradient} from "../../../lib/autodiff/scalar/numericalGradient.js";
import {variable} from "../../../lib/autodiff/scalar/expression.js";
import {hash} from "../../../lib/core/hash.js";
import {key} from "../../../lib/core/random/key.js";
import {leaves, mapTree} from "../../../lib/core/tree.js";
import * as t from "../../../lib/tensor.js";
import {pointSets} from "../../../lib/stages/02-autodiff/datasets.js";
import {gradientsOf, pointLosses, shapeOfMlp} from "../../../lib/stages/02-autodiff/scalarLoss.js";
import {pointsOf, scalarMlp, type ScalarMlpState} from "../../../lib/stages/02-autodiff/scalarMlp.js";
import {scalarMlpConfig, type ScalarMlpConfig} from "../../../lib/stages/02-autodiff/scalarMlpConfig.js";
import {surface} from "../../../lib/stages/02-autodiff/surface.js";

function train(config: ScalarMlpConfig, steps: number): ScalarMlpState {
  const {data, model, step} = scalarMlp(config);
  let state = model();
  for (let i = 0; i < steps; i++) state = step(state, data(i));
  return state;
}
function measured(config: ScalarMlpConfig, state: ScalarMlpState) {
  const {data, metrics} = scalarMlp(config);
  return metrics(state, data(state.step));
}

describe("learns", () => {
  it.each([
    [{dataset: "xor", noise: 0.2}, 150],
    [{dataset: "twoMoons"}, 400],
    [{dataset: "twoMoons", loss: "hinge", activation: "relu"}, 300],
    [{dataset: "circles", activation: "sin"}, 300]
  ] satisfies [ScalarMlpConfig, number][])("%j in %d steps, on points that it has not seen", (config, steps) => {
    const before = measured(config, scalarMlp(config).model());
    const after = measured(config, train(config, steps));
    expect(after.validationAccuracy).toBeGreaterThan(0.95);
    expect(after.validationLoss).toBeLessThan(0.3 * before.validationLoss);
    expect(after.trainGradientNorm).toBeLessThan(before.trainGradientNorm);
  });

  it("no more than a line, without a hidden layer", () => {
    const config: ScalarMlpConfig = {dataset: "xor", hidden: []};
    expect(measured(config, train(config, 200)).trainAccuracy).toBeLessThan(0.8);
  });
});

it("the gradient of a batch is what central differences of its loss find", () => {
  for (const loss of ["crossEntropy", "hinge"] as const) {
    const config: ScalarMlpConfig = {hidden: [3], loss};
    const {params} = train(config, 5);
    const batch = scalarMlp(config).data(7);
    const flat = leaves(params).map(([, value]) => value as number);
    const rebuilt = (values: readonly number[]) => {
      let i = 0;
      return mapTree(() => values[i++]!, params) as typeof params;
    };
    const {gradients, loss: value} = gradientsOf(config)(params, batch);
    const found = leaves(gradients).map(([, g]) => g as number);
    const expected = numericalGradient((values) => gradientsOf(config)(rebuilt(values), batch).loss, flat);
    expected.forEach((g, i) => expect(found[i]).toBeCloseTo(g, 7));
    expect(gradientsOf(config)(rebuilt(flat), batch).loss).toBe(value);
  }
});

it("the cross-entropy of a margin is −ln of its sigmoid, and at extremes does not overflow", () => {
  const at = (margin: number) => pointLosses.crossEntropy(variable(margin)).value;
  expect(at(0)).toBeCloseTo(Math.LN2, 15);
  expect(at(1.5)).toBeCloseTo(Math.log1p(Math.exp(-1.5)), 14);
  expect([at(1e4), at(-1e4)]).toEqual([0, 1e4]);
});

it("the slope of the cross-entropy is −σ(−m), at 0 too, where its parts have kinks", () => {
  for (const m of [-800, -3, -0.5, 0, 0.5, 3, 800]) {
    const margin = variable(m);
    expect(backward(pointLosses.crossEntropy(margin)).get(margin)).toBeCloseTo(-1 / (1 + Math.exp(m)), 14);
  }
});

it("a step is momentum, weight decay and a learning rate, as written", () => {
  const config: ScalarMlpConfig = {hidden: [2], momentum: 0.5, weightDecay: 0.01, learningRate: 0.2};
  const batchAt = scalarMlp(config).data;
  const one = train(config, 1);
  const two = scalarMlp(config).step(one, batchAt(1));
  const {gradients} = gradientsOf(config)(one.params, batchAt(1));
  const velocity = mapTree(
    (v: number, g, w) => 0.5 * v + (g as number) + 0.01 * (w as number),
    one.velocity,
    gradients,
    one.params
  );
  expect(two.velocity).toEqual(velocity);
  expect(two.params).toEqual(mapTree((w: number, v) => w - 0.2 * (v as number), one.params, velocity));
  expect(two.step).toBe(2);
});

it("the surface is the network's score at each point, bit for bit", () => {
  const config = fc.record({
    activation: fc.constantFrom("tanh", "relu", "sigmoid", "sin"),
    hidden: fc.array(fc.integer({min: 1, max: 5}), {maxLength: 3}),
    seed: fc.nat()
  });
  fc.assert(
    fc.property(config, fc.integer({min: 1, max: 4}), fc.integer({min: 1, max: 4}), (given, columns, rows) => {
      const {params} = scalarMlp(given as ScalarMlpConfig).model();
      const {apply} = mlp(shapeOfMlp(scalarMlpConfig(given as ScalarMlpConfig)));
      const values = surface(params, given as ScalarMlpConfig, {x: [-1, 2], y: [0, 1], columns, rows});
      const place = (from: number, to: number, i: number, n: number) =>
        n < 2 ? from : from + ((to - from) * i) / (n - 1);
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          expect(values[row * columns + column]).toBe(
            apply(params, [place(-1, 2, column, columns), place(0, 1, row, rows)])[0]!.value
          );
    }),
    {numRuns: 50}
  );
});

it("the state after n steps is one state, whatever ran before", () => {
  const config: ScalarMlpConfig = {samples: 40, hidden: [4]};
  expect(hash(train(config, 20))).toBe(hash(train(config, 20)));
  expect(hash(train(config, 20))).not.toBe(hash(train({...config, seed: 2}, 20)));
});

it("each round goes once through all points that are trained on, in an order of its own", () => {
  const config: ScalarMlpConfig = {samples: 40, validation: 0.25, batchSize: 10};
  const batchAt = scalarMlp(config).data;
  const round = (n: number) => [0, 1, 2].flatMap((i) => batchAt(3 * n + i));
  const {train: points, held} = pointsOf(config);
  expect([points.length, held.length]).toEqual([30, 10]);
  expect(new Set(round(0).map(({x}) => String(x)))).toEqual(new Set(points.map(({x}) => String(x))));
  expect(round(1)).not.toEqual(round(0));
  expect(batchAt(4)).toEqual(batchAt(4));
});

it.each(Object.keys(pointSets) as (keyof typeof pointSets)[])("%s has both classes, near the origin", (name) => {
  const points = pointSets[name](key(5), {samples: 400, noise: 0});
  expect(points.filter(({label}) => label === 1)).toHaveLength(200);
  for (const {x} of points) expect(Math.hypot(...x)).toBeLessThan(1.6);
  const mean = [0, 1].map((i) => points.reduce((total, {x}) => total + x[i]!, 0) / points.length);
  expect(Math.hypot(...mean)).toBeLessThan(0.2);
});

it("refuses a config that it cannot run, by name", () => {
  const wrong = (config: Record<string, unknown>) => () => scalarMlpConfig(config as ScalarMlpConfig);
  expect(wrong({learningrate: 1})).toThrow("did you mean learningRate?");
  expect(wrong({dataset: "twomoon"})).toThrow("did you mean twoMoons?");
  expect(wrong({hidden: 8})).toThrow("config.hidden");
  expect(wrong({hidden: [8, 0]})).toThrow("config.hidden[1]");
  expect(wrong({momentum: 1})).toThrow("config.momentum");
  expect(wrong({samples: 3})).toThrow("config.samples");
  expect(wrong({noise: NaN})).toThrow("config.noise");
  expect(wrong({learningRate: "1"})).toThrow("config.learningRate");
});

it("its step is the chain of an optimizer on tensors: weight decay, momentum, learning rate", () => {
  const config: ScalarMlpConfig = {hidden: [3], learningRate: 0.2, momentum: 0.9, weightDecay: 0.01};
  const {init, update} = t.chain(t.addDecayedWeights(0.01), t.momentum(0.9), t.scaleByLearningRate(0.2));
  const tensors = (tree: ScalarMlpState["params"]): object =>
    mapTree((value: unknown) => t.scalar(value as number, "float64"), tree as unknown) as object;
  const [batchAt, gradientsAt] = [scalarMlp(config).data, gradientsOf(config)];
  let params = tensors(scalarMlp(config).model().params);
  let state = init(params);
  for (let i = 0; i < 10; i++) {
    const here = mapTree((x: unknown) => t.item(x as t.Tensor), params) as ScalarMlpState["params"];
    const [updates, next] = update(tensors(gradientsAt(here, batchAt(i)).gradients), state, params);
    [params, state] = [t.applyUpdates(params, updates), next];
  }
  const expected = leaves(train(config, 10).params);
  t.leaves<unknown>(params).forEach(([path, x], i) => {
    expect(path).toBe(expected[i]![0]);
    expect(t.item(x as t.Tensor)).toBeCloseTo(expected[i]![1] as number, 12);
  });
});
