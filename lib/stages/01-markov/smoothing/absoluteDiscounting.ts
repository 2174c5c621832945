import {real} from "../../../core/check.js";
import type {Ngrams} from "../ngrams.js";
import {totals, type Totals} from "../totals.js";
import {support, type Predictor, type SmoothedLevel} from "./predictor.js";
import {oneForEach} from "./settings.js";

/** How much is subtracted from counts. */
export interface DiscountOptions {
  /**
   * What is subtracted from each count: one number for all orders, or one for each length of context 0 … order.
   * If absent it is estimated from the counts of each order, D = n₁ / (n₁ + 2n₂), and ½ where n₁ or n₂ is 0.
   */
  readonly discount?: number | readonly number[];
}

/**
 * Interpolated absolute discounting: P(w|h) = max(c(hw) − D, 0) / N(h) + (what was subtracted) / N(h) · P(w|h'),
 * down to the uniform distribution. An unseen context gives P(w|h').
 *
 * @throws ConfigError for a discount outside 0 … 1, or a list of the wrong length.
 * @see Ney, Essen and Kneser, On structuring probabilistic dependences in stochastic language modelling, 1994.
 */
export const absoluteDiscounting = ({discount}: DiscountOptions = {}) => {
  checkDiscount(discount);
  return (model: Ngrams): Predictor => discounted("absolute discounting", model, totals(model), discount);
};

/** Refuses discounts outside 0 … 1. */
export function checkDiscount(discount: DiscountOptions["discount"]): void {
  const all = discount === undefined ? [] : typeof discount === "number" ? [discount] : discount;
  for (const d of all) real("smoothing.discount", d, {least: 0, most: 1});
}

/** Interpolated discounting of given counts, with one discount for each length of context. */
export function discounted(
  name: string,
  model: Ngrams,
  counts: readonly Totals[],
  discount: DiscountOptions["discount"]
): Predictor {
  if (typeof discount === "object")
    oneForEach("smoothing.discount", discount, model.order + 1, "each length of context, from 0 to the order");
  const used = counts.map((level, k) =>
    discount === undefined ? estimateDiscount(level) : typeof discount === "number" ? discount : discount[k]!
  );
  return {
    name: `${name}, D = ${used.map((d) => +d.toFixed(3)).join(", ")}`,
    model,
    levels: counts.map((level, k) => subtract(level, () => used[k]!)),
    base: 1 / support(model),
    alone: false,
    proper: true,
    silent: false
  };
}

/** D = n₁ / (n₁ + 2n₂), the estimate that leaves one out; ½ where n₁ or n₂ is 0, and so says nothing. */
export function estimateDiscount({count}: Totals): number {
  let [once, twice] = [0, 0];
  for (const c of count) {
    if (c === 1) once++;
    if (c === 2) twice++;
  }
  return once > 0 && twice > 0 ? once / (once + 2 * twice) : 0.5;
}

/** Takes a discount off each count, at most the count itself, and gives what was taken to the shorter context. */
export function subtract(level: Totals, discountOf: (count: number) => number): SmoothedLevel {
  const {rows, count, sum} = level;
  const weight = new Float64Array(count.length);
  const backoff = new Float64Array(sum.length);
  for (let c = 0; c < sum.length; c++) {
    let taken = 0;
    for (let r = rows[c]!; r < rows[c + 1]!; r++) {
      const d = Math.min(discountOf(count[r]!), count[r]!);
      taken += d;
      weight[r] = (count[r]! - d) / sum[c]!;
    }
    backoff[c] = sum[c]! > 0 ? taken / sum[c]! : 1;
  }
  return {mode: "interpolate", totals: level, weight, backoff, unseen: 1};
}
