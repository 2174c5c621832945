import {ConfigError, found} from "../core/errors.js";
import type {PieceCounts} from "./countPieces.js";
import {indexPairs, makeRows, mergePair, symbolCounts, type PairIndex} from "./mergeTraining.js";
import {dequeue, enqueue, type GoesBefore, type PairQueue} from "./pairQueue.js";

/** One step of training: two tokens that became one, and how often they stood beside each other. */
export interface LearnedMerge {
  readonly left: string;
  readonly right: string;
  readonly token: string;
  readonly count: number;
}

/** Which pair merges first: the commonest, or that whose count is largest by the product of its parts' counts. */
export type MergeWorth = "frequency" | "likelihood";

/** When training ends, and how pairs merge. */
interface Learning {
  /** So many tokens, the first symbols among them, are enough. */
  readonly tokens: number;
  readonly merges: number;
  /** Pairs that occur fewer times are not merged. */
  readonly minCount: number;
  /** Default frequency. */
  readonly worth?: MergeWorth;
  /** What two tokens become. Default: put end to end. */
  readonly join?: (left: string, right: string) => string;
}

/**
 * Merges the best pair, again and again; ties go to the smaller left id, then right id. A token that two merges make has
 * one id.
 */
export function learnMerges(
  where: string,
  first: readonly string[],
  counts: PieceCounts,
  symbolsOf: (piece: string) => ArrayLike<number>,
  {tokens: most, merges: steps, minCount, worth = "frequency", join = (left, right) => left + right}: Learning
): readonly LearnedMerge[] {
  const tokens = [...first];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const index = indexPairs(makeRows(words(where, counts, symbolsOf)));
  const chooser = worth === "frequency" ? byFrequency(index, minCount) : byLikelihood(index, minCount, most);
  const learned: LearnedMerge[] = [];
  while (learned.length < steps && tokens.length < most) {
    const pair = chooser.best();
    if (pair < 0) break;
    const [left, right] = [tokens[index.lefts[pair]!]!, tokens[index.rights[pair]!]!];
    const token = join(left, right);
    const id = ids.get(token) ?? tokens.length;
    if (id === tokens.length) {
      tokens.push(token);
      ids.set(token, id);
    }
    learned.push({left, right, token, count: index.counts[pair]!});
    chooser.merge(pair, id);
  }
  return learned;
}

/** Chooses pairs, and merges what was chosen. */
interface Chooser {
  /** The best pair’s number; -1 if none is left. */
  readonly best: () => number;
  readonly merge: (pair: number, id: number) => void;
}

const idsBefore =
  (index: PairIndex): GoesBefore =>
  (a, b) =>
    index.lefts[a]! < index.lefts[b]! || (index.lefts[a] === index.lefts[b] && index.rights[a]! < index.rights[b]!);

/** By a queue, in which a pair that became rarer is found to be so when it comes up. */
function byFrequency(index: PairIndex, minCount: number): Chooser {
  const before = idsBefore(index);
  const queue: PairQueue = {pairs: [], worths: []};
  const offer = (pair: number): void => {
    if (index.counts[pair]! >= minCount) enqueue(queue, pair, index.counts[pair]!, before);
  };
  for (let pair = 0; pair < index.size; pair++) offer(pair);
  return {
    best: () => {
      for (let top; (top = dequeue(queue, before)) !== undefined;) {
        const [pair, count] = top;
        if (index.counts[pair] === count) return pair;
        if (index.counts[pair]! < count) offer(pair); // it fell; where it rose, another entry says so
      }
      return -1;
    },
    merge: (pair, id) => {
      const risen = new Set<number>();
      const size = index.size;
      mergePair(index, pair, id, (changed) => {
        // only pairs with the new token can have become commoner
        if (changed >= size || index.lefts[changed] === id || index.rights[changed] === id) risen.add(changed);
      });
      risen.forEach(offer);
    }
  };
}

/** By looking at all pairs each time: a merge changes the worth of every pair that has one of its parts. */
function byLikelihood(index: PairIndex, minCount: number, most: number): Chooser {
  const before = idsBefore(index);
  const totals = symbolCounts(index.rows, most + 1);
  const product = (pair: number): number => totals[index.lefts[pair]!]! * totals[index.rights[pair]!]!;
  /** Whether pair a is worth more than pair b, exactly; ties by their ids. */
  const better = (a: number, b: number): boolean => {
    const exact = (x: number, y: number): bigint =>
      BigInt(index.counts[x]!) * BigInt(totals[index.lefts[y]!]!) * BigInt(totals[index.rights[y]!]!);
    const [ours, theirs] = [exact(a, b), exact(b, a)];
    return ours > theirs || (ours === theirs && before(a, b));
  };
  return {
    best: () => {
      let [best, worth] = [-1, 0];
      for (let pair = 0; pair < index.size; pair++) {
        const count = index.counts[pair]!;
        if (count < minCount || count === 0) continue;
        const near = count / product(pair);
        // what rounding could have decided is decided by whole numbers
        if (best >= 0 && (near < worth * (1 - 1e-12) || (near <= worth * (1 + 1e-12) && !better(pair, best)))) continue;
        best = pair;
        worth = near;
      }
      return best;
    },
    merge: (pair, id) => {
      const [left, right] = [index.lefts[pair]!, index.rights[pair]!];
      mergePair(
        index,
        pair,
        id,
        () => {},
        (weight) => {
          totals[left]! -= weight;
          totals[right]! -= weight;
          totals[id]! += weight;
        }
      );
    }
  };
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
