import {ConfigError, found} from "../core/errors.js";

/**
 * A rule of sampling: logits in, logits out; the argument stays as it is.
 *
 * @param logits - one unnormalized log-probability per token, shape `[vocabSize]`; -Infinity for a removed token.
 * @param context - ids of the prompt and of what was written so far.
 */
export type LogitsRule = (logits: Float64Array, context: ArrayLike<number>) => Float64Array;

/**
 * A model, to whoever writes with it: ids so far in, one logit (or natural log-probability) for each token of the vocabulary
 * out. It must not keep or change the context that it is given.
 */
export type Predict = (context: ArrayLike<number>) => Float64Array;

/**
 * The largest logit.
 *
 * @throws ConfigError for NaN, Infinity, and when no token is left.
 */
export function largest(where: string, logits: ArrayLike<number>): number {
  let top = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    const x = logits[i]!;
    if (!(x < Infinity))
      throw new ConfigError(where, "a logit is a number below Infinity", [found(`logits[${i}]`, String(x))]);
    if (x > top) top = x;
  }
  if (top === -Infinity)
    throw new ConfigError(
      where,
      "at least one token has a logit above -Infinity",
      [found("vocabSize", logits.length)],
      "the model or a rule before this one excluded every token"
    );
  return top;
}

/** The logits of the tokens that are kept, -Infinity for the others. */
export const keepWhere = (logits: Float64Array, kept: (logit: number, id: number) => boolean): Float64Array =>
  logits.map((x, id) => (kept(x, id) ? x : -Infinity));

/** The `count` largest logits; among equals at the border those with smaller ids. `least` is the smallest of them. */
export function keepLargest(logits: Float64Array, count: number, least: number): Float64Array {
  let equals = count;
  for (const x of logits) if (x > least) equals--;
  return keepWhere(logits, (x) => x > least || (x === least && equals-- > 0));
}

/**
 * The logits that are above -Infinity, smallest first.
 *
 * @throws ConfigError for a plain array, whose numbers would be sorted as words.
 */
export function ascending(logits: Float64Array): Float64Array {
  if (!ArrayBuffer.isView(logits))
    throw new ConfigError(
      "a rule of sampling",
      "logits are a Float64Array",
      [found("logits", logits)],
      "Float64Array.from(logits) makes one"
    );
  const sorted = logits.slice().sort();
  let removed = 0;
  while (removed < sorted.length && sorted[removed] === -Infinity) removed++;
  return sorted.subarray(removed);
}

/** The ids of the `count` largest numbers, largest first, of equals the smaller id first; never of -Infinity. */
export function largestIds(numbers: ArrayLike<number>, count: number): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < numbers.length; id++) {
    const x = numbers[id]!;
    if (x === -Infinity || (ids.length === count && x <= numbers[ids[count - 1]!]!)) continue;
    let at = ids.length;
    while (at > 0 && numbers[ids[at - 1]!]! < x) at--;
    ids.splice(at, 0, id);
    if (ids.length > count) ids.pop();
  }
  return ids;
}
