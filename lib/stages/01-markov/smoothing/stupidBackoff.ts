import {real} from "../../../core/check.js";
import type {Ngrams} from "../ngrams.js";
import {totals} from "../totals.js";
import {perRow} from "./maximumLikelihood.js";
import type {Predictor} from "./predictor.js";

/**
 * Stupid backoff: S(w|h) = c(hw) / N(h) if hw was seen, else α · S(w|h'). Scores, not probabilities: they do not sum to
 * one, and no perplexity follows from them. Made for counts of a trillion words, where they rank as well as the best.
 *
 * @throws ConfigError unless 0 < α ≤ 1.
 * @see Brants et al., Large language models in machine translation, EMNLP 2007, section 4.
 */
export const stupidBackoff = ({alpha = 0.4}: {readonly alpha?: number} = {}) => {
  real("smoothing.alpha", alpha, {above: 0, most: 1});
  return (model: Ngrams): Predictor => ({
    name: `stupid backoff, α = ${alpha} (scores)`,
    model,
    levels: totals(model).map((level, k) => ({
      mode: "back off",
      totals: level,
      weight: perRow(level, (count, sum) => count / sum),
      backoff: new Float64Array(level.sum.length).fill(k === 0 ? 0 : alpha),
      unseen: alpha
    })),
    base: 0,
    alone: false,
    proper: false,
    silent: false
  });
};
