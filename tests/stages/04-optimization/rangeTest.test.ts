import {describe, expect, it} from "vitest";
import {makeAnew, type Stage} from "../../../lib/index.js";
import {neuralBigram} from "../../../lib/stages/03-neural-lm/index.js";
import {descent, rangeTest, type DescentConfig} from "../../../lib/stages/04-optimization/index.js";
import {ConfigError, NaNError} from "../../../lib/tensor.js";

const lossOf = ({loss}: {readonly loss: number}) => loss;

/** Its loss after i steps is a given curve; a rate only has to be there. */
const curve =
  (at: (i: number) => number): Stage<{learningRate?: number}, null, number, {loss: number}> =>
  () => ({data: () => null, model: () => 0, step: (i) => i + 1, metrics: (i) => ({loss: at(i)})});

describe("a range test", () => {
  it("of a round bowl falls until the rate passes 2/L, to the step, and stops soon after", () => {
    for (const learning of [{}, {startX: 3, startY: -4}] as const) {
      const config: DescentConfig = {conditionNumber: 1, ...learning}; // L = 1
      const {readings, suggested, diverged} = rangeTest(descent, config, {lossOf, from: 0.1, to: 10, steps: 200});
      const lowest = readings.reduce((best, each) => (each.loss < best.loss ? each : best));
      const next = readings[readings.indexOf(lowest) + 1]!;
      expect(lowest.rate).toBeLessThanOrEqual(2);
      expect(next.rate).toBeGreaterThan(2);
      expect(diverged).toBe(readings.at(-1)!.rate);
      expect(diverged).toBeGreaterThan(2);
      expect(diverged).toBeLessThan(2.5);
      expect(suggested).toBeLessThan(1);
    }
  });

  it.each([10, 100])("of a noisy quadratic of condition number %d ends near 2/L", (conditionNumber) => {
    const limit = 2 / conditionNumber;
    const config: DescentConfig = {conditionNumber, noise: 0.1, startX: 5}; // what it lowers slowly keeps the loss off 0
    const options = {lossOf, from: limit / 50, to: limit * 20, steps: 100};
    const {suggested, diverged} = rangeTest(descent, config, options);
    expect(diverged).toBeGreaterThan(limit);
    expect(diverged).toBeLessThan(2 * limit);
    expect(suggested).toBeLessThan(limit);
  });

  it("suggests where a curve is steepest, from rates that are each the same multiple of the one before", () => {
    const stage = curve((i) => 2 - Math.tanh((i - 31) / 6)); // steepest after step 31
    const {readings, suggested, diverged} = rangeTest(stage, {}, {lossOf, from: 1e-4, to: 1, steps: 81});
    expect(readings).toHaveLength(81);
    expect([readings[0]!.rate, readings[40]!.rate, readings[80]!.rate]).toEqual([1e-4, expect.closeTo(0.01, 12), 1]);
    expect(suggested).toBe(readings[30]!.rate);
    expect(diverged).toBeUndefined();
  });

  it("suggests nothing where the loss never falls", () => {
    expect(
      rangeTest(
        curve((i) => 1 + i / 1000),
        {},
        {lossOf}
      ).suggested
    ).toBeUndefined();
  });

  it("stops at a multiple of the least loss, at one that is not finite, and at a step that says so", () => {
    const rises = (i: number) => (i < 6 ? 1 : 3.5);
    expect(rangeTest(curve(rises), {}, {lossOf, multiple: 3}).readings).toHaveLength(6);
    expect(rangeTest(curve(rises), {}, {lossOf, multiple: 4}).diverged).toBeUndefined();
    expect(
      rangeTest(
        curve((i) => (i < 6 ? -1 : 1.5)),
        {},
        {lossOf, multiple: 3}
      ).readings
    ).toHaveLength(6);
    const infinite = rangeTest(
      curve((i) => (i < 6 ? 1 : Infinity)),
      {},
      {lossOf}
    );
    expect(infinite.readings).toHaveLength(5);
    expect(infinite.diverged).toBeGreaterThan(infinite.readings[4]!.rate);
    const failing: typeof descent = (config) => {
      const opened = descent(config);
      const step: typeof opened.step = (state, batch) => {
        if (state.step === 5) throw new NaNError({op: "mul", param: "x", step: 5}, []);
        return opened.step(state, batch);
      };
      return {...opened, step};
    };
    expect(rangeTest(failing, {}, {lossOf, to: 1e-3}).readings).toHaveLength(5);
  });

  it("makes what no rate changes once", () => {
    let made = 0;
    const costly: ReturnType<typeof curve> = (config, reuse = makeAnew) => {
      reuse("text", [], () => ++made);
      return curve(() => 1)(config);
    };
    rangeTest(costly, {}, {lossOf});
    expect(made).toBe(1);
  });

  it("runs a language model", () => {
    const corpus = "the cat sat on the mat and the dog sat on the log. ".repeat(20);
    const config = {corpus, optimizer: "sgd", scored: 1} as const;
    const {readings, suggested} = rangeTest(neuralBigram, config, {lossOf: (m) => m.batchLoss, steps: 60, to: 100});
    expect(readings.length).toBeGreaterThan(30);
    expect(Math.min(...readings.map(({loss}) => loss))).toBeLessThan(0.8 * readings[0]!.loss);
    expect(suggested).toBeGreaterThan(1e-3);
  });

  it.each<object>([
    {from: 0},
    {from: 1, to: 1},
    {steps: 1},
    {multiple: 1},
    {smoothing: -1},
    {form: 1},
    {lossOf: () => NaN}
  ])("refuses %j", (options) => {
    expect(() => rangeTest(descent, {}, {lossOf, ...options})).toThrow(ConfigError);
  });
});
