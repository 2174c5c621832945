import type {Ngrams} from "./ngrams.js";
import {totals} from "./totals.js";

/** How large a table of n-grams is. */
export interface NgramSummary {
  readonly order: number;
  readonly vocabSize: number;
  /** Tokens counted. */
  readonly tokens: number;
  /** Distinct contexts of `order` tokens. */
  readonly contexts: number;
  /** Distinct n-grams of `order + 1` tokens. */
  readonly ngrams: number;
  /** n-grams of `order + 1` tokens that were seen once. */
  readonly singletons: number;
  /** Bytes of the model's arrays. */
  readonly bytes: number;
  readonly bytesPerContext: number;
  /** `countOfCounts[r]` n-grams of `order + 1` tokens were seen r times. */
  readonly countOfCounts: ReadonlyMap<number, number>;
}

/** How large a model is, and how sparse. */
export function summary(model: Ngrams): NgramSummary {
  const {order, vocabSize, tokens, levels} = model;
  const {count} = totals(model)[order]!;
  const countOfCounts = new Map<number, number>();
  for (const c of count) countOfCounts.set(c, (countOfCounts.get(c) ?? 0) + 1);
  const contexts = levels[order]!.oldest.length;
  const bytes = bytesOf(model);
  return {
    order,
    vocabSize,
    tokens,
    contexts,
    ngrams: count.length,
    singletons: countOfCounts.get(1) ?? 0,
    bytes,
    bytesPerContext: bytes / Math.max(1, contexts),
    countOfCounts: new Map([...countOfCounts].sort(([a], [b]) => a - b))
  };
}

/** Bytes of a model's arrays. */
export const bytesOf = ({levels}: Ngrams): number =>
  levels
    .flatMap(({oldest, children, rows, next, count}) => [oldest, children, rows, next, count])
    .reduce((sum, array) => sum + array.byteLength, 0);
