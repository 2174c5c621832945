import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import type {Stage} from "../core/stage.js";
import {chosen, type Choice} from "./choice.js";
import {checkKey, checkVocabulary, checkWriting} from "./checkWriting.js";
import type {LogitsRule, Predict} from "./logits.js";

/** All that decides a text: the same config writes the same ids. */
export interface GenerationConfig {
  /** The model: logits of what follows ids. */
  readonly predict: Predict;
  /** Ids to go on from. */
  readonly prompt: readonly number[];
  /** At most how many tokens to write. */
  readonly length: number;
  /** What turns the model's logits into those that are sampled from; without it they are sampled as they are. */
  readonly rule?: LogitsRule;
  /** What the choices are drawn from. */
  readonly key: Key;
  /** The id that ends a text; it is the last one written. */
  readonly end?: number;
}

/** A text in the making. */
export interface Written {
  /** The prompt, and what was written after it. */
  readonly ids: readonly number[];
  /** How many of the ids were written. */
  readonly count: number;
  readonly choice: Choice | undefined;
}

const WHERE = "generation";

/** Refuses what cannot be, before anything is written. */
function checked(config: GenerationConfig): GenerationConfig {
  checkKey(WHERE, config.key);
  checkWriting(WHERE, config);
  return config;
}

/** The token at which the distribution of the next one passes u, a number in [0, 1). */
export function choose({predict, rule}: GenerationConfig, context: ArrayLike<number>, u: number): Choice {
  const logits = predict(context);
  checkVocabulary(WHERE, context, logits.length);
  return chosen(logits, rule, context, u);
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
  /** Ends the writing when it aborts. */
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
