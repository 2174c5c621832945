import {log} from "../core/math/log.js";
import {inverseCdf} from "../core/random/categorical.js";
import type {LogitsRule} from "./logits.js";
import {logSoftmax, softmax} from "./softmax.js";

/** One written token, and what it was chosen from. */
export interface Choice {
  readonly token: number;
  /** Its probability in `distribution`: after the rule. */
  readonly prob: number;
  /** Its place in `distribution`, 1 for the likeliest; of equals the smaller id is first. */
  readonly rank: number;
  /** -log of its probability under the model itself, before the rule, in nats. */
  readonly surprisal: number;
  /** The probabilities it was drawn from, shape `[vocabSize]`: the softmax of what the rule left. */
  readonly distribution: Float64Array;
}

/** The place of a token in a list of numbers, such as its distribution: 1 for the largest; of equals the smaller id is first. */
export const rankOf = (distribution: Float64Array, token: number): number => {
  const prob = distribution[token]!;
  let rank = 1;
  for (let id = 0; id < distribution.length; id++)
    if (distribution[id]! > prob || (distribution[id] === prob && id < token)) rank++;
  return rank;
};

/** The token at which the distribution that a rule makes of logits passes u, a number in [0, 1). */
export function chosen(
  logits: Float64Array,
  rule: LogitsRule | undefined,
  context: ArrayLike<number>,
  u: number
): Choice {
  const distribution = softmax(rule === undefined ? logits : rule(logits, context));
  const token = inverseCdf(distribution, u);
  const prob = distribution[token]!;
  const surprisal = 0 - (rule === undefined ? log(prob) : logSoftmax(logits)[token]!);
  return {token, prob, rank: rankOf(distribution, token), surprisal, distribution};
}
