import {real} from "../core/check.js";
import {pow} from "../core/math/pow.js";

/** What a hypothesis's log-probability is divided by: a function of its tokens, counted with the one that ends it. */
export type LengthPenalty = (length: number) => number;

/**
 * lengthᵅ. Each token makes a text less likely, so that sums of log-probabilities favor short ones; with α = 1 means are
 * compared instead, and 0 changes nothing.
 *
 * @throws ConfigError unless alpha is a number >= 0.
 */
export function lengthPenalty(alpha: number): LengthPenalty {
  real("lengthPenalty.alpha", alpha, {least: 0});
  return (length) => pow(length, alpha);
}

/**
 * ((5 + length)/6)ᵅ (Wu et al. 2016, eq. 14): nearly even for short texts.
 *
 * @throws ConfigError unless alpha is a number >= 0.
 */
export function gnmtPenalty(alpha: number): LengthPenalty {
  real("gnmtPenalty.alpha", alpha, {least: 0});
  return (length) => pow((5 + length) / 6, alpha);
}
