import {whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import {sortedByCodePoint} from "../text/compareCodePoints.js";
import {countWords, type WordSplit} from "./wordSplits.js";
import type {PieceCounts} from "./countPieces.js";
import {learnMerges, type LearnedMerge, type MergeWorth} from "./learnMerges.js";
import type {WordPieceModel} from "./wordPiece.js";

/** What WordPiece’s training can be told. */
export interface WordPieceOptions {
  /** How many tokens there are at most; all characters are tokens in any case. */
  readonly size: number;
  /** Which pair merges: the commonest, or that which its parts make least likely by chance. Default likelihood. */
  readonly method?: MergeWorth;
  /** What a token begins with that goes on within a word. Default `##`. */
  readonly prefix?: string;
}

/** The symbols that WordPiece begins with, and its merges, one by one. */
export interface WordPieceSteps {
  /** All characters by code point, then those that go on within a word. */
  readonly symbols: readonly string[];
  readonly merges: readonly LearnedMerge[];
}

/**
 * WordPiece’s training step by step (Schuster & Nakajima 2012): characters, all but a word’s first with the prefix, are
 * merged pair by pair. By `likelihood` the pair merges whose count is largest by the product of its parts’ counts, compared
 * exactly; by `frequency` the commonest, as in the Rust package `tokenizers`. Ties go to the smaller left id, then right
 * id. The same counts give the same merges; the Rust package orders the ## characters anew in every process, so its
 * vocabularies cannot be reproduced, and ours can.
 *
 * @throws ConfigError for a bad option.
 */
export function wordPieceMerges(counts: PieceCounts, options: WordPieceOptions): WordPieceSteps {
  checkFields("wordPieceMerges", options, ["size", "method", "prefix"]);
  const {size, method = "likelihood", prefix = "##"} = options;
  whole("wordPieceMerges.size", size, {least: 1});
  oneOf("wordPieceMerges.method", method, ["frequency", "likelihood"]);
  if (typeof prefix !== "string" || prefix === "")
    throw new ConfigError("wordPieceMerges.prefix", "it is a string that is not empty", [found("prefix", prefix)]);
  const all = new Set<string>();
  const within = new Set<string>();
  for (const word of counts.keys())
    Array.from(word).forEach((character, i) => {
      all.add(character);
      if (i > 0) within.add(prefix + character);
    });
  const symbols = [...sortedByCodePoint([...all]), ...sortedByCodePoint([...within])];
  const ids = new Map(symbols.map((symbol, id) => [symbol, id]));
  const merges = learnMerges(
    "wordPieceMerges",
    symbols,
    counts,
    (word) => Array.from(word, (character, i) => ids.get(i === 0 ? character : prefix + character)!),
    {
      tokens: size,
      merges: Infinity,
      minCount: 1,
      worth: method,
      join: (left, right) => left + right.slice(prefix.length)
    }
  );
  return {symbols, merges};
}

/** What training of a WordPiece model can be told. */
export interface WordPieceTraining extends WordPieceOptions {
  /** How texts are cut into words. Default bert. */
  readonly split?: WordSplit;
  /** The token for unknown words, which gets the first id. Default [UNK]. */
  readonly unknown?: string;
  /** Special tokens, which get the next ids and are looked for in every text. Default none. */
  readonly special?: readonly string[];
}

/**
 * Learns WordPiece from texts: `wordPieceMerges` of their words. Reproducible, as the Rust package’s training is not.
 *
 * @throws ConfigError for a bad option.
 */
export function trainWordPiece(texts: string | Iterable<string>, options: WordPieceTraining): WordPieceModel {
  checkFields("trainWordPiece", options, ["size", "method", "prefix", "split", "unknown", "special"]);
  const {size, method = "likelihood", prefix = "##", split = "bert", unknown = "[UNK]", special = []} = options;
  const first = [unknown, ...special];
  whole("trainWordPiece.size", size, {least: first.length + 1});
  const steps = wordPieceMerges(countWords(texts, split), {size: size - first.length, method, prefix});
  const tokens = new Set([...first, ...steps.symbols, ...steps.merges.map(({token}) => token)]);
  return {
    kind: "wordpiece",
    tokens: [...tokens],
    prefix,
    split,
    unknown,
    ...(special.length === 0 ? {} : {added: special.map((token) => ({token}))})
  };
}
