import {ConfigError, found} from "../core/errors.js";
import {checkId} from "./ids.js";

/** What a text makes of its vocabulary. */
export interface VocabularyStatistics {
  /** Tokens of the vocabulary, seen or not. */
  readonly size: number;
  /** Distinct tokens that the text has. */
  readonly types: number;
  /** Tokens of the text. */
  readonly total: number;
  /** types / total: how much of the text is new; it falls with length, so compare equal lengths only. NaN of no text. */
  readonly typeTokenRatio: number;
  /** How often the text has each token, by id. */
  readonly counts: Uint32Array;
}

/**
 * Counts of a text's tokens, and the sizes that follow from them.
 *
 * @throws ConfigError if an id is not below `size`.
 */
export function vocabularyStatistics(ids: ArrayLike<number>, size: number): VocabularyStatistics {
  const counts = new Uint32Array(size);
  for (let i = 0; i < ids.length; i++) counts[checkId("vocabularyStatistics", ids[i], i, size)]!++;
  const types = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  return {size, types, total: ids.length, typeTokenRatio: types / ids.length, counts};
}

/** Ids of the `n` commonest tokens that the text has, commonest first; of equally common ones the lower id first. */
export const commonest = (counts: ArrayLike<number>, n = 10): readonly number[] => ranked(counts).slice(0, n);

/** Ids of all tokens that the text has, commonest first; of equally common ones the lower id first. */
export function ranked(counts: ArrayLike<number>): readonly number[] {
  const seen: number[] = [];
  for (let id = 0; id < counts.length; id++) if (counts[id]! > 0) seen.push(id);
  return seen.sort((a, b) => counts[b]! - counts[a]! || a - b);
}

/**
 * How many of the commonest types it takes to cover a share of all tokens: the least k whose counts sum to that share.
 *
 * Each threshold is counted afresh from the commonest type.
 *
 * @param threshold - a share in (0, 1], such as 0.9.
 * @throws ConfigError if it is not one.
 */
export function coverage(counts: ArrayLike<number>, threshold: number): number {
  if (!(threshold > 0 && threshold <= 1))
    throw new ConfigError("coverage.threshold", "it is above 0 and at most 1", [found("threshold", threshold)]);
  const frequencies = ranked(counts).map((id) => counts[id]!);
  const total = frequencies.reduce((sum, count) => sum + count, 0);
  let covered = 0;
  let k = 0;
  // a quotient of whole numbers is rounded as the literal 0.9 is; 0.9 * total may not be
  while (k < frequencies.length && covered / total < threshold) covered += frequencies[k++]!;
  return k;
}
