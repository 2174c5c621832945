import {ConfigError, found, ShapeError} from "./errors.js";
import {exp} from "./math/exp.js";
import {log} from "./math/log.js";
import {sum} from "./sum.js";

const LN2 = 0.6931471805599453;
const TOLERANCE = 1e-4; // float32 probabilities of a large vocabulary miss 1 by less

/** Refuses what is no distribution: counts, logits and log-probabilities are the usual mistakes. */
function distribution(where: string, name: string, p: ArrayLike<number>): void {
  for (let i = 0; i < p.length; i++)
    if (!(p[i]! >= 0 && p[i]! <= 1 + TOLERANCE))
      throw new ConfigError(where, "a probability is a number from 0 to 1", [found(`${name}[${i}]`, p[i])]);
  const total = sum(p);
  if (!(Math.abs(total - 1) <= TOLERANCE))
    throw new ConfigError(where, "the probabilities sum to 1", [found(`sum of ${name}`, total)], "divide by the sum");
}

function pair(where: string, p: ArrayLike<number>, q: ArrayLike<number>): void {
  if (p.length !== q.length)
    throw new ShapeError(where, "both distributions have the same outcomes", [
      found("p", [p.length]),
      found("q", [q.length])
    ]);
  distribution(where, "p", p);
  distribution(where, "q", q);
}

/** The sum of p times a term over all outcomes; an impossible outcome adds nothing, and -0 becomes 0. */
function expectation(p: ArrayLike<number>, term: (p: number, i: number) => number): number {
  const terms = new Float64Array(p.length);
  for (let i = 0; i < terms.length; i++) terms[i] = p[i] === 0 ? 0 : p[i]! * term(p[i]!, i);
  return sum(terms) + 0;
}

/**
 * How surprising an outcome of probability p is: -log p, in nats; Infinity for an impossible one.
 *
 * @example
 * surprisal(0.5); // 0.6931
 */
export const surprisal = (p: number): number => 0 - log(p);

/** Nats as bits. */
export const toBits = (nats: number): number => nats / LN2;

/**
 * The number of equally likely outcomes that are as uncertain as so many nats: e^nats.
 *
 * @example
 * perplexity(entropy([0.25, 0.25, 0.25, 0.25])); // 4
 */
export const perplexity = (nats: number): number => exp(nats);

/**
 * The entropy -Σ p log p of a distribution, in nats, where 0 log 0 is 0.
 *
 * @throws ConfigError unless p is a distribution.
 * @see Shannon, A Mathematical Theory of Communication, 1948, section 6.
 *
 * @example
 * entropy([0.5, 0.5]); // 0.6931
 */
export function entropy(p: ArrayLike<number>): number {
  distribution("entropy", "p", p);
  return expectation(p, surprisal);
}

/**
 * The cross-entropy -Σ p log q, in nats: the mean surprisal of one who believes q where p is true.
 *
 * @throws ConfigError, ShapeError unless both are distributions over the same outcomes.
 *
 * @example
 * crossEntropy([0.5, 0.5], [0.25, 0.75]); // 0.8370
 */
export function crossEntropy(p: ArrayLike<number>, q: ArrayLike<number>): number {
  pair("crossEntropy", p, q);
  return expectation(p, (_, i) => surprisal(q[i]!));
}

/**
 * The Kullback–Leibler divergence KL(p‖q) = Σ p log(p/q), in nats: what believing q costs beyond the entropy of p.
 * Infinity where q excludes what p allows.
 *
 * @throws ConfigError, ShapeError unless both are distributions over the same outcomes.
 * @see Kullback and Leibler, On Information and Sufficiency, 1951.
 *
 * @example
 * kl([0.5, 0.5], [0.25, 0.75]); // 0.1438
 */
export function kl(p: ArrayLike<number>, q: ArrayLike<number>): number {
  pair("kl", p, q);
  return Math.max(
    0,
    expectation(p, (x, i) => log(x) - log(q[i]!))
  ); // never below 0 but by rounding
}

/**
 * The Jensen–Shannon divergence, in nats: the mean of KL(p‖m) and KL(q‖m) for the even mixture m. At most ln 2.
 *
 * @throws ConfigError, ShapeError unless both are distributions over the same outcomes.
 * @see Lin, Divergence Measures Based on the Shannon Entropy, 1991.
 */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  pair("jensenShannon", p, q);
  const toMixture = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
    expectation(a, (x, i) => log(x) - log(x + b[i]!) + LN2); // the sum, not its half, cannot underflow
  return Math.max(0, 0.5 * (toMixture(p, q) + toMixture(q, p)));
}
