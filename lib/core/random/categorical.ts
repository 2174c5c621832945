import {ConfigError, found} from "../errors.js";
import type {Key} from "./threefry.js";
import {uniform} from "./uniform.js";

/**
 * The outcome at which the cumulative distribution passes u, a number in [0, 1): inverse transform sampling.
 *
 * @param probs - weights >= 0, not all zero; they need not sum to 1.
 * @returns an index of `probs` whose weight is above zero, also where the sum rounds below its end.
 * @throws ConfigError for a weight that is negative, NaN or infinite, or when none is above zero.
 *
 * @example
 * inverseCdf([0.2, 0.5, 0.3], 0.1); // 0
 * inverseCdf([0.2, 0.5, 0.3], 0.69); // 1
 */
export function inverseCdf(probs: ArrayLike<number>, u: number): number {
  let total = 0;
  let last = -1;
  for (let i = 0; i < probs.length; i++) {
    const p = probs[i]!;
    if (!(p >= 0 && p < Infinity))
      throw new ConfigError("categorical", "every probability is a number >= 0", [found(`probs[${i}]`, p)]);
    if (p > 0) {
      total += p;
      last = i;
    }
  }
  if (!(total > 0 && total < Infinity))
    throw new ConfigError("categorical", "the probabilities have a sum above zero and below Infinity", [
      found("outcomes", probs.length),
      found("sum", total)
    ]);
  const target = u * total;
  let sum = 0;
  for (let i = 0; i < last; i++) if (target < (sum += probs[i]!)) return i;
  return last;
}

/** The index-th outcome that a key draws from a distribution; see `inverseCdf`. */
export const categorical = (key: Key, probs: ArrayLike<number>, index = 0): number =>
  inverseCdf(probs, uniform(key, index));
