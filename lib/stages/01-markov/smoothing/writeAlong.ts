import {ConfigError, found} from "../../../core/errors.js";
import {whole as wholeNumber} from "../../../core/check.js";
import type {Key} from "../../../core/random/threefry.js";
import {uniform} from "../../../core/random/uniform.js";
import type {Ngrams} from "../ngrams.js";
import {checkIds, noAnswer, support} from "./predictor.js";
import {UNKNOWN, rowOf, type Reader, type ReaderLevel} from "./reader.js";
import {positionAt} from "./scoreAlong.js";

/** What is to be written. */
export interface WriteOptions {
  /** Ids to go on from. */
  readonly prompt: ArrayLike<number>;
  /** Tokens to write. */
  readonly length: number;
  /** What the choices are drawn from. */
  readonly key: Key;
  /** The id that ends the text; it is the last one written. */
  readonly end?: number;
}

/** A reader that can also draw: for each context, its weights summed up to each row. */
export interface Writer {
  readonly reader: Reader;
  /** Parallel to the rows of each level: the weights of a context's rows up to and with this one. */
  readonly sums: readonly Float64Array[];
}

/**
 * Makes a predictor that interpolates ready to write.
 *
 * @throws ConfigError for a method that backs off or gives scores that do not sum to one: use `generate` for those.
 */
export function writer(reader: Reader): Writer {
  const {predictor} = reader;
  if (!predictor.proper || predictor.levels.some(({mode}) => mode !== "interpolate"))
    throw new ConfigError(
      "writer",
      "only a method that interpolates can be drawn from level by level",
      [found("method", predictor.name)],
      "use generate(), which draws from any distribution"
    );
  const sums = predictor.levels.map(({totals: {rows}, weight}) => {
    const sum = new Float64Array(weight.length);
    for (let c = 0; c + 1 < rows.length; c++)
      for (let r = rows[c]!, total = 0; r < rows[c + 1]!; r++) sum[r] = total += weight[r]!;
    return sum;
  });
  return {reader, sums};
}

/**
 * Writes tokens without looking at whole distributions. An interpolated model is a story: with the weight that the longest
 * known context has, one of its own continuations comes; else its oldest token is forgotten, and the same is asked of what
 * is left; the last to be asked knows nothing, and draws from all tokens alike. One uniform number tells the whole story of
 * a token, stretched again after each forgetting. Costs a search in one or two rows, where `generate` costs a vocabulary.
 *
 * @returns the written ids, without the prompt: distributed as `distribution` says, though not the ones that `generate`
 * draws with the same key.
 * @throws ConfigError for a length that is not whole, and ids outside of the vocabulary.
 */
export function writeAlong({reader, sums}: Writer, {prompt, length: tokens, key, end}: WriteOptions): number[] {
  wholeNumber("writeAlong.length", tokens);
  const {predictor, levels, whole} = reader;
  checkIds(predictor, prompt);
  const {model, alone, silent} = predictor;
  const ids = Array.from(prompt);
  const path = new Uint32Array(model.order + 1);
  let {length, index} = positionAt(reader, ids, ids.length, path);
  for (let n = 0; n < tokens; n++) {
    const known = !alone || length === Math.min(model.order, ids.length);
    if (silent && !known) throw noAnswer(predictor, ids);
    const u = uniform(key, n);
    const token = known ? drawn(reader, sums, length, index, u) : anyOf(model, u);
    ids.push(token);
    if (token === end) break;
    const deepest = Math.min(model.order, ids.length - 1);
    const before = length;
    let k: number;
    [k, length, index] = after(levels, length, index, token);
    if (length === UNKNOWN || (!whole && (k < before || before < deepest)))
      ({length, index} = positionAt(reader, ids, ids.length, path));
  }
  return ids.slice(prompt.length);
}

/** The token that a uniform number draws, asking a context, then the ones that are shorter. */
function drawn(
  {predictor, levels}: Reader,
  sums: readonly Float64Array[],
  length: number,
  index: number,
  uniform: number
): number {
  let u = uniform;
  for (let k = length, c = index; ; k--) {
    const {rows, next, backoff, parent} = levels[k]!;
    const [from, to] = [rows[c]!, rows[c + 1]!];
    const total = to > from ? sums[k]![to - 1]! : 0;
    if (u < total) return next[passed(sums[k]!, u, from, to)]!;
    if (backoff[c] === 0 && to > from) return next[to - 1]!; // all the weight is here, but for a rounding
    u = Math.min((u - total) / (1 - total), LARGEST);
    if (predictor.alone || k === 0) return anyOf(predictor.model, u);
    c = parent[c]!;
  }
}

const LARGEST = 1 - 1.1102230246251565e-16; // the last number below 1

/** The first of the growing sums in `from … to - 1` that is above u. */
function passed(sums: Float64Array, u: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sums[middle]! > u) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Any token that can be predicted, all alike. */
function anyOf(model: Ngrams, u: number): number {
  const token = Math.floor(u * support(model));
  return model.begin !== undefined && token >= model.begin ? token + 1 : token;
}

/** The length of the context that knows a token, -1 for none, and the longest known context after it. */
function after(
  levels: readonly ReaderLevel[],
  length: number,
  index: number,
  token: number
): readonly [k: number, length: number, index: number] {
  for (let k = length, c = index; ; k--) {
    const row = rowOf(levels[k]!, c, token);
    if (row >= 0) return [k, levels[k]!.toLength[row]!, levels[k]!.toIndex[row]!];
    if (k === 0) return [-1, 0, 0];
    c = levels[k]!.parent[c]!;
  }
}
