import fc from "fast-check";
import {expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import {
  accumulate,
  applyUpdates,
  epochs,
  item,
  mapTree,
  mul,
  scale,
  tensor,
  valueAndGrad
} from "../../../lib/tensor.js";
import type {Tensor} from "../../../lib/core/tensorData.js";
import {
  allBatches,
  covarianceOf,
  exampleGradients,
  meanPlace
} from "../../../src/stages/04-optimization/model/batchCloud.js";
import {fewestSteps, PAIRS} from "../../../src/stages/04-optimization/model/batchPlan.js";
import {namesProblem, pairsOf} from "../../../src/stages/04-optimization/model/namePairs.js";
import {
  batchVariance,
  bestStep,
  expectedFall,
  fromTwoSizes,
  hyperbola
} from "../../../src/stages/04-optimization/model/noiseScale.js";
import {floorOf} from "../../../src/stages/04-optimization/model/noisyBowl.js";
import {numbersOf} from "../../../src/stages/04-optimization/model/numbersOf.js";
import {squareAfter} from "../../../src/stages/04-optimization/model/robbinsMonro.js";
import {batchBowl, heightsByExamples, ruled} from "../../../src/stages/04-optimization/model/scalingRule.js";
import {excerpt} from "../../../tools/corpora.js";

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const variance = (list: readonly number[]): number => mean(list.map((x) => (x - mean(list)) ** 2));
const numbers = fc.array(fc.integer({min: -50, max: 50}), {minLength: 2, maxLength: 8});

/** All batches in which each example is drawn anew: count to the power of size of them. */
const allDrawsAnew = (count: number, size: number): readonly (readonly number[])[] =>
  size === 0
    ? [[]]
    : allDrawsAnew(count, size - 1).flatMap((rest) => Array.from({length: count}, (_, i) => [...rest, i]));

const meansOf = (gradients: readonly number[], batches: readonly (readonly number[])[]): readonly number[] =>
  batches.map((batch) => mean(batch.map((i) => gradients[i]!)));

it("the six pairs of the example by hand have the mean 1 and the variance 19/6", () => {
  const means = meansOf([4, 3, 1, -4], allBatches(4, 2));
  expect(means).toEqual([3.5, 2.5, 0, 2, -0.5, -1.5]);
  expect(mean(means)).toBe(1);
  expect(variance(means)).toBeCloseTo(19 / 6, 14);
  expect(batchVariance(9.5, 4, 2)).toBeCloseTo(19 / 6, 14);
  expect(batchVariance(9.5, 4, 2, true)).toBe(4.75);
});

it("the mean over all batches is the gradient, and their variance the formula’s, without replacement", () =>
  fc.assert(
    fc.property(numbers, fc.nat(), (gradients, draw) => {
      const size = 1 + (draw % gradients.length);
      const means = meansOf(gradients, allBatches(gradients.length, size));
      expect(mean(means)).toBeCloseTo(mean(gradients), 9);
      expect(variance(means)).toBeCloseTo(batchVariance(variance(gradients), gradients.length, size), 8);
    })
  ));

it("with replacement every ordered draw counts, and the factor is 1", () => {
  const gradients = [4, 3, 1, -4];
  for (const size of [1, 2, 3, 5]) {
    const means = meansOf(gradients, allDrawsAnew(4, size));
    expect(means).toHaveLength(4 ** size);
    expect(mean(means)).toBeCloseTo(1, 12);
    expect(variance(means)).toBeCloseTo(batchVariance(9.5, 4, size, true), 12);
  }
});

it("the cloud’s covariance divided by the batch is what all its pairs have", () => {
  const pairs = allBatches(exampleGradients.length, 2).map((batch) =>
    meanPlace(batch.map((i) => exampleGradients[i]!))
  );
  const [one, two] = [covarianceOf(exampleGradients), covarianceOf(pairs)];
  const count = exampleGradients.length;
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [1, 1]
  ] as const)
    expect(two[i][j]).toBeCloseTo(batchVariance(one[i][j], count, 2), 12);
});

it("two batch sizes give back what they were made of, without bias", () =>
  fc.assert(
    fc.property(numbers, (gradients) => {
      const squared = (size: number): number =>
        mean(meansOf(gradients, allDrawsAnew(gradients.length, size)).map((g) => g * g));
      const {square, trace} = fromTwoSizes({batch: 1, squared: squared(1)}, {batch: 3, squared: squared(3)});
      expect(square).toBeCloseTo(mean(gradients) ** 2, 6);
      expect(trace).toBeCloseTo(variance(gradients), 6);
    }),
    {numRuns: 30}
  ));

it("the best step of a batch is the best of a search, and its fall is Δmax/(1 + Bₙ/B)", () => {
  const expansion = {square: 3, curvature: 0.5, noise: 40};
  const most = bestStep(expansion, Infinity).fall;
  for (const batch of [1, 20, 80, 1000]) {
    const {rate, fall} = bestStep(expansion, batch);
    const searched = Math.max(
      ...Array.from({length: 4001}, (_, i) => expectedFall(expansion, batch, (rate * i) / 2000))
    );
    expect(fall).toBeCloseTo(searched, 12);
    expect(expectedFall(expansion, batch, rate * 1.1)).toBeLessThan(fall);
    expect(fall).toBeCloseTo(most / (1 + 80 / batch), 12);
  }
});

it("the mean fall of a quadratic over all batches is what the expansion says", () => {
  const [gradients, bend, rate] = [[4, 3, 1, -4], 0.7, 0.3]; // ½ · 0.7 x², from where its slope is the mean of these
  const falls = meansOf(gradients, allDrawsAnew(4, 3)).map(
    (g) => rate * g * mean(gradients) - (bend * rate * rate * g * g) / 2
  );
  const expansion = {square: 1, curvature: bend, noise: bend * variance(gradients)};
  expect(mean(falls)).toBeCloseTo(expectedFall(expansion, 3, rate), 12);
});

it("a hyperbola is found again from its own points", () => {
  const points = [4, 16, 64, 256].map((batch) => ({batch, steps: 30 * (1 + 200 / batch)}));
  const {least, knee} = hyperbola(points);
  expect(least).toBeCloseTo(30, 8);
  expect(knee).toBeCloseTo(200, 6);
});

it("of several rates the one with the fewest steps is taken, and one that did not arrive never", () => {
  const runs = [
    {batch: 8, rate: 1, steps: [10, null, null]},
    {batch: 8, rate: 0.5, steps: [12, 20, null]},
    {batch: 4, rate: 0.5, steps: [30, 50, null]}
  ];
  expect(fewestSteps(runs, 2.6)).toEqual([
    {batch: 4, rate: 0.5, steps: 30},
    {batch: 8, rate: 1, steps: 10}
  ]);
  expect(fewestSteps(runs, 2.5).at(-1)).toEqual({batch: 8, rate: 0.5, steps: 20});
  expect(fewestSteps(runs, 2.45)).toEqual([]);
});

it("a rate that grows with the batch keeps the floor while it is small, and diverges beyond 2/L", () => {
  const floor = (batch: number): number => floorOf(batchBowl(batch), ruled("times k", batch));
  expect(floor(4) / floor(1)).toBeLessThan(1.05);
  expect(floor(39)).toBeLessThan(Infinity);
  expect(floor(41)).toBe(Infinity);
  expect(heightsByExamples("times k", 8, 40_000).at(-1)![1]).toBeCloseTo(floor(8), 10);
  expect(ruled("times √k", 16)).toBe(4 * ruled("unchanged", 16));
});

it("rates whose sum is infinite forget the start, and others never do", () => {
  expect(squareAfter(0, 2000)).toBeCloseTo(3, 10); // ησ²/(2 − η) with η = ½
  for (const power of [0.5, 1]) expect(squareAfter(power, 40_000)).toBeLessThan(squareAfter(power, 400) / 3);
  // the product of 1 − 1/(2k²) is sin(π/√2)/(π/√2)
  const left = Math.sin(Math.PI / Math.SQRT2) / (Math.PI / Math.SQRT2);
  expect(squareAfter(2, 40_000)).toBeGreaterThan(100 * left ** 2);
});

it("pairs of documents begin anew after each end", () => {
  const {count, at} = pairsOf([5, 6, 1, 7, 1], 2, 0, 1);
  const {contexts, next} = at([4, 0, 1, 2, 3]);
  expect(count).toBe(5);
  expect([...contexts.data]).toEqual([0, 7, 0, 0, 0, 5, 5, 6, 0, 0]);
  expect([...next.data]).toEqual([1, 5, 6, 1, 7]);
});

it("four micro-batches of an epoch step where its one batch does", () => {
  const places = [1, 2, 4, 9, -3, 0.5, 7, 8];
  const slope = (batch: ArrayLike<number>, params: {readonly x: Tensor}) => {
    const bend = mean(Array.from(batch, (i) => places[i]!)); // of the mean of ½ a x²
    return valueAndGrad(({x}: {readonly x: Tensor}) => mul(mul(x, x), bend / 2))(params).grads;
  };
  const start = {x: tensor(3, "float64")};
  const small = epochs({count: 8, batch: 2, key: key(1)});
  const optimizer = accumulate(4, scale(-0.1));
  let [params, state] = [start, optimizer.init(start)];
  for (let step = 0; step < 4; step++) {
    const [updates, next] = optimizer.update(slope(small(step), params), state, params);
    [params, state] = [applyUpdates(params, updates), next];
  }
  const whole = mapTree((g) => mul(g as Tensor, -0.1), slope([0, 1, 2, 3, 4, 5, 6, 7], start)) as typeof start;
  expect(item(params.x)).toBeCloseTo(item(applyUpdates(start, whole).x), 12);
});

it("the network that is measured is as large as the page says, and its gradient of many pairs is one of parts", () => {
  const {count, params, gradient} = namesProblem(excerpt("names").text);
  const start = params();
  expect(count).toBe(PAIRS);
  expect(numbersOf(start)).toHaveLength(6200);
  const range = (from: number, to: number): Uint32Array => Uint32Array.from({length: to - from}, (_, i) => from + i);
  const [all, first, rest] = [range(0, 5000), range(0, 1000), range(1000, 5000)].map((list) => gradient(start, list));
  const off = all!.map((g, i) => g - (first![i]! + 4 * rest![i]!) / 5);
  expect(Math.max(...off.map(Math.abs))).toBeLessThan(1e-6);
  expect(Math.max(...all!.map(Math.abs))).toBeGreaterThan(1e-3);
});
