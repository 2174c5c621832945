import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ConfigError, found, ShapeError} from "../core/errors.js";
import {checkVocabulary, checkWriting} from "./checkWriting.js";
import {largestIds, type LogitsRule} from "./logits.js";
import {softmax} from "./softmax.js";

/** What a model makes of a text, and how it sees its last token. */
export interface Looked {
  /** Of what follows, as `predict` gives them: `[vocabSize]`. */
  readonly logits: Float64Array;
  /** The state of the last token: `[width]`. */
  readonly hidden: ArrayLike<number>;
}

/** Ways to go on, and what they are compared with. */
export interface Candidates {
  readonly probs: ArrayLike<number>;
  /** The state of each as it would follow the context. */
  readonly hidden: readonly ArrayLike<number>[];
  /** The state of each token of the context. */
  readonly context: readonly ArrayLike<number>[];
  /** What likeness costs: from 0, nothing, to 1, where nothing else counts. */
  readonly alpha: number;
}

/** How candidates come off. */
export interface ContrastiveScores {
  /** The largest cosine with a state of the context; 0 without a context. */
  readonly penalties: readonly number[];
  /** (1 − α) · probability − α · penalty. */
  readonly scores: readonly number[];
  /** The place of the best; of equals, the first. */
  readonly best: number;
}

/** What `contrastive` is told. Nothing in it is random. */
export interface ContrastiveConfig {
  /** The model. It is asked about each beginning of the prompt, and about each candidate behind the text. */
  readonly look: (context: readonly number[]) => Looked;
  /** At least one id. */
  readonly prompt: readonly number[];
  /** At most how many tokens to write. */
  readonly length: number;
  /** Candidates: the likeliest tokens. 4 to 10 are usual; 1 is greedy. */
  readonly k: number;
  /** What likeness costs, from 0 to 1. 0 is greedy. */
  readonly alpha: number;
  /** The id that ends a text; it is the last one written. */
  readonly end?: number;
  /** What is done to the logits before. */
  readonly rule?: LogitsRule;
}

/** A token that was written, and why. */
export interface ContrastiveChoice {
  readonly token: number;
  readonly prob: number;
  readonly penalty: number;
  readonly score: number;
}

const FIELDS = ["look", "prompt", "length", "k", "alpha", "end", "rule"] as const;

/** A state of length 1; one of zeros stays, and is like nothing. */
function direction(hidden: ArrayLike<number>): Float64Array {
  let squares = 0;
  for (let i = 0; i < hidden.length; i++) squares += hidden[i]! * hidden[i]!;
  const size = squares > 0 ? Math.sqrt(squares) : 1;
  return Float64Array.from(hidden, (x) => x / size);
}

function dot(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length)
    throw new ShapeError("contrastive.hidden", "all states have the same width", [
      found("context", [b.length]),
      found("candidate", [a.length])
    ]);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The same of directions, so that those of a context are made once. */
function scored(
  probs: ArrayLike<number>,
  hidden: readonly Float64Array[],
  context: readonly Float64Array[],
  alpha: number
): ContrastiveScores {
  const penalties = hidden.map((state) =>
    context.length === 0 ? 0 : context.reduce((most, seen) => Math.max(most, dot(state, seen)), -Infinity)
  );
  const scores = penalties.map((penalty, i) => (1 - alpha) * probs[i]! - alpha * penalty);
  let best = 0;
  scores.forEach((score, i) => {
    if (score > scores[best]!) best = i;
  });
  return {penalties, scores, best};
}

/**
 * Candidates by their probability, less what they repeat (Su et al. 2022, eq. 5).
 *
 * @throws ConfigError unless there is a candidate and alpha is from 0 to 1; ShapeError for states of different widths, and
 *   unless there are as many states as probabilities.
 */
export function contrastiveScores({probs, hidden, context, alpha}: Candidates): ContrastiveScores {
  real("contrastiveScores.alpha", alpha, {least: 0, most: 1});
  whole("contrastiveScores.candidates", probs.length, {least: 1});
  if (probs.length !== hidden.length)
    throw new ShapeError("contrastiveScores.hidden", "each candidate has a probability and a state", [
      found("probs", [probs.length]),
      found("hidden", [hidden.length])
    ]);
  return scored(probs, hidden.map(direction), context.map(direction), alpha);
}

/**
 * Contrastive search: of the k likeliest tokens, the one that is likely and unlike what was written, by the states that the
 * model has of them. One choice at a time, for `for … of`.
 *
 * @throws ConfigError, when the first choice is asked for, for settings that cannot be and a prompt without ids.
 * @see Su et al., A Contrastive Framework for Neural Text Generation, 2022, section 4.2. https://arxiv.org/abs/2202.06417
 */
export function* contrastive(config: ContrastiveConfig): Generator<ContrastiveChoice, void, undefined> {
  const where = "contrastive";
  checkFields(where, config, FIELDS);
  const {look, prompt, length, k, alpha, end, rule} = config;
  checkWriting(where, config);
  whole(`${where}.k`, k, {least: 1});
  real(`${where}.alpha`, alpha, {least: 0, most: 1});
  if (prompt.length === 0)
    throw new ConfigError(`${where}.prompt`, "there is at least one id, whose state is the first", [
      found("prompt", prompt)
    ]);
  const ids: number[] = [];
  const seen: Float64Array[] = [];
  let now: Looked | undefined;
  for (const id of prompt) {
    ids.push(id);
    now = look(ids.slice());
    seen.push(direction(now.hidden));
  }
  for (let count = 0; count < length && now !== undefined; count++) {
    checkVocabulary(where, ids, now.logits.length);
    const probs = softmax(rule === undefined ? now.logits : rule(now.logits, ids));
    const candidates = largestIds(probs, k).filter((id) => probs[id]! > 0);
    const looked = candidates.map((id) => look([...ids, id]));
    const states = looked.map(({hidden}) => direction(hidden));
    const chances = candidates.map((id) => probs[id]!);
    const {penalties, scores, best} = scored(chances, states, seen, alpha);
    const token = candidates[best]!;
    yield {token, prob: chances[best]!, penalty: penalties[best]!, score: scores[best]!};
    if (token === end) return;
    ids.push(token);
    seen.push(states[best]!);
    now = looked[best];
  }
}
