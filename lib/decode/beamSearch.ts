import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {Stage} from "../core/stage.js";
import {checkVocabulary, checkWriting} from "./checkWriting.js";
import type {LengthPenalty} from "./lengthPenalties.js";
import {largestIds, type LogitsRule, type Predict} from "./logits.js";
import {logSoftmax} from "./softmax.js";

/** What a search is told. Nothing in it is random. */
export interface BeamConfig {
  /** The model: logits of what follows ids. */
  readonly predict: Predict;
  /** Ids to go on from. */
  readonly prompt: readonly number[];
  /** Hypotheses that are followed, and at most how many are found. */
  readonly beams: number;
  /** At most how many tokens to write, from 1. */
  readonly length: number;
  /** The id that ends a text; it is counted, and is the last of what ended. */
  readonly end?: number;
  /** What log-probabilities are divided by before hypotheses are compared at the end: nothing unless it is named. */
  readonly penalty?: LengthPenalty;
  /** What is done to the logits before, such as removing tokens. */
  readonly rule?: LogitsRule;
}

/** A text that may be written. */
export interface Hypothesis {
  /** What follows the prompt. */
  readonly tokens: readonly number[];
  /** The sum of the log-probabilities of its tokens, in nats. */
  readonly logProb: number;
  /** The same over the penalty of its length: what the best is chosen by. */
  readonly score: number;
  /** Whether its last token is the end. */
  readonly ended: boolean;
}

/** A search under way. */
export interface Beams {
  /** Those that go on, likeliest first. */
  readonly live: readonly Hypothesis[];
  /** Those that ended, in the order in which they did. */
  readonly finished: readonly Hypothesis[];
  /** Tokens of those that go on. */
  readonly count: number;
}

const FIELDS = ["predict", "prompt", "beams", "length", "end", "penalty", "rule"] as const;
const WHERE = "beamSearch";

/** Ways to go on, likeliest first: more than can be taken. */
function continuations(config: BeamConfig, live: readonly Hypothesis[]): readonly Hypothesis[] {
  const {predict, prompt, beams, end, rule, penalty = () => 1} = config;
  const all = live.flatMap(({tokens, logProb}) => {
    const context = [...prompt, ...tokens];
    const logits = predict(context);
    checkVocabulary(WHERE, context, logits.length);
    const logProbs = logSoftmax(rule === undefined ? logits : rule(logits, context));
    // one of them may be the end, which takes no place among those that go on
    return largestIds(logProbs, beams + 1).map((id): Hypothesis => {
      const sum = logProb + logProbs[id]!;
      return {
        tokens: [...tokens, id],
        logProb: sum,
        score: sum / penalty(tokens.length + 1),
        ended: id === end
      };
    });
  });
  return all.sort((a, b) => b.logProb - a.logProb); // stable: of equals, the likelier past and the smaller id are first
}

function beamStep(config: BeamConfig, {live, finished, count}: Beams): Beams {
  const {beams} = config;
  const next: Hypothesis[] = [];
  const ended: Hypothesis[] = [];
  continuations(config, live).forEach((hypothesis, rank) => {
    if (next.length === beams) return;
    if (!hypothesis.ended) next.push(hypothesis);
    else if (rank < beams) ended.push(hypothesis);
  });
  return {live: next, finished: [...finished, ...ended], count: count + 1};
}

const best = (beams: number, {live, finished}: Beams): readonly Hypothesis[] =>
  [...finished, ...live].sort((a, b) => b.score - a.score).slice(0, beams);

/**
 * Beam search as a stage: a step follows each hypothesis by one token, and keeps the likeliest. Its metrics are the best
 * hypotheses so far, by score. Its batches are empty.
 */
export const beams: Stage<BeamConfig, undefined, Beams, readonly Hypothesis[]> = (config) => {
  checkFields(WHERE, config, FIELDS);
  checkWriting(WHERE, config, 1);
  whole(`${WHERE}.beams`, config.beams, {least: 1});
  const done = ({live, count}: Beams): boolean => live.length === 0 || count >= config.length;
  return {
    data: () => undefined,
    model: () => ({live: [{tokens: [], logProb: 0, score: 0, ended: false}], finished: [], count: 0}),
    step: (state) => (done(state) ? state : beamStep(config, state)),
    metrics: (state) => best(config.beams, state),
    done
  };
};

/**
 * The likeliest texts that a search with so many beams finds, best score first. In each step all continuations of the live
 * hypotheses are taken in the order of their log-probability until `beams` of them are live; one that ends is kept if it ranks
 * among the first `beams`, and dropped otherwise. Nothing stops early: it goes on to the length, or until none is live, and
 * then the live ones join those that ended. With one beam it is greedy.
 *
 * @throws ConfigError for sizes that are not whole, and ids that the model does not have.
 * @see Graves, Sequence Transduction with Recurrent Neural Networks, 2012, section 3; Wu et al. 2016, section 7.
 */
export function beamSearch(config: BeamConfig): readonly Hypothesis[] {
  const {model, step, done} = beams(config);
  let state = model();
  while (done?.(state) === false) state = step(state, undefined);
  return best(config.beams, state);
}
