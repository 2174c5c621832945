import {ConfigError, found} from "../core/errors.js";
import type {LogitsRule} from "./logits.js";
import {requireSetting} from "./settings.js";

/** How often each token of the vocabulary is in the context; ids that have no logit, such as a begin id, are passed. */
function occurrences(vocabSize: number, context: ArrayLike<number>): Uint32Array {
  const counts = new Uint32Array(vocabSize);
  for (let i = 0; i < context.length; i++) {
    const id = context[i]!;
    if (id >= 0 && id < vocabSize) counts[id]! += 1;
  }
  return counts;
}

const penalize =
  (penalty: (logit: number, count: number) => number): LogitsRule =>
  (logits, context) => {
    const counts = occurrences(logits.length, context);
    return logits.map((x, id) => (counts[id] === 0 ? x : penalty(x, counts[id]!)));
  };

/**
 * Makes tokens of the context less likely: once per distinct id, a logit is divided by x, or multiplied if negative.
 * 1 changes nothing.
 *
 * @throws ConfigError unless 0 < x < Infinity.
 * @see Keskar et al., CTRL, 2019, section 4.1. https://arxiv.org/abs/1909.05858
 */
export function repetitionPenalty(x: number): LogitsRule {
  requireSetting("repetitionPenalty", "the penalty is a number above 0", x > 0 && x < Infinity, x, "1 changes nothing");
  return penalize((logit) => (logit < 0 ? logit * x : logit / x));
}

/**
 * Takes x from the logit of each token that occurs in the context. 0 changes nothing; negative values reward.
 *
 * @throws ConfigError unless x is finite.
 */
export function presencePenalty(x: number): LogitsRule {
  requireSetting("presencePenalty", "the penalty is a finite number", Number.isFinite(x), x, "0 changes nothing");
  return penalize((logit) => logit - x);
}

/**
 * Takes x from a token's logit for each time that it occurs in the context. 0 changes nothing; negative values reward.
 *
 * @throws ConfigError unless x is finite.
 */
export function frequencyPenalty(x: number): LogitsRule {
  requireSetting("frequencyPenalty", "the penalty is a finite number", Number.isFinite(x), x, "0 changes nothing");
  return penalize((logit, count) => logit - x * count);
}

/** A bias for each id: pairs, such as a Map, or a record. */
export type Biases = Iterable<readonly [id: number, bias: number]> | Readonly<Record<number, number>>;

const isPairs = (biases: Biases): biases is Iterable<readonly [number, number]> => Symbol.iterator in biases;

/**
 * Adds to the logits of named tokens; -Infinity removes one.
 *
 * @param biases - `{[id]: bias}`, or pairs of id and bias; a token named twice in pairs gets both.
 * @throws ConfigError for an id that is no whole number >= 0 or has no logit, and for a bias that is NaN or Infinity.
 */
export function logitBias(biases: Biases): LogitsRule {
  const pairs = isPairs(biases) ? biases : Object.entries(biases).map(([id, bias]) => [Number(id), bias] as const);
  const list = Array.from(pairs, ([id, bias]) => ({id, bias}));
  for (const {id, bias} of list) {
    requireSetting("logitBias", "a token id is a whole number >= 0", Number.isSafeInteger(id) && id >= 0, id);
    requireSetting(
      "logitBias",
      "a bias is a number below Infinity",
      bias < Infinity,
      bias,
      "-Infinity removes a token"
    );
  }
  return (logits) => {
    const result = logits.slice();
    for (const {id, bias} of list) {
      if (id >= logits.length)
        throw new ConfigError("logitBias", "every named token is in the vocabulary", [
          found("id", id),
          found("vocabSize", logits.length)
        ]);
      result[id]! += bias;
    }
    return result;
  };
}
