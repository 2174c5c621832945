import {describe, expect, it} from "vitest";
import {hash} from "../../../lib/core/hash.js";
import {timeline} from "../../../lib/reactive/timeline.js";
import {bengio} from "../../../lib/stages/03-neural-lm/bengio.js";
import {OPTIMIZERS, SCHEDULES} from "../../../lib/lm/lmConfig.js";
import {descent} from "../../../lib/stages/04-optimization/descent.js";
import {DESCENTS} from "../../../lib/stages/04-optimization/descentConfig.js";

const corpus = "anna\nhannah\nbob\nemma\notto\nada\neve\n".repeat(12);
const config = {corpus, documents: true, context: 3, width: 4, hidden: [8], batchSize: 16, scored: 60} as const;

describe("a fork with another optimizer", () => {
  it.each(OPTIMIZERS)("from AdamW to %s takes what was learned along, and learns on", (optimizer) => {
    const path = timeline(bengio, config);
    const fork = path.fork(20, {optimizer, learningRate: 0.003});
    expect(fork.at(20).state).toEqual(path.at(20).state);
    expect(fork.at(60).metrics.validationLoss).toBeLessThan(path.at(0).metrics.validationLoss);
    if (optimizer !== "adamw") expect(hash(fork.at(21).state)).not.toBe(hash(path.at(21).state));
  });

  it.each(DESCENTS)("from %s to all others walks on from where it was", (from) => {
    const path = timeline(descent, {optimizer: from, learningRate: 0.02});
    for (const to of DESCENTS) {
      const fork = path.fork(10, {optimizer: to});
      expect(fork.at(60).metrics.loss).toBeLessThan(path.at(10).metrics.loss);
    }
  });

  it("begins as at a first step: Adam’s goes as far as its rate", () => {
    const fork = timeline(descent, {optimizer: "momentum", learningRate: 0.02}).fork(5, {optimizer: "adam"});
    const [here, next] = [fork.at(5).metrics, fork.at(6).metrics];
    expect(Math.abs(next.x - here.x)).toBeCloseTo(0.02, 8);
    expect(Math.abs(next.y - here.y)).toBeCloseTo(0.02, 8);
  });

  it("keeps its memory where the optimizer stays the same", () => {
    const path = timeline(descent, {optimizer: "adam", learningRate: 0.02});
    expect(hash(path.fork(5, {learningRate: 0.02}).at(30).state)).toBe(hash(path.at(30).state));
  });
});

describe("a schedule", () => {
  const rates = (more: object, steps: readonly number[]): readonly number[] => {
    const path = timeline(bengio, {...config, learningRate: 0.1, ...more});
    return steps.map((step) => path.at(step).metrics.learningRate);
  };
  it.each([
    ["constant", {schedule: "constant"}, [0, 5, 20], [0.1, 0.1, 0.1]],
    ["constant after a warm-up", {warmup: 4}, [0, 1, 4, 9], [0, 0.025, 0.1, 0.1]],
    ["linear", {schedule: "linear", totalSteps: 10}, [0, 5, 10, 12], [0.1, 0.05, 0, 0]],
    ["cosine after a warm-up", {schedule: "cosine", warmup: 2, totalSteps: 10}, [0, 2, 6, 10], [0, 0.1, 0.05, 0]],
    ["stable-decay", {schedule: "stable-decay", totalSteps: 20}, [0, 16, 18, 20], [0.1, 0.1, 0.05, 0]],
    ["inverse-sqrt", {schedule: "inverse-sqrt", warmup: 4}, [0, 4, 16], [0, 0.1, 0.05]]
  ] as const)("%s gives each step its rate", (_, more, steps, expected) => {
    rates(more, steps).forEach((rate, i) => expect(rate).toBeCloseTo(expected[i]!, 12));
  });

  it("moves nothing where its rate is 0, and a step of rate r as far as a constant one", () => {
    const path = timeline(bengio, {...config, warmup: 2});
    expect(path.at(1).state.params).toEqual(path.at(0).state.params);
    const constant = timeline(bengio, {...config, learningRate: 0.0015}).at(1).state.params;
    // Adam's first step has the length of its rate, whatever the gradient
    const {fork} = timeline(bengio, config);
    expect(fork(0, {learningRate: 0.0015}).at(1).state.params).toEqual(constant);
  });

  it("follows the run’s own step in a fork with another optimizer", () => {
    const path = timeline(bengio, {...config, schedule: "linear", totalSteps: 40, learningRate: 0.01});
    const fork = path.fork(30, {optimizer: "sgd"});
    expect(fork.at(30).metrics.learningRate).toBeCloseTo(0.0025, 12);
    expect(fork.at(41).state.params).toEqual(fork.at(40).state.params);
  });

  it.each(SCHEDULES.filter((name) => name !== "constant" && name !== "inverse-sqrt"))(
    "%s refuses a warm-up that leaves it no step",
    (schedule) => {
      expect(() => bengio({...config, schedule, warmup: 10, totalSteps: 10})).toThrow(/warm-up ends before/);
    }
  );
});

describe("dropout", () => {
  it("is a function of the step, and is not there when the model is judged", () => {
    const {data, model, step, metrics, activations} = bengio({...config, dropout: 0.5});
    const first = model();
    expect(hash(step(first, data(0)))).toBe(hash(step(first, data(0))));
    const plain = bengio(config);
    expect(hash(first.params)).toBe(hash(plain.model().params));
    expect(metrics(first, data(0)).validationLoss).toBe(plain.metrics(first, plain.data(0)).validationLoss);
    expect(activations(first.params, data(0))).toEqual(plain.activations(first.params, plain.data(0)));
    expect(hash(step(first, data(0)).params)).not.toBe(hash(plain.step(first, plain.data(0)).params));
  });

  it("drops others in each hidden layer, and about its share", () => {
    const {data, model, gradients} = bengio({
      ...config,
      hidden: [400, 400],
      batchSize: 1,
      activation: "sigmoid",
      dropout: 0.25
    });
    const state = model();
    const {layers} = gradients(state, data(3));
    // a dropped answer sends no gradient to its row of the next layer's weights
    const dropped = [1, 2].map((layer) => {
      const weight = layers[layer]!.weight;
      const columns = weight.shape[1]!;
      return Array.from({length: 400}, (_, row) =>
        Array.from(weight.data.slice(row * columns, (row + 1) * columns)).every((x) => x === 0)
      );
    });
    for (const layer of dropped) {
      const share = layer.filter(Boolean).length / 400;
      expect(share).toBeGreaterThan(0.25 - 0.065); // three standard deviations
      expect(share).toBeLessThan(0.25 + 0.065);
    }
    expect(dropped[0]).not.toEqual(dropped[1]);
  });
});
