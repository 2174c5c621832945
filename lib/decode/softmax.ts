import {exp} from "../core/math/exp.js";
import {log} from "../core/math/log.js";
import {sum} from "../core/sum.js";
import {largest} from "./logits.js";

/** e to each logit, less the largest: any shift cancels, and with this one nothing overflows. */
function shares(logits: ArrayLike<number>, top: number): Float64Array {
  const list = new Float64Array(logits.length);
  for (let i = 0; i < list.length; i++) list[i] = exp(logits[i]! - top);
  return list;
}

/**
 * Logits as probabilities: e^x over the sum of all e^x. Shape `[vocabSize]` in and out; the result sums to 1.
 *
 * @throws ConfigError for NaN, Infinity, and when all are -Infinity.
 */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const probs = shares(logits, largest("softmax", logits));
  const total = sum(probs);
  for (let i = 0; i < probs.length; i++) probs[i]! /= total;
  return probs;
}

/**
 * Logits as natural logarithms of probabilities, right also where a probability is too small for a float.
 *
 * @throws ConfigError for NaN, Infinity, and when all are -Infinity.
 */
export function logSoftmax(logits: ArrayLike<number>): Float64Array {
  const top = largest("logSoftmax", logits);
  const total = log(sum(shares(logits, top)));
  const logProbs = new Float64Array(logits.length);
  for (let i = 0; i < logProbs.length; i++) logProbs[i] = logits[i]! - top - total;
  return logProbs;
}
