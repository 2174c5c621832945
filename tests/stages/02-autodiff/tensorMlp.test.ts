import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hash, timeline} from "../../../lib/index.js";
import {gradientsOf, pointsOf, pointSets, type ScalarMlpConfig} from "../../../lib/stages/02-autodiff/index.js";
import {crossEntropy, item, valueAndGrad} from "../../../lib/tensor.js";
import {pointBatch, tensorLogits, tensorMlp, type TensorMlpParams} from "../../../lib/stages/02-autodiff/tensors.js";

/** The network of scalars whose score is the difference of a network's two logits. */
const asScalars = (params: TensorMlpParams) =>
  params.map(({weight, bias}, depth) => {
    const [inputs, outputs] = weight.shape as readonly [number, number];
    const neuron = (j: number) => ({
      weights: Array.from({length: inputs}, (_, i) => weight.data[i * outputs + j]!),
      bias: bias.data[j]!
    });
    if (depth < params.length - 1) return Array.from({length: outputs}, (_, j) => neuron(j));
    const [no, yes] = [neuron(0), neuron(1)];
    return [{weights: yes.weights.map((w, i) => w - no.weights[i]!), bias: yes.bias - no.bias}];
  });

const configs: fc.Arbitrary<ScalarMlpConfig> = fc.record({
  dataset: fc.constantFrom(...(Object.keys(pointSets) as (keyof typeof pointSets)[])),
  activation: fc.constantFrom("tanh", "relu", "sigmoid", "sin"),
  hidden: fc.array(fc.integer({min: 1, max: 5}), {maxLength: 2}),
  samples: fc.integer({min: 4, max: 30}),
  seed: fc.nat(1000)
});

describe("the network on tensors", () => {
  it("has the loss and the gradients of the same network made of scalars", () => {
    fc.assert(
      fc.property(configs, (config) => {
        const {params} = tensorMlp(config).model();
        const {train} = pointsOf(config);
        const {x, y} = pointBatch(train);
        const logits = tensorLogits(config);
        const {value, grads} = valueAndGrad((p: TensorMlpParams) => crossEntropy(logits(p, x), y))(params);
        const scalars = gradientsOf(config)(asScalars(params), train);
        expect(item(value)).toBeCloseTo(scalars.loss, 5);
        grads.forEach(({weight, bias}, depth) => {
          const [inputs, outputs] = weight.shape as readonly [number, number];
          scalars.gradients[depth]!.forEach((neuron, k) => {
            const j = depth === grads.length - 1 ? 1 : k; // the score grows with the second logit
            expect(bias.data[j]).toBeCloseTo(neuron.bias, 5);
            for (let i = 0; i < inputs; i++) expect(weight.data[i * outputs + j]).toBeCloseTo(neuron.weights[i]!, 5);
          });
        });
      }),
      {numRuns: 30}
    );
  });

  it("learns two moons, and each of its states again to the bit", () => {
    const run = timeline(tensorMlp, {});
    expect(run.at(0).metrics.validationAccuracy).toBeLessThan(0.9);
    const {state, metrics} = run.at(300);
    expect(metrics.validationAccuracy).toBeGreaterThan(0.97);
    expect(hash(timeline(tensorMlp, {}).at(300).state)).toBe(hash(state));
  });

  it("refuses what AdamW would ignore", () => {
    const config: ScalarMlpConfig = {momentum: 0.5};
    expect(() => tensorMlp(config).model()).toThrow(/momentum/);
  });
});
