import {emptyCache, lastPositions, type KeyValueCache} from "../nn/transformer/keyValueCache.js";
import type {FullTransformerConfig} from "../nn/transformer/transformerConfig.js";

/**
 * Where the window begins in which a list of ids is read: at its start while the context has room for all, and then at places
 * that are half a context apart, so that what is remembered serves for half a context.
 */
export function windowStart(length: number, context: number): number {
  if (length <= context) return 0;
  const half = Math.max(1, context >> 1);
  return half * Math.ceil((length - context) / half);
}

/** How a model reads texts that are longer than its context. */
export interface Reading {
  /** The first id that a text of so many ids is read from. */
  readonly start: (length: number) => number;
  /** What is kept of what was read. */
  readonly kept: (cache: KeyValueCache) => KeyValueCache;
  /** Whether a cache has all that positions from a length on will see. */
  readonly serves: (cache: KeyValueCache, length: number) => boolean;
}

/**
 * A model with an attention window reads on for ever, and drops positions that nothing will see, unless it has a place for
 * each position; any other model reads in windows.
 */
export function readingOf({window, positions, context}: FullTransformerConfig): Reading {
  if (window === 0 || positions === "learned")
    return {start: (length) => windowStart(length, context), kept: (cache) => cache, serves: () => true};
  return {
    start: () => 0,
    // rarely, for what is left is copied
    kept: (cache) => (cache.length - cache.start >= 2 * window ? lastPositions(cache, window) : cache),
    serves: ({start}, length) => start <= Math.max(0, length - window + 1)
  };
}

/** A text, and what was read of it. */
export interface ReadText {
  readonly ids: readonly number[];
  /** The id that the cache begins with. */
  readonly start: number;
  readonly cache: KeyValueCache;
  /** Of what follows the last id that was read. */
  readonly logits: Float64Array | undefined;
}

/** A text that goes on, in the window that it is to be read in; where that has moved, nothing of it was read. */
export function goneOn({start: startOf}: Reading, before: ReadText | undefined, ids: readonly number[]): ReadText {
  const start = startOf(ids.length);
  return before?.start === start ? {...before, ids} : {ids, start, cache: emptyCache, logits: undefined};
}
