import {real} from "../../../core/check.js";
import {ConfigError, found} from "../../../core/errors.js";
import {log} from "../../../core/math/log.js";
import {search, walk} from "../lookUp.js";
import type {Ngrams} from "../ngrams.js";
import {totals} from "../totals.js";
import {perRow} from "./maximumLikelihood.js";
import {support, type Predictor} from "./predictor.js";
import {oneForEach} from "./settings.js";

/** The shares of the orders that are mixed. */
export interface JelinekMercerOptions {
  /** Shares of [uniform, no context, one token of context, …]: `order + 2` numbers. They are divided by their sum. Equal if absent. */
  readonly weights?: readonly number[];
}

/**
 * Jelinek–Mercer interpolation: P(w|h) = Σ_k weights[k] · P_k(w|h), a fixed mixture of the maximum-likelihood
 * distributions under contexts of every length and the uniform one. Lengths whose context was not seen are left out,
 * and the remaining weights are divided by their sum.
 *
 * @throws ConfigError for weights that are negative, too few or too many, or without a positive uniform share.
 * @see Jelinek and Mercer, Interpolated estimation of Markov source parameters from sparse data, 1980.
 */
export const jelinekMercer = ({weights}: JelinekMercerOptions = {}) => {
  weights?.forEach((w) => real("smoothing.weights", w, {least: 0}));
  if (weights && !(weights[0]! > 0))
    throw new ConfigError(
      "smoothing.weights",
      "the uniform distribution, first of the weights, has a positive share",
      [found("weights", weights)],
      "without it an unseen token would be impossible"
    );
  return (model: Ngrams): Predictor => {
    const used = weights ?? equalWeights(model);
    oneForEach("smoothing.weights", used, model.order + 2, "the uniform distribution and each length of context");
    const upTo = used.map((_, k) => used.slice(0, k + 1).reduce((a, b) => a + b, 0));
    return {
      name: `Jelinek–Mercer, λ = ${used.map((w) => +w.toFixed(3)).join(", ")}`,
      model,
      levels: totals(model).map((level, k) => ({
        mode: "interpolate",
        totals: level,
        weight: perRow(level, (count, sum) => (used[k + 1]! / upTo[k + 1]!) * (count / sum)),
        backoff: level.sum.map((sum) => (sum > 0 ? upTo[k]! / upTo[k + 1]! : 1)),
        unseen: 1
      })),
      base: 1 / support(model),
      alone: false,
      proper: true,
      silent: false
    };
  };
};

const equalWeights = ({order}: Ngrams): readonly number[] => new Array<number>(order + 2).fill(1 / (order + 2));

/** Weights after some iterations of EM, and how well they predicted the held-out tokens before the next one. */
export interface JelinekMercerState {
  readonly weights: readonly number[];
  /** Σ ln P of the held-out tokens under these weights, in nats (negative). */
  readonly logLikelihood: number;
}

/** Makes the EM steps of one model and held-out text: `initial`, and `step` from one state to the next, better one. */
export interface JelinekMercerEm {
  readonly initial: JelinekMercerState;
  readonly step: (state: JelinekMercerState) => JelinekMercerState;
}

/**
 * Expectation–maximization of the weights on text that was not counted. E-step: which share of each token's
 * probability each length of context gave. M-step: the new weights are the mean shares. The likelihood never falls,
 * also where contexts were not seen and weights are renormalized.
 *
 * Positions before `order` are not used: they lack the longest context.
 *
 * @throws ConfigError if the held-out text is not longer than the order.
 * @see Jelinek and Mercer 1980; Dempster, Laird and Rubin, Maximum likelihood from incomplete data, 1977.
 */
export function jelinekMercerEm(
  model: Ngrams,
  heldOut: ArrayLike<number>,
  start: readonly number[] = equalWeights(model)
): JelinekMercerEm {
  const K = model.order + 2;
  const positions = heldOut.length - model.order;
  if (positions < 1)
    throw new ConfigError("heldOut", "the held-out text is longer than the order", [
      found("tokens", heldOut.length),
      found("order", model.order)
    ]);
  oneForEach("start", start, K, "the uniform distribution and each length of context");
  const components = likelihoods(model, heldOut);
  const evaluate = (weights: readonly number[]) => {
    const shares = new Array<number>(K).fill(0);
    let logLikelihood = 0;
    for (let i = 0; i < positions; i++) {
      let [total, known] = [0, 0];
      for (let k = 0; k < K; k++) {
        const p = components[i * K + k]!;
        if (p < 0) break; // this context, and so every longer one, was not seen
        total += weights[k]! * p;
        known += weights[k]!;
      }
      logLikelihood += log(total / known);
      for (let k = 0; k < K; k++) {
        const p = components[i * K + k]!;
        // a length whose context was not seen is as if drawn and rejected: that often, before one was drawn that is seen
        shares[k]! += p < 0 ? weights[k]! / known : (weights[k]! * p) / total;
      }
    }
    const all = shares.reduce((a, b) => a + b, 0);
    return {shares: shares.map((s) => s / all), logLikelihood};
  };
  return {
    initial: {weights: start, logLikelihood: evaluate(start).logLikelihood},
    step: ({weights}) => {
      const next = evaluate(weights).shares;
      return {weights: next, logLikelihood: evaluate(next).logLikelihood};
    }
  };
}

/** P_k of each held-out token for k = uniform, 0 tokens of context, 1, …; -1 where the context was not seen. */
function likelihoods(model: Ngrams, heldOut: ArrayLike<number>): Float64Array {
  const {order} = model;
  const K = order + 2;
  const counts = totals(model);
  const result = new Float64Array((heldOut.length - order) * K).fill(-1);
  const path = new Uint32Array(order + 1);
  for (let at = order; at < heldOut.length; at++) {
    const row = (at - order) * K;
    result[row] = 1 / support(model);
    const seen = walk(model, heldOut, at, path);
    for (let k = 0; k < seen; k++) {
      const {rows, next, count, sum} = counts[k]!;
      const c = path[k]!;
      const r = search(next, heldOut[at]!, rows[c]!, rows[c + 1]!);
      result[row + k + 1] = r < 0 ? 0 : count[r]! / sum[c]!;
    }
  }
  return result;
}

/** Weights after `iterations` steps of EM on held-out text. */
export function fitJelinekMercer(model: Ngrams, heldOut: ArrayLike<number>, iterations = 20): readonly number[] {
  const em = jelinekMercerEm(model, heldOut);
  let state = em.initial;
  for (let i = 0; i < iterations; i++) state = em.step(state);
  return state.weights;
}
