import {whole} from "../../../core/check.js";
import {log} from "../../../core/math/log.js";
import {ConfigError, found} from "../../../core/errors.js";
import {isId, unknownId} from "../countNgrams.js";
import {search, walk} from "../lookUp.js";
import type {Ngrams} from "../ngrams.js";
import type {Totals} from "../totals.js";

/**
 * What a smoothing does with the counts under contexts of one length:
 *
 * - interpolating: P(w|h) = weight(hw) + backoff(h) · P(w|h'), where weight is 0 for what was not seen;
 * - backing off: P(w|h) = weight(hw) if hw was seen, else backoff(h) · P(w|h');
 *
 * h' is h without its oldest token. An unseen h gives `unseen` · P(w|h').
 */
export interface SmoothedLevel {
  readonly mode: "interpolate" | "back off";
  /** Of which rows and next tokens `weight` speaks. */
  readonly totals: Totals;
  /** `[rows]`, parallel to `totals.next`. */
  readonly weight: Float64Array;
  /** `[contexts]`. */
  readonly backoff: Float64Array;
  readonly unseen: number;
}

/** A conditional distribution over the vocabulary, given the tokens before: what every smoothing makes of counts. */
export interface Predictor {
  /** The method and its settings, to be read. */
  readonly name: string;
  readonly model: Ngrams;
  readonly levels: readonly SmoothedLevel[];
  /** What is known without any count: 1 over the number of tokens that can be predicted, or 0 where the method has no base. */
  readonly base: number;
  /** Whether a context's own counts are mixed with the base alone, and not with those of shorter contexts. */
  readonly alone: boolean;
  /** Whether distributions sum to one. Stupid backoff gives scores that do not. */
  readonly proper: boolean;
  /** Whether a context that was never followed has no distribution at all: maximum likelihood says nothing about it. */
  readonly silent: boolean;
}

/** How many tokens can be predicted: all but the begin id. */
export const support = ({vocabSize, begin}: Ngrams): number => vocabSize - (begin === undefined ? 0 : 1);

/**
 * P(· | context), `[vocabSize]`. Of a longer context only the last `order` tokens count; a shorter one is answered by
 * the lower order. `undefined` where the method has no answer (maximum likelihood, unseen context).
 */
export function distribution(predictor: Predictor, context: ArrayLike<number>): Float64Array | undefined {
  const {model, levels, base, alone, silent} = predictor;
  const path = new Uint32Array(model.order + 1);
  const deepest = Math.min(model.order, context.length);
  const seen = model.tokens === 0 ? 0 : walk(model, context, context.length, path);
  if (silent && seen <= deepest) return undefined;
  const p = new Float64Array(model.vocabSize).fill(base);
  if (model.begin !== undefined) p[model.begin] = 0;
  for (let k = alone ? deepest : 0; k <= deepest; k++) {
    const {mode, totals, weight, backoff, unseen} = levels[k]!;
    const c = path[k]!;
    const factor = k < seen ? backoff[c]! : unseen;
    if (factor !== 1) for (let w = 0; w < p.length; w++) p[w]! *= factor;
    if (k >= seen) continue;
    const {rows, next} = totals;
    if (mode === "interpolate") for (let r = rows[c]!; r < rows[c + 1]!; r++) p[next[r]!]! += weight[r]!;
    else for (let r = rows[c]!; r < rows[c + 1]!; r++) p[next[r]!] = weight[r]!;
  }
  return p;
}

/** Natural logarithms of a distribution, as `decode/` wants them: log 0 is -Infinity. */
export function logProbs(predictor: Predictor, context: ArrayLike<number>): Float64Array {
  const p = distribution(predictor, context);
  if (p === undefined) throw noAnswer(predictor, context);
  for (let w = 0; w < p.length; w++) p[w] = log(p[w]!); // ours to change, and a mapped copy takes many times as long
  return p;
}

/** P(ids[at] | the tokens before it in `ids`); 0 where the method has no answer. */
export function probability(
  {model, levels, base, alone, silent}: Predictor,
  ids: ArrayLike<number>,
  at: number,
  path = new Uint32Array(model.order + 1)
): number {
  const token = ids[at]!;
  if (token === model.begin) return 0;
  const deepest = Math.min(model.order, at);
  const seen = model.tokens === 0 ? 0 : walk(model, ids, at, path);
  if (silent && seen <= deepest) return 0;
  return chance(levels, base, path, seen, alone ? deepest : 0, deepest, token);
}

/** P(token | the context whose levels' indices are `path[0 … seen - 1]`), mixed from level `first` to level `last`. */
export function chance(
  levels: readonly SmoothedLevel[],
  base: number,
  path: ArrayLike<number>,
  seen: number,
  first: number,
  last: number,
  token: number
): number {
  let p = base;
  for (let k = first; k <= last; k++) {
    const {mode, totals, weight, backoff, unseen} = levels[k]!;
    if (k >= seen) {
      p *= unseen;
      continue;
    }
    const c = path[k]!;
    const row = search(totals.next, token, totals.rows[c]!, totals.rows[c + 1]!);
    if (row < 0) p *= backoff[c]!;
    else p = mode === "interpolate" ? backoff[c]! * p + weight[row]! : weight[row]!;
  }
  return p;
}

/**
 * Natural log-probability of each token from position `from` on, given at most `order` tokens before it, `[tokens]`.
 * The tokens before `from` are context only. -Infinity where the model gives probability 0.
 *
 * @throws ConfigError for an id outside the vocabulary, and a `from` that is not whole.
 */
export function score(predictor: Predictor, ids: ArrayLike<number>, from = 0): Float64Array {
  const result = new Float64Array(Math.max(0, ids.length - whole("score.from", from)));
  const path = new Uint32Array(predictor.model.order + 1);
  checkIds(predictor, ids);
  for (let at = from; at < ids.length; at++) result[at - from] = log(probability(predictor, ids, at, path));
  return result;
}

/** Refuses ids that are outside the vocabulary, before any of them is scored. */
export function checkIds({model: {vocabSize}}: Predictor, ids: ArrayLike<number>): void {
  for (let i = 0; i < ids.length; i++) if (!isId(ids[i]!, vocabSize)) throw unknownId(ids[i]!, i, vocabSize);
}

/** What is said where a method has no distribution for a context. */
export const noAnswer = ({model}: Predictor, context: ArrayLike<number>): ConfigError =>
  new ConfigError(
    "logProbs",
    "maximum likelihood has no distribution for a context that was never followed",
    [found("context", Array.from(context).slice(-model.order || context.length))],
    "use a smoothing that backs off or interpolates, such as kneserNey()"
  );
