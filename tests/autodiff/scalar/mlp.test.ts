import {expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {layer} from "../../../lib/autodiff/scalar/layer.js";
import {liftMlp, mapMlp, mlp, type MlpParams} from "../../../lib/autodiff/scalar/mlp.js";
import {neuron} from "../../../lib/autodiff/scalar/neuron.js";
import {mul, sub} from "../../../lib/autodiff/scalar/operations.js";
import {sum} from "../../../lib/autodiff/scalar/sums.js";

it("a neuron is an activation of a weighted sum", () => {
  const params = {weights: [2, -1], bias: 0.5};
  const at = (activation: "tanh" | "relu" | "identity") =>
    neuron({inputs: 2, activation}).apply(params, [0.25, 0.75]).value;
  expect([at("identity"), at("relu"), at("tanh")]).toEqual([0.25, 0.25, expect.closeTo(Math.tanh(0.25), 14)]);
});

it("weights start with variance 1 / inputs, twice that for relu, and biases at 0", () => {
  for (const [activation, variance] of [
    ["tanh", 1 / 64],
    ["relu", 2 / 64]
  ] as const) {
    const params = layer({inputs: 64, outputs: 64, activation}).init(key(3));
    const weights = params.flatMap(({weights: list}) => list);
    const mean = weights.reduce((total, w) => total + w * w, 0) / weights.length;
    expect(Math.abs(mean / variance - 1)).toBeLessThan(0.05);
    expect(params.every(({bias}) => bias === 0)).toBe(true);
    expect(new Set(weights).size).toBe(weights.length);
  }
});

it("an mlp has the sizes that it was told, and its last layer is linear", () => {
  const {init, apply} = mlp({sizes: [2, 3, 1], activation: "tanh"});
  const params = init(key(1));
  expect(params.map((neurons) => [neurons.length, neurons[0]!.weights.length])).toEqual([
    [3, 2],
    [1, 3]
  ]);
  const doubled = params.map((neurons, i) => (i === 0 ? neurons : mapMlp((w) => 2 * w, [neurons])[0]!));
  expect(apply(doubled, [1, 2])[0]!.value).toBeCloseTo(2 * apply(params, [1, 2])[0]!.value, 12);
  expect(() => mlp({sizes: [2], activation: "tanh"})).toThrow(/two numbers or more/);
  expect(() => mlp({sizes: [2, 0], activation: "tanh"})).toThrow(/sizes\[1\]: must be a whole number at least 1/);
});

it("learns exclusive or, by gradient descent and nothing else", () => {
  const {init, apply} = mlp({sizes: [2, 4, 1], activation: "tanh"});
  const examples = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0]
  ] as const;
  let params: MlpParams = init(key(2));
  let last = Infinity;
  for (let step = 0; step < 500; step++) {
    const lifted = liftMlp(params);
    const errors = examples.map(([x, y, target]) => sub(apply(lifted, [x, y])[0]!, target));
    const loss = sum(errors.map((error) => mul(error, error)));
    const gradients = backward(loss);
    params = mapMlp((param) => param.value - 0.1 * gradients.get(param), lifted);
    last = loss.value;
  }
  expect(last).toBeLessThan(1e-3);
});
