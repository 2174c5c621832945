import type {Ngrams} from "../ngrams.js";
import {totals, type Totals} from "../totals.js";
import type {Predictor} from "./predictor.js";

/**
 * P(w|h) = c(hw) / N(h): the parameters under which the counted text is likeliest. Nothing unseen is possible, and a
 * context that was never followed has no distribution.
 */
export const maximumLikelihood =
  () =>
  (model: Ngrams): Predictor => ({
    name: "maximum likelihood",
    model,
    levels: totals(model).map((level) => ({
      mode: "interpolate",
      totals: level,
      weight: perRow(level, (count, sum) => count / sum),
      backoff: new Float64Array(level.sum.length),
      unseen: 1
    })),
    base: 0,
    alone: true,
    proper: true,
    silent: true
  });

/** A number for each row, from its count and its context's sum. */
export function perRow(
  {rows, count, sum}: Totals,
  f: (count: number, sum: number, context: number) => number
): Float64Array {
  const result = new Float64Array(count.length);
  for (let c = 0; c < sum.length; c++)
    for (let r = rows[c]!; r < rows[c + 1]!; r++) result[r] = f(count[r]!, sum[c]!, c);
  return result;
}
