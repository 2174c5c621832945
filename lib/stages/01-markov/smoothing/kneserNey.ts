import type {Ngrams} from "../ngrams.js";
import {continuations, type Totals} from "../totals.js";
import {checkDiscount, discounted, subtract, type DiscountOptions} from "./absoluteDiscounting.js";
import {support, type Predictor} from "./predictor.js";

/**
 * Interpolated Kneser–Ney: absolute discounting in which a shorter context counts in how many ways hw continues other
 * tokens, N1+(·hw), instead of how often it occurs: “Francisco” is frequent, but follows little else than “San”.
 *
 * @throws ConfigError for a discount outside 0 … 1, or a list of the wrong length.
 * @see Kneser and Ney, Improved backing-off for m-gram language modeling, ICASSP 1995; Chen and Goodman, An empirical
 * study of smoothing techniques for language modeling, 1998, section 2.7.
 */
export const kneserNey = ({discount}: DiscountOptions = {}) => {
  checkDiscount(discount);
  return (model: Ngrams): Predictor => discounted("Kneser–Ney", model, continuations(model), discount);
};

/** D₁, D₂ and D₃₊: what is subtracted from counts of one, two, and three or more. */
export type Discounts = readonly [one: number, two: number, more: number];

/** A predictor, and the discounts that it estimated for each length of context. */
export interface ModifiedKneserNey extends Predictor {
  readonly discounts: readonly Discounts[];
}

/**
 * Interpolated modified Kneser–Ney: three discounts for each order, estimated from its counts of counts.
 *
 * @see Chen and Goodman, An empirical study of smoothing techniques for language modeling, 1998, section 3.
 */
export const modifiedKneserNey =
  () =>
  (model: Ngrams): ModifiedKneserNey => {
    const counts = continuations(model);
    const discounts = counts.map(estimateDiscounts);
    return {
      name: "modified Kneser–Ney",
      model,
      levels: counts.map((level, k) => subtract(level, (count) => discounts[k]![Math.min(count, 3) - 1]!)),
      base: 1 / support(model),
      alone: false,
      proper: true,
      silent: false,
      discounts
    };
  };

const FALLBACK: Discounts = [0.5, 1, 1.5];

/**
 * D_j = j − (j + 1) · Y · n_{j+1} / n_j with Y = n₁ / (n₁ + 2n₂). Where n₁, n₂ or n₃ is zero, or a discount would leave
 * 0 … j, all three are ½, 1 and 1½ (as KenLM's --discount_fallback).
 */
export function estimateDiscounts({count}: Totals): Discounts {
  const n = [0, 0, 0, 0, 0];
  for (const c of count) if (c <= 4) n[c]!++;
  const [, n1, n2, n3, n4] = n as [number, number, number, number, number];
  if (n1 === 0 || n2 === 0 || n3 === 0) return FALLBACK;
  const Y = n1 / (n1 + 2 * n2);
  const discounts: Discounts = [1 - (2 * Y * n2) / n1, 2 - (3 * Y * n3) / n2, 3 - (4 * Y * n4) / n3];
  return discounts.every((d, i) => d >= 0 && d <= i + 1) ? discounts : FALLBACK;
}
