import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {heaps} from "../../lib/text/heaps.js";
import {logLogFit} from "../../lib/text/logLogFit.js";
import {commonest, coverage, vocabularyStatistics} from "../../lib/text/statistics.js";
import {logSpaced, zipf} from "../../lib/text/zipf.js";

const size = 12;
const someIds = fc.array(fc.integer({min: 0, max: size - 1}), {minLength: 1, maxLength: 200});

const tally = (ids: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b);
};

describe("vocabulary statistics", () => {
  it("agree with a tally", () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const {counts, ...rest} = vocabularyStatistics(ids, size);
        const twin = tally(ids);
        expect(rest).toEqual({size, types: twin.length, total: ids.length, typeTokenRatio: twin.length / ids.length});
        expect(commonest(counts, 5)).toEqual(twin.slice(0, 5).map(([id]) => id));
        expect(zipf(counts)).toEqual(twin.map(([id, frequency], i) => ({rank: i + 1, frequency, id})));
      })
    );
  });

  it("refuse an id beyond the vocabulary", () => {
    expect(() => vocabularyStatistics([0, 3], 3)).toThrow(ConfigError);
    expect(() => heaps([0, 3], 3)).toThrow("ids[1]");
  });

  it("of a text without tokens have no ratio", () => {
    expect(vocabularyStatistics([], 3)).toMatchObject({types: 0, total: 0, typeTokenRatio: NaN});
  });
});

describe("coverage", () => {
  it("counts each threshold afresh: to cover more never takes fewer types", () => {
    // 100 tokens: 40, 20, 20, 10, 5, 4, 1
    const counts = [20, 1, 40, 4, 10, 20, 5, 0];
    expect([0.99, 0.5, 0.9, 0.4, 1].map((share) => coverage(counts, share))).toEqual([6, 2, 4, 1, 7]);
  });

  it("is the least number of commonest types that reach the share", () => {
    fc.assert(
      fc.property(someIds, fc.integer({min: 1, max: 100}), (ids, percent) => {
        const frequencies = tally(ids).map(([, count]) => count);
        const reached = (k: number) => frequencies.slice(0, k).reduce((a, b) => a + b, 0) * 100 >= percent * ids.length;
        const k = coverage(vocabularyStatistics(ids, size).counts, percent / 100);
        expect([reached(k), reached(k - 1)]).toEqual([true, false]);
      })
    );
  });

  it("refuses a threshold that is not a share", () => {
    for (const threshold of [0, -1, 1.01, NaN]) expect(() => coverage([1], threshold)).toThrow("coverage.threshold");
  });
});

describe("Zipf", () => {
  it("finds the exponent that counts were made with", () => {
    const made = Array.from({length: 1000}, (_, i) => 1e6 / (i + 1));
    const points = zipf(made, {points: 40});
    const {slope, intercept} = logLogFit(
      points.map(({rank}) => rank),
      points.map(({frequency}) => frequency)
    );
    expect(slope).toBeCloseTo(-1, 12);
    expect(Math.exp(intercept)).toBeCloseTo(1e6, 5);
  });

  it("spaces ranks evenly on a logarithmic axis, each once, from the first to the last", () => {
    expect(logSpaced(1000, 4)).toEqual([1, 10, 100, 1000]);
    expect(logSpaced(3, 50)).toEqual([1, 2, 3]);
    expect(logSpaced(0, 5)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({min: 2, max: 100_000}), fc.integer({min: 2, max: 60}), (last, points) => {
        const ranks = logSpaced(last, points);
        expect([ranks[0], ranks.at(-1)]).toEqual([1, last]);
        expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
        expect(ranks.length).toBeLessThanOrEqual(points);
      })
    );
    expect(() => logSpaced(10, 1)).toThrow("zipf.points");
  });
});

describe("Heaps", () => {
  it("counts the types of each start of the text", () => {
    fc.assert(
      fc.property(someIds, fc.integer({min: 1, max: 30}), (ids, points) => {
        const growth = heaps(ids, size, points);
        for (const {tokens, types} of growth) expect(types).toBe(new Set(ids.slice(0, tokens)).size);
        expect(growth.at(-1)).toEqual({tokens: ids.length, types: new Set(ids).size});
        expect(growth).toHaveLength(Math.min(points, ids.length));
      })
    );
  });
});

describe("a fit of a power law", () => {
  it("is exact on a power law and balances what strays from it", () => {
    expect(logLogFit([1, 2, 4, 8], [3, 6, 12, 24]).slope).toBeCloseTo(1, 14);
    // by hand: ln y strays by ±ln 2 about y = x at both ends alike, so the slope stays 1
    expect(logLogFit([1, 1, 4, 4], [0.5, 2, 2, 8]).slope).toBeCloseTo(1, 14);
  });

  it("refuses what has no logarithm, and points that do not differ", () => {
    expect(() => logLogFit([1, 0], [1, 1])).toThrow("above zero");
    expect(() => logLogFit([2, 2], [1, 3])).toThrow("two points differ");
    expect(() => logLogFit([1, 2], [1])).toThrow("every x has a y");
  });
});
