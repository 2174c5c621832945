import {expect, it} from "vitest";
import {timeline} from "../../../lib/reactive/timeline.js";
import {descent} from "../../../lib/stages/04-optimization/descent.js";
import {
  bestRates,
  floorOf,
  meanHeights,
  nextSquare,
  tinyBowl
} from "../../../src/stages/04-optimization/model/noisyBowl.js";
import {KINDS, ratesOf} from "../../../src/stages/04-optimization/model/scheduleKinds.js";

const after = (start: number, curvature: number, noise: number, rates: readonly number[]): number =>
  rates.reduce((square, rate) => nextSquare(square, curvature, rate, noise), start * start);

it("the mean square of many walks is what the recursion says", () => {
  const [walks, steps, learningRate, noise] = [400, 12, 0.15, 2];
  const sums = [0, 0];
  for (let seed = 1; seed <= walks; seed++) {
    const {x, y} = timeline(descent, {learningRate, noise, seed, startX: 3, startY: -1}).at(steps).metrics;
    sums[0]! += x * x;
    sums[1]! += y * y;
  }
  const rates = Array.from({length: steps}, () => learningRate);
  const expected = [after(3, 1, noise, rates), after(-1, 10, noise, rates)];
  // a mean of 400 squares of normal numbers is off by √(2/400) of itself; three and a half times that
  sums.forEach((sum, i) => expect(Math.abs(sum / walks / expected[i]! - 1)).toBeLessThan(0.25));
});

it("a constant rate comes to its floor, and one that is too high has none", () => {
  const bowl = tinyBowl(3);
  const heights = meanHeights(
    bowl,
    Array.from({length: 2000}, () => 0.05)
  );
  expect(heights[0]).toBe(55);
  expect(heights.at(-1)).toBeCloseTo(floorOf(bowl, 0.05), 10);
  expect(floorOf(bowl, 0.2)).toBe(Infinity);
});

it("the best rates are 1/(λ(k + 1 + c)), and no neighbor of theirs does better", () => {
  const [curvature, start, noise] = [2, 3, 6]; // c = 1
  const rates = bestRates(curvature, start, noise, 6);
  rates.forEach((rate, k) => expect(rate).toBeCloseTo(1 / (curvature * (k + 2)), 12));
  const best = after(start, curvature, noise, rates);
  expect(1 / best).toBeCloseTo(1 / 9 + (6 * 4) / 36, 12);
  for (const i of rates.keys())
    for (const factor of [0.9, 1.1]) {
      const other = rates.map((rate, k) => (k === i ? rate * factor : rate));
      expect(after(start, curvature, noise, other)).toBeGreaterThan(best);
    }
});

it.each(KINDS)("“%s” stays between 0 and its highest rate, which it reaches", (kind) => {
  const rates = ratesOf({kind, learningRate: 0.1, warmup: 20, totalSteps: 300});
  expect(rates).toHaveLength(300);
  expect(Math.min(...rates)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...rates)).toBeCloseTo(0.1, 4);
  if (kind !== "constant" && kind !== "restarts" && kind !== "in stairs") expect(rates.at(-1)).toBeLessThan(0.005);
});
