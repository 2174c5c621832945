import {ConfigError, found} from "../../core/errors.js";
import type {Ids} from "../../text/ids.js";

/**
 * All contexts of one length, and what followed them where no longer context was known.
 *
 * Contexts are sorted by their newest token, then the one before it, and so on, so all contexts that end in the same
 * tokens stand together: a shorter context is a range of longer ones.
 */
export interface Level {
  /** The oldest token of each context, `[contexts]`. (Level 0 has one context, the empty one, and a 0 here.) */
  readonly oldest: Ids;
  /** Context i continues into the past as contexts `children[i] … children[i + 1] - 1` of the next level, `[contexts + 1]`. */
  readonly children: Uint32Array;
  /** Context i was followed by `next[r]`, `count[r]` times, for r = `rows[i] … rows[i + 1] - 1`; `[contexts + 1]`. */
  readonly rows: Uint32Array;
  /** Sorted within a context. */
  readonly next: Ids;
  readonly count: Uint32Array;
}

/**
 * Counts of n-grams, as an immutable trie of contexts in sorted, packed arrays.
 *
 * Each counted token stands once, at its longest context of at most `order` tokens; counts under shorter contexts are
 * sums over ranges (`totals`). The arrays are canonical: the same counts are the same bytes, whatever the order in
 * which they came.
 */
export interface Ngrams {
  /** Tokens of context at most: order 2 is a trigram model. 0 is the unigram model. */
  readonly order: number;
  readonly vocabSize: number;
  /** An id that stands only before sequences, and is never predicted. */
  readonly begin?: number;
  /** How many tokens were counted. */
  readonly tokens: number;
  /** `order + 1` levels, by length of context. */
  readonly levels: readonly Level[];
}

/** What a table of n-grams counts: the longest context, the size of the vocabulary, and how texts begin. */
export interface NgramShape {
  readonly order: number;
  readonly vocabSize: number;
  readonly begin?: number;
}

const MAX_ORDER = 64;
const MAX_VOCABULARY = 0x1000000; // a distribution over it takes 128 MB; no real vocabulary comes near

/** Refuses orders, vocabulary sizes and begin ids that cannot be. */
export function checkShape({order, vocabSize, begin}: NgramShape): void {
  if (!Number.isSafeInteger(order) || order < 0 || order > MAX_ORDER)
    throw new ConfigError(
      "order",
      `the number of tokens of context is a whole number from 0 to ${MAX_ORDER}`,
      [found("order", order)],
      "1 is a bigram model, 2 a trigram model, 0 counts tokens without context"
    );
  if (!Number.isSafeInteger(vocabSize) || vocabSize < 1 || vocabSize > MAX_VOCABULARY)
    throw new ConfigError("vocabSize", "a vocabulary has from 1 to 2^24 tokens", [found("vocabSize", vocabSize)]);
  if (begin !== undefined && !(Number.isSafeInteger(begin) && begin >= 0 && begin < vocabSize))
    throw new ConfigError("begin", "the begin id is one of the vocabulary", [
      found("begin", begin),
      found("vocabSize", vocabSize)
    ]);
}

/** An array for `length` ids of a vocabulary. One value more than the vocabulary fits, for those who need a mark. */
export const idArray = (vocabSize: number, length: number): Ids =>
  vocabSize < 0x10000 ? new Uint16Array(length) : new Uint32Array(length);

/** A model that has counted nothing. */
export function emptyNgrams(shape: NgramShape): Ngrams {
  checkShape(shape);
  const levels = Array.from({length: shape.order + 1}, (_, depth): Level => {
    const contexts = depth === 0 ? 1 : 0;
    return {
      oldest: idArray(shape.vocabSize, contexts),
      children: new Uint32Array(contexts + 1),
      rows: new Uint32Array(contexts + 1),
      next: idArray(shape.vocabSize, 0),
      count: new Uint32Array(0)
    };
  });
  return {...shapeOf(shape), tokens: 0, levels};
}

/** The shape alone, of anything that has one. */
export const shapeOf = ({order, vocabSize, begin}: NgramShape): NgramShape =>
  begin === undefined ? {order, vocabSize} : {order, vocabSize, begin};
