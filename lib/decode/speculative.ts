import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {found, ShapeError} from "../core/errors.js";
import {pow} from "../core/math/pow.js";
import {inverseCdf} from "../core/random/categorical.js";
import {fold} from "../core/random/key.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import {sum} from "../core/sum.js";
import {checkKey, checkVocabulary, checkWriting} from "./checkWriting.js";
import type {LogitsRule, Predict} from "./logits.js";
import {softmax} from "./softmax.js";

/** How a draft's tokens fare before the target. */
export interface Acceptance {
  /** Of each token, the probability that it is accepted once it is drafted, min(1, p/q); undefined where it never is. */
  readonly accepted: readonly (number | undefined)[];
  /** The probability that a drafted token is accepted: Σ min(p, q), which is 1 less the total variation. */
  readonly rate: number;
  /** What is drawn from after a rejection: the normed max(0, p − q); undefined if there is nothing left over. */
  readonly residual: Float64Array | undefined;
}

/** A round of speculation, as far as it is random. */
export interface Round {
  /** What was drafted; there may be none. */
  readonly drafted: readonly number[];
  /** The draft's distribution at each of them. */
  readonly draft: readonly ArrayLike<number>[];
  /** The target's distribution at each of them, and after the last; it is asked as far as is needed. */
  readonly target: (place: number) => ArrayLike<number>;
  /** Numbers in [0, 1): one for each drafted token, and one more. */
  readonly uniforms: ArrayLike<number>;
}

/** What a round wrote. */
export interface Speculated {
  /** Those accepted of the draft, and one that the target chose. */
  readonly tokens: readonly number[];
  readonly accepted: number;
}

/** What `speculate` is told. */
export interface SpeculativeConfig {
  /** The model to write like. */
  readonly predict: Predict;
  /**
   * The same model on several beginnings at once, where it can do that faster: logits of what follows the first `from` ids,
   * the first from + 1, and so on to all of them.
   */
  readonly predictEach?: (context: readonly number[], from: number) => readonly Float64Array[];
  /** A faster model with the same vocabulary. */
  readonly draft: Predict;
  /** How many tokens the draft writes before the target looks at them. */
  readonly gamma: number;
  /** Ids to go on from. */
  readonly prompt: readonly number[];
  /** At most how many tokens to write. */
  readonly length: number;
  /** What is done to the logits of both. */
  readonly rule?: LogitsRule;
  /** What the choices are drawn from. */
  readonly key: Key;
  /** The id that ends a text; it is the last one written. */
  readonly end?: number;
}

/** What a round wrote, and of what. */
export interface SpeculativeRound extends Speculated {
  readonly drafted: readonly number[];
}

const FIELDS = [
  "predict",
  "predictEach",
  "draft",
  "gamma",
  "prompt",
  "length",
  "rule",
  "key",
  "end"
] as const satisfies readonly (keyof SpeculativeConfig)[];

function sameVocabulary(target: ArrayLike<number>, draft: ArrayLike<number>): void {
  if (target.length !== draft.length)
    throw new ShapeError("speculative", "target and draft have the same vocabulary", [
      found("target", [target.length]),
      found("draft", [draft.length])
    ]);
}

/** What the target gives more often than the draft: the normed max(0, p − q), if there is any. */
function residualOf(target: ArrayLike<number>, draft: ArrayLike<number>): Float64Array | undefined {
  sameVocabulary(target, draft);
  const more = Float64Array.from(target, (p, i) => Math.max(0, p - draft[i]!));
  const total = sum(more);
  return total > 0 ? more.map((x) => x / total) : undefined;
}

/**
 * How a draft q fares before a target p (Leviathan et al. 2023, section 2.3). Drawn from q, accepted so often, and otherwise
 * drawn from the residual, a token is distributed as p.
 *
 * @param target - probabilities, `[vocabSize]`; `draft` too
 * @throws ShapeError for vocabularies of different sizes.
 */
export function acceptance(target: ArrayLike<number>, draft: ArrayLike<number>): Acceptance {
  const residual = residualOf(target, draft);
  const shared = Float64Array.from(target, (p, i) => Math.min(p, draft[i]!));
  const accepted = Array.from(target, (p, i) => (draft[i] === 0 ? undefined : Math.min(1, p / draft[i]!)));
  return {accepted, rate: sum(shared), residual};
}

/**
 * Tokens that a round writes on the mean: (1 − rateᵞ⁺¹)/(1 − rate) (Leviathan et al. 2023, eq. 1).
 *
 * @param rate - how often a drafted token is accepted, if that does not depend on the others
 */
export function expectedTokens(rate: number, gamma: number): number {
  whole("expectedTokens.gamma", gamma);
  return rate === 1 ? gamma + 1 : (1 - pow(rate, gamma + 1)) / (1 - rate);
}

/**
 * What becomes of drafted tokens: token t is accepted if its uniform number is below p/q; at the first that is not, the next
 * uniform number picks from the residual; if all are, the last one picks from what the target says after them
 * (Leviathan et al. 2023, algorithm 1).
 *
 * @throws ShapeError for vocabularies of different sizes, and unless there is one uniform number more than drafted tokens.
 */
export function speculativeRound({drafted, draft, target, uniforms}: Round): Speculated {
  const gamma = drafted.length;
  if (draft.length !== gamma || uniforms.length <= gamma)
    throw new ShapeError("speculativeRound", "each drafted token has a distribution and a number, and one is left", [
      found("drafted", [gamma]),
      found("draft", [draft.length]),
      found("uniforms", [uniforms.length])
    ]);
  for (let t = 0; t < gamma; t++) {
    const [p, q, token] = [target(t), draft[t]!, drafted[t]!];
    sameVocabulary(p, q);
    if (uniforms[t]! * q[token]! < p[token]!) continue;
    // a token that is rejected has p < q, so another one has p > q, but for rounding
    const choice = inverseCdf(residualOf(p, q) ?? p, uniforms[t + 1]!);
    return {tokens: [...drafted.slice(0, t), choice], accepted: t};
  }
  return {tokens: [...drafted, inverseCdf(target(gamma), uniforms[gamma]!)], accepted: gamma};
}

/**
 * Speculative decoding: a draft model writes a few tokens, and the target accepts of them what it might have written itself.
 * What comes out is distributed as if the target had written alone, whatever the draft is; a good draft saves calls of the
 * target, each of which may look at all drafted tokens at once. One round at a time, for `for … of`.
 *
 * @throws ConfigError, when the first round is asked for, for settings that cannot be; ShapeError for other vocabularies.
 * @see Leviathan et al., Fast Inference from Transformers via Speculative Decoding, 2023. https://arxiv.org/abs/2211.17192
 * @see Chen et al., Accelerating Large Language Model Decoding with Speculative Sampling, 2023. https://arxiv.org/abs/2302.01318
 */
export function* speculate(config: SpeculativeConfig): Generator<SpeculativeRound, void, undefined> {
  const where = "speculate";
  checkFields(where, config, FIELDS);
  checkWriting(where, config);
  checkKey(where, config.key);
  whole(`${where}.gamma`, config.gamma, {least: 1});
  const {predict, predictEach, gamma, prompt, length, rule, key, end} = config;
  const ids = [...prompt];
  const probsOf = (logits: Float64Array, context: readonly number[]): Float64Array => {
    checkVocabulary(where, context, logits.length);
    return softmax(rule === undefined ? logits : rule(logits, context));
  };
  let ended = false;
  for (let round = 0; ids.length < prompt.length + length && !ended; round++) {
    const left = prompt.length + length - ids.length;
    const draws = fold(key, round);
    const draft: Float64Array[] = [];
    const drafted: number[] = [];
    // one token of each round is the target's own, and nothing follows an end
    while (drafted.length < Math.min(gamma, left - 1) && (drafted.length === 0 || drafted.at(-1) !== end)) {
      const context = [...ids, ...drafted];
      const q = probsOf(config.draft(context), context);
      drafted.push(inverseCdf(q, uniform(draws, draft.length)));
      draft.push(q);
    }
    const all = [...ids, ...drafted];
    const each = predictEach?.(all, ids.length);
    const target = (place: number): Float64Array => {
      const context = all.slice(0, ids.length + place);
      return probsOf(each?.[place] ?? predict(context), context);
    };
    const uniforms = Float64Array.from({length: drafted.length + 1}, (_, t) => uniform(draws, gamma + t));
    const {tokens, accepted} = speculativeRound({drafted, draft, target, uniforms});
    const last = end === undefined ? -1 : tokens.indexOf(end);
    const kept = last < 0 ? tokens : tokens.slice(0, last + 1);
    ended = last >= 0;
    ids.push(...kept);
    yield {tokens: kept, accepted, drafted};
  }
}
