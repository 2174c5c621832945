import {describe, expect, it} from "vitest";
import {countNgrams} from "../../../lib/stages/01-markov/countNgrams.js";
import {katz} from "../../../lib/stages/01-markov/smoothing/katz.js";
import {distribution} from "../../../lib/stages/01-markov/smoothing/predictor.js";
import {totals} from "../../../lib/stages/01-markov/totals.js";
import {backedOff, byMethod, COUNTS} from "../../../src/stages/01-markov/model/oneContext.js";

/** Counts of the next token, by the token before it. */
const table = [
  [3, 1, 1, 0],
  [2, 1, 0, 0],
  [4, 0, 0, 0],
  [1, 2, 0, 1]
] as const;
const vocabSize = table.length;

/** The table as texts of two tokens, counted by the library. */
const counted = countNgrams(
  table.flatMap((row, before) =>
    row.flatMap((times, next) => Array.from({length: times}, () => ({ids: [before, next], from: 1})))
  ),
  {order: 1, vocabSize}
);

describe("Katz on one context", () => {
  it.each([true, false])("is what the library’s katz makes of the same counts (reserve: %s)", (reserve) => {
    const predictor = katz({kMax: 2, reserve})(counted);
    const ratios = predictor.discountRatios[0]!;
    expect(ratios).toHaveLength(2);
    const lower = Array.from(distribution(predictor, [])!);
    expect(lower.every((p) => p > 0)).toBe(true);
    expect(Array.from(totals(counted)[1]!.sum)).toEqual([5, 3, 4, 4]);
    table.forEach((counts, before) => {
      const {p} = backedOff(counts, ratios, {lower, reserve});
      Array.from(distribution(predictor, [before])!).forEach((chance, w) => expect(p[w]).toBeCloseTo(chance, 12));
    });
  });

  it("gives the unseen exactly what was freed, by their shares without a context", () => {
    const {p, freed, open, alpha, total} = backedOff([2, 1, 0, 0], [0.5, 0.75]);
    expect([freed, open, total]).toEqual([1, 0.2 + 0.1, 3]);
    expect(p[2]! + p[3]!).toBeCloseTo(freed / total, 12);
    expect(p[2]! / p[3]!).toBeCloseTo(2, 12);
    expect(alpha).toBeCloseTo(1 / 3 / 0.3, 12);
  });

  it("frees nothing above the limit: then the unseen are impossible, or share one sighting in reserve", () => {
    expect(backedOff([4, 0, 0, 0], [0.5, 0.75])).toMatchObject({freed: 0, alpha: 0, p: [1, 0, 0, 0]});
    const kept = backedOff([4, 0, 0, 0], [0.5, 0.75], {reserve: true});
    expect(kept).toMatchObject({freed: 1, total: 5});
    expect(kept.p[0]).toBe(0.8);
    expect(kept.p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it("is the row of the page’s table", () => {
    expect(byMethod.katz).toEqual(backedOff(COUNTS, [0.5, 0.75]).p);
    expect(byMethod.katz.map((p) => Number(p.toFixed(12)))).toEqual([0.6, 0.1, 0.1, 0.2]);
  });
});
