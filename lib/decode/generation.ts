import {whole} from "../core/check.js";
import {ConfigError, found} from "../core/errors.js";
import {log} from "../core/math/log.js";
import {inverseCdf} from "../core/random/categorical.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import type {Stage} from "../core/stage.js";
import type {LogitsRule} from "./logits.js";
import {logSoftmax, softmax} from "./softmax.js";

/** All that decides a text: the same config writes the same ids. */
export interface GenerationConfig {
  /**
   * The model: ids so far in, one logit (or natural log-probability) per token of the vocabulary out. It must not keep
   * or change the context that it is given.
   */
  readonly predict: (context: ArrayLike<number>) => Float64Array;
  readonly prompt: readonly number[];
  /** At most how many tokens to write. */
  readonly length: number;
  /** What turns the model's logits into those that are sampled from; without it they are sampled as they are. */
  readonly rule?: LogitsRule;
  readonly key: Key;
  /** The id that ends a text; it is the last one written. */
  readonly end?: number;
}

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

/** A text in the making. */
export interface Written {
  /** The prompt, and what was written after it. */
  readonly ids: readonly number[];
  /** How many of the ids were written. */
  readonly count: number;
  readonly choice: Choice | undefined;
}

/** Refuses lengths and ids that cannot be, before anything is written. */
function checked(config: GenerationConfig): GenerationConfig {
  const {length, prompt, end, key} = config;
  if (!Array.isArray(key) || key.length !== 2)
    throw new ConfigError("generation.key", "this is a key", [found("key", key)], "make one of a seed: key(1)");
  whole("generation.length", length);
  if (!Array.isArray(prompt))
    throw new ConfigError("generation.prompt", "this is a list of token ids", [found("prompt", prompt)], ENCODE);
  prompt.forEach((id: number, i) => whole(`generation.prompt[${i}]`, id, {least: 0, hint: ENCODE}));
  if (end !== undefined) whole("generation.end", end);
  return config;
}

const ENCODE = "encode a text with the model's tokenizer first, and make a list of its ids: [...ids]";

const rankOf = (distribution: Float64Array, token: number): number => {
  const prob = distribution[token]!;
  let rank = 1;
  for (let id = 0; id < distribution.length; id++)
    if (distribution[id]! > prob || (distribution[id] === prob && id < token)) rank++;
  return rank;
};

/** The token at which the distribution of the next one passes u, a number in [0, 1). */
export function choose({predict, rule}: GenerationConfig, context: ArrayLike<number>, u: number): Choice {
  const logits = predict(context);
  for (let i = 0; i < context.length; i++)
    if (!(context[i]! < logits.length))
      throw new ConfigError(
        `generation.prompt[${i}]`,
        "an id is one of the vocabulary",
        [found("id", context[i]), found("vocabulary", logits.length)],
        ENCODE
      );
  const distribution = softmax(rule === undefined ? logits : rule(logits, context));
  const token = inverseCdf(distribution, u);
  const prob = distribution[token]!;
  const surprisal = 0 - (rule === undefined ? log(prob) : logSoftmax(logits)[token]!);
  return {token, prob, rank: rankOf(distribution, token), surprisal, distribution};
}

const finished = ({length, end}: GenerationConfig, count: number, last: Choice | undefined): boolean =>
  count >= length || (end !== undefined && last?.token === end);

/** Writing as a stage: a batch is the step's uniform number, a step chooses one token; done at the length or the end. */
export const generation: Stage<GenerationConfig, number, Written, Choice | undefined> = (config) => {
  const {key, prompt} = checked(config);
  const done = ({count, choice}: Written): boolean => finished(config, count, choice);
  return {
    data: (step) => uniform(key, step),
    model: () => ({ids: prompt, count: 0, choice: undefined}),
    step: (state, u) => {
      if (done(state)) return state;
      const choice = choose(config, state.ids, u);
      return {ids: [...state.ids, choice.token], count: state.count + 1, choice};
    },
    metrics: ({choice}) => choice,
    done
  };
};

/** What ends a text early. */
export interface GenerateOptions {
  readonly signal?: AbortSignal;
}

/**
 * The choices of `generation`, one at a time and as they are asked for, for `for … of`. Leaving the loop, or aborting
 * the signal, ends it.
 *
 * @throws ConfigError for a bad length, prompt or end, when the first choice is asked for.
 */
export function* generate(
  config: GenerationConfig,
  {signal}: GenerateOptions = {}
): Generator<Choice, void, undefined> {
  const ids = [...checked(config).prompt];
  let choice: Choice | undefined;
  for (let count = 0; !finished(config, count, choice) && signal?.aborted !== true; count++) {
    choice = choose(config, ids, uniform(config.key, count));
    ids.push(choice.token);
    yield choice;
  }
}
