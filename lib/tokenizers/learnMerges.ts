import {ConfigError, found} from "../core/errors.js";
import type {PieceCounts} from "./countPieces.js";
import {indexPairs, makeRows, mergePair} from "./mergeTraining.js";
import {dequeue, enqueue, type GoesBefore, type PairQueue} from "./pairQueue.js";

/** One step of training: two tokens that became one, and how often they stood beside each other. */
export interface LearnedMerge {
  readonly left: string;
  readonly right: string;
  readonly token: string;
  readonly count: number;
}

/** When training ends. */
interface Limits {
  /** So many tokens, the first symbols among them, are enough. */
  readonly tokens: number;
  readonly merges: number;
  /** Pairs that occur fewer times are not merged. */
  readonly minCount: number;
}

/**
 * Merges the commonest pair, again and again; ties go to the smaller left id, then right id. A token that two merges make
 * has one id. `join` says what two tokens become, put end to end unless told.
 */
export function learnMerges(
  where: string,
  first: readonly string[],
  counts: PieceCounts,
  symbolsOf: (piece: string) => ArrayLike<number>,
  {tokens: most, merges: steps, minCount}: Limits,
  join: (left: string, right: string) => string = (left, right) => left + right
): readonly LearnedMerge[] {
  const tokens = [...first];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const index = indexPairs(makeRows(words(where, counts, symbolsOf)));
  const before: GoesBefore = (a, b) =>
    index.lefts[a]! < index.lefts[b]! || (index.lefts[a] === index.lefts[b] && index.rights[a]! < index.rights[b]!);
  const queue: PairQueue = {pairs: [], worths: []};
  const offer = (pair: number): void => {
    if (index.counts[pair]! >= minCount) enqueue(queue, pair, index.counts[pair]!, before);
  };
  for (let pair = 0; pair < index.size; pair++) offer(pair);
  const learned: LearnedMerge[] = [];
  while (learned.length < steps && tokens.length < most) {
    const top = dequeue(queue, before);
    if (top === undefined) break;
    const [pair, count] = top;
    if (index.counts[pair] !== count) {
      if (count > index.counts[pair]!) offer(pair); // it fell; where it rose, another entry says so
      continue;
    }
    const [left, right] = [tokens[index.lefts[pair]!]!, tokens[index.rights[pair]!]!];
    const token = join(left, right);
    const id = ids.get(token) ?? tokens.length;
    if (id === tokens.length) {
      tokens.push(token);
      ids.set(token, id);
    }
    learned.push({left, right, token, count});
    const risen = new Set<number>();
    const size = index.size;
    mergePair(index, pair, id, (changed) => {
      // only pairs with the new token can have become commoner
      if (changed >= size || index.lefts[changed] === id || index.rights[changed] === id) risen.add(changed);
    });
    risen.forEach(offer);
  }
  return learned;
}

function* words(
  where: string,
  counts: PieceCounts,
  symbolsOf: (piece: string) => ArrayLike<number>
): Iterable<readonly [ArrayLike<number>, number]> {
  for (const [piece, count] of counts) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new ConfigError(`${where}.counts`, "a piece occurs a whole number of times", [
        found("piece", piece),
        found("count", count)
      ]);
    yield [symbolsOf(piece), count];
  }
}
