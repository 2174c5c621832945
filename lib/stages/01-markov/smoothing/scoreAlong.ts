import {whole as wholeNumber} from "../../../core/check.js";
import {log} from "../../../core/math/log.js";
import {search, walk} from "../lookUp.js";
import {checkIds, type Predictor} from "./predictor.js";
import {UNKNOWN, rowOf, type Reader, type ReaderLevel} from "./reader.js";

/** Where a reader stands: the longest known context before the next token, by length and index in its level. */
interface Position {
  length: number;
  index: number;
}

/** The longest known context that ends before position `at`. */
export function positionAt(
  {predictor: {model}}: Reader,
  ids: ArrayLike<number>,
  at: number,
  path: Uint32Array
): Position {
  if (model.tokens === 0) return {length: 0, index: 0};
  const length = walk(model, ids, at, path) - 1;
  return {length, index: path[length]!};
}

/**
 * Natural log-probability of each token from position `from` on, as `score` gives it and to the bit, for long texts: each
 * step begins where the one before it ended.
 *
 * @throws ConfigError for an id outside the vocabulary.
 */
export function scoreAlong(reader: Reader, ids: ArrayLike<number>, from = 0): Float64Array {
  const {predictor, levels, whole} = reader;
  const {model} = predictor;
  checkIds(predictor, ids);
  const result = new Float64Array(Math.max(0, ids.length - wholeNumber("scoreAlong.from", from)));
  const path = new Uint32Array(model.order + 1);
  let {length, index} = positionAt(reader, ids, from, path);
  for (let at = from; at < ids.length; at++) {
    if (length === model.order) {
      const run = knownRun(levels[length]!, length, index, ids, at, result, from);
      ({length, index} = run);
      at = run.at;
      if (length === UNKNOWN) ({length, index} = positionAt(reader, ids, at, path));
      if (at === ids.length) break;
    }
    const token = ids[at]!;
    const deepest = Math.min(model.order, at);
    // go to shorter contexts until one knows the token
    let k = length;
    path[k] = index;
    let row = rowOf(levels[k]!, index, token);
    while (row < 0 && k > 0) {
      path[k - 1] = levels[k]!.parent[path[k]!]!;
      k--;
      row = rowOf(levels[k]!, path[k]!, token);
    }
    result[at - from] =
      token === model.begin ? -Infinity : log(chanceOf(predictor, levels, path, k, row, length, deepest));
    const lost = !whole && (k < length || length < deepest);
    [length, index] = row < 0 ? [0, 0] : [levels[k]!.toLength[row]!, levels[k]!.toIndex[row]!];
    if (lost || length === UNKNOWN || (row < 0 && !whole)) ({length, index} = positionAt(reader, ids, at + 1, path));
  }
  return result;
}

/**
 * Scores tokens as long as the longest contexts know them, which is most of the time, and says where that ends: the one
 * loop that must be fast has everything at hand.
 */
function knownRun(
  {rows, next, logProb, toLength, toIndex, table}: ReaderLevel,
  order: number,
  index: number,
  ids: ArrayLike<number>,
  at: number,
  result: Float64Array,
  from: number
): Position & {readonly at: number} {
  let length = order;
  while (at < ids.length && length === order) {
    const token = ids[at]!;
    const row =
      table === undefined
        ? search(next, token, rows[index]!, rows[index + 1]!)
        : table.row[index * table.width + token]! - 1;
    if (row < 0) break;
    result[at - from] = logProb[row]!;
    length = toLength[row]!;
    index = toIndex[row]!;
    at++;
  }
  return {length, index, at};
}

/** P of a token that the context of length k knows (row `found`, -1 for none), for the context of length `length`. */
function chanceOf(
  {base, alone, silent, levels: smoothed}: Predictor,
  levels: readonly ReaderLevel[],
  path: ArrayLike<number>,
  k: number,
  found: number,
  length: number,
  deepest: number
): number {
  if (silent && length < deepest) return 0;
  if (alone && length < deepest) return base * smoothed[deepest]!.unseen;
  if (alone)
    return k === length && found >= 0 ? levels[k]!.prob[found]! : base * levels[length]!.backoff[path[length]!]!;
  let p = found < 0 ? base * levels[0]!.backoff[0]! : levels[k]!.prob[found]!;
  for (let i = k + 1; i <= length; i++) p *= levels[i]!.backoff[path[i]!]!;
  for (let i = length + 1; i <= deepest; i++) p *= levels[i]!.unseen;
  return p;
}
