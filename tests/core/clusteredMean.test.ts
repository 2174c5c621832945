import {describe, expect, it} from "vitest";
import {bootstrapMean, clusteredMean} from "../../lib/core/clusteredMean.js";
import {ConfigError, ShapeError} from "../../lib/core/errors.js";
import {fold, key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";

const drawn = (n: number, seed: number): readonly number[] =>
  Array.from({length: n}, (_, i) => normal(fold(key(7), seed), i));

describe("a mean over documents", () => {
  it("of one token each has the standard error of the textbook", () => {
    const {mean, standardError} = clusteredMean([1, 2, 3, 6], [1, 1, 1, 1]);
    expect(mean).toBe(3);
    expect(standardError).toBeCloseTo(Math.sqrt(14 / 3 / 4), 12); // squares 4, 1, 0, 9
  });

  it("weighs documents by their tokens", () => {
    const {mean, standardError} = clusteredMean([2, 12], [1, 3]);
    expect(mean).toBe(3.5);
    expect(standardError).toBeCloseTo(Math.sqrt(2 * (1.5 * 1.5 + 1.5 * 1.5)) / 4, 12);
  });

  it("does not take copies within a document for more evidence", () => {
    const totals = drawn(50, 0);
    const once = clusteredMean(
      totals,
      totals.map(() => 1)
    );
    const tenfold = clusteredMean(
      totals.map((x) => 10 * x),
      totals.map(() => 10)
    );
    expect(tenfold.standardError).toBeCloseTo(once.standardError, 12);
  });

  it("of differences is surer than two means where both models find the same documents hard", () => {
    const hard = drawn(200, 0);
    const [a, b] = [drawn(200, 1), drawn(200, 2)].map((own) => own.map((x, i) => 3 * hard[i]! + 0.1 * x));
    const ones = hard.map(() => 1);
    const errorOf = (list: readonly number[]): number => clusteredMean(list, ones).standardError;
    expect(errorOf(a!.map((x, i) => x - b![i]!))).toBeLessThan(errorOf(a!) / 10);
  });

  it("is off by more than twice its standard error in about one draw of twenty", () => {
    const off = Array.from({length: 400}, (_, seed) => {
      const counts = drawn(60, 2 * seed).map((x) => 5 + Math.round(Math.abs(x)));
      const totals = drawn(60, 2 * seed + 1).map((x, i) => counts[i]! * (2 + x));
      const {mean, standardError} = clusteredMean(totals, counts);
      return Math.abs(mean - 2) > 1.96 * standardError;
    }).filter(Boolean).length;
    expect(off).toBeGreaterThan(8);
    expect(off).toBeLessThan(40);
  });
});

describe("the bootstrap of documents", () => {
  const counts = drawn(80, 3).map((x) => 5 + Math.round(Math.abs(x)));
  const totals = drawn(80, 4).map((x, i) => counts[i]! * (2 + x));

  it("spreads as far as the standard error says", () => {
    const {mean, standardError} = clusteredMean(totals, counts);
    const {low, high, means} = bootstrapMean(totals, counts, {key: key(0), resamples: 2000});
    expect(means).toHaveLength(2000);
    expect((high - low) / (2 * 1.96 * standardError)).toBeCloseTo(1, 1);
    expect(means.reduce((a, b) => a + b, 0) / 2000).toBeCloseTo(mean, 1);
    expect(means.filter((x) => x < low || x > high).length / 2000).toBeCloseTo(0.05, 2);
  });

  it("gives the same for the same key, another interval for another, and a narrower one for a lower level", () => {
    const of = (seed: number, level = 0.95) => bootstrapMean(totals, counts, {key: key(seed), resamples: 300, level});
    expect(of(1)).toEqual(of(1));
    expect(of(1).low).not.toBe(of(2).low);
    expect(of(1, 0.5).low).toBeGreaterThan(of(1).low);
    expect(of(1, 0.5).high).toBeLessThan(of(1).high);
  });

  it("of documents that are all alike has no width", () => {
    const {low, high} = bootstrapMean([4, 4, 4], [2, 2, 2], {key: key(0), resamples: 10});
    expect([low, high]).toEqual([2, 2]);
  });
});

it("what cannot be measured is refused, and said", () => {
  expect(() => clusteredMean([1, 2], [1])).toThrow(ShapeError);
  expect(() => clusteredMean([1], [1])).toThrow(/at least two documents/);
  expect(() => clusteredMean([1, Infinity], [1, 1])).toThrow(ConfigError);
  expect(() => clusteredMean([1, 2], [1, 0])).toThrow(ConfigError);
  expect(() => bootstrapMean([1, 2], [1, 1], {key: key(0), resamples: 0})).toThrow(ConfigError);
  expect(() => bootstrapMean([1, 2], [1, 1], {key: key(0), level: 1})).toThrow(ConfigError);
});
