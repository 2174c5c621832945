import {exp} from "../core/math/exp.js";
import {log} from "../core/math/log.js";
import {sum} from "../core/sum.js";
import {largest} from "./logits.js";

/**
 * Logits as probabilities: e^x over the sum of all e^x. Shape `[vocabSize]` in and out; the result sums to 1.
 *
 * @throws ConfigError for NaN, Infinity, and when all are -Infinity.
 */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const top = largest("softmax", logits);
  const shares = Float64Array.from(logits, (x) => exp(x - top)); // any shift cancels; with this one nothing overflows
  const total = sum(shares);
  for (let i = 0; i < shares.length; i++) shares[i]! /= total;
  return shares;
}

/**
 * Logits as natural logarithms of probabilities, right also where a probability is too small for a float.
 *
 * @throws ConfigError for NaN, Infinity, and when all are -Infinity.
 */
export function logSoftmax(logits: ArrayLike<number>): Float64Array {
  const top = largest("logSoftmax", logits);
  const total = log(sum(Float64Array.from(logits, (x) => exp(x - top))));
  return Float64Array.from(logits, (x) => x - top - total);
}
