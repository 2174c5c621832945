import {real} from "../../../core/check.js";
import type {Ngrams} from "../ngrams.js";
import {totals} from "../totals.js";
import {perRow} from "./maximumLikelihood.js";
import {support, type Predictor} from "./predictor.js";

/**
 * P(w|h) = (c(hw) + k) / (N(h) + kV): the mean of the posterior under a symmetric Dirichlet prior with parameter k.
 * k = 1 is Laplace's rule. Nothing backs off: every unseen context is uniform.
 *
 * @throws ConfigError unless k > 0.
 * @see Lidstone, Note on the general case of the Bayes–Laplace formula, 1920.
 */
export const addK = ({k = 1}: {readonly k?: number} = {}) => {
  real("smoothing.k", k, {above: 0});
  return (model: Ngrams): Predictor => {
    const V = support(model);
    return {
      name: `add-${k}`,
      model,
      levels: totals(model).map((level) => ({
        mode: "interpolate",
        totals: level,
        weight: perRow(level, (count, sum) => count / (sum + k * V)),
        backoff: level.sum.map((sum) => (k * V) / (sum + k * V)),
        unseen: 1
      })),
      base: 1 / V,
      alone: true,
      proper: true,
      silent: false
    };
  };
};
