import {real, whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {ConfigError} from "../core/errors.js";
import {digamma} from "../core/math/digamma.js";
import {sortedByCodePoint} from "../text/compareCodePoints.js";
import {byteTokens} from "./byteTokens.js";
import type {PieceCounts} from "./countPieces.js";
import {edgeProbabilities, latticeOf} from "./lattice.js";
import {spaceMark, unigramTree, type ScoredToken, type UnigramModel} from "./unigramModel.js";
import {prunePieces} from "./unigramPruning.js";
import {unigramSeeds} from "./unigramSeeds.js";
import {countWords} from "./wordSplits.js";

/** What learning of pieces can be told. */
export interface UnigramOptions {
  /** How many pieces there are at most. */
  readonly size: number;
  /** The most characters that a piece has. Default 16. */
  readonly maxPieceLength?: number;
  /** The share of pieces that a round of pruning leaves. Default 0.75. */
  readonly shrinkingFactor?: number;
  /** Steps of expectation and maximization between two rounds of pruning. Default 2. */
  readonly subIterations?: number;
}

/** What was learned, and how it went. */
export interface UnigramSteps {
  /** The pieces with the logarithms of their probabilities, the likeliest first. */
  readonly pieces: readonly ScoredToken[];
  /** How many pieces there were: at first, after each step of expectation and maximization, and after each pruning. */
  readonly sizes: readonly number[];
  /** Characters that were dropped on the way, and put back at the end, by code point. */
  readonly missing: readonly string[];
}

/** Pieces expected fewer times than this are dropped, as in SentencePiece. */
const RARE = 0.5;

/**
 * Unigram's training (Kudo 2018, section 3.2): from many pieces, expectation and maximization (with digamma in place of the
 * logarithm, which lets rare pieces fade) by turns with pruning, until at most a tenth more than `size` are left; the first
 * `size` stay, and every character.
 *
 * The same counts give the same pieces. The Rust package `tokenizers` gives others in every process, so its vocabularies
 * cannot be reproduced.
 *
 * @param counts - Words with how often they occur: of `countWords`.
 * @throws ConfigError for a bad option, or if there is no word.
 */
export function unigramPieces(counts: PieceCounts, options: UnigramOptions): UnigramSteps {
  checkFields("unigramPieces", options, ["size", "maxPieceLength", "shrinkingFactor", "subIterations"]);
  const {size, maxPieceLength = 16, shrinkingFactor = 0.75, subIterations = 2} = options;
  whole("unigramPieces.size", size, {least: 1});
  whole("unigramPieces.maxPieceLength", maxPieceLength, {least: 1});
  real("unigramPieces.shrinkingFactor", shrinkingFactor, {above: 0, below: 1});
  whole("unigramPieces.subIterations", subIterations, {least: 1});
  let pieces = unigramSeeds(counts, maxPieceLength);
  if (pieces.length === 0) throw new ConfigError("unigramPieces.counts", "there is a word to learn from", []);
  const sizes = [pieces.length];
  const enough = Math.floor(1.1 * size);
  for (;;) {
    for (let step = 0; step < subIterations; step++) {
      pieces = maximized(pieces, expectedCounts(counts, pieces));
      sizes.push(pieces.length);
    }
    if (pieces.length <= enough - 1) break;
    const most = Math.max(enough, Math.floor(shrinkingFactor * (pieces.length + 1))) - 1;
    const pruned = prunePieces(counts, pieces, most);
    if (pruned.length >= pieces.length) break; // those left are all needed
    pieces = pruned;
    sizes.push(pieces.length);
  }
  return {sizes, ...finished(counts, pieces, size)};
}

/** How often each piece is expected, over all segmentations of all words. */
function expectedCounts(counts: PieceCounts, pieces: readonly ScoredToken[]): Float64Array {
  const tree = unigramTree("unigramPieces", pieces);
  const expected = new Float64Array(pieces.length);
  for (const [word, count] of counts) {
    const lattice = latticeOf(tree, word, 0, word.length);
    edgeProbabilities(lattice).forEach((probability, e) => {
      const id = lattice.ids[e]!;
      if (id >= 0) expected[id]! += probability * count;
    });
  }
  return expected;
}

/** The pieces that are not rare, with new scores. */
function maximized(pieces: readonly ScoredToken[], expected: Float64Array): readonly ScoredToken[] {
  const total = digamma(expected.reduce((sum, count) => sum + (count < RARE ? 0 : count), 0));
  return pieces.flatMap(([piece], id): ScoredToken[] =>
    expected[id]! < RARE ? [] : [[piece, digamma(expected[id]!) - total]]
  );
}

/** All characters, then pieces in their order as long as there is room; the likeliest first. */
function finished(
  counts: PieceCounts,
  pieces: readonly ScoredToken[],
  size: number
): {readonly pieces: readonly ScoredToken[]; readonly missing: readonly string[]} {
  const scores = new Map(pieces);
  const lowest = pieces.reduce((least, [, score]) => Math.min(least, score), 0);
  const characters = new Set<string>();
  for (const word of counts.keys()) for (const character of word) characters.add(character);
  const kept = new Map<string, number>();
  const missing: string[] = [];
  for (const character of sortedByCodePoint([...characters])) {
    const score = scores.get(character);
    kept.set(character, score ?? lowest + 0.0001 * missing.length);
    if (score === undefined) missing.push(character);
  }
  for (const [piece, score] of pieces) {
    if (kept.size >= size) break;
    kept.set(piece, score);
  }
  return {pieces: [...kept].sort(([, a], [, b]) => b - a), missing};
}

/** What training of a Unigram model can be told. */
export interface UnigramTraining extends UnigramOptions {
  /** What becomes of spaces, in training as in encoding. Default mark: words begin with ▁. */
  readonly spaces?: "keep" | "mark";
  /** The token for unknown characters, which gets the first id. Default <unk>. */
  readonly unknown?: string;
  /** Special tokens, which get the next ids and are looked for in every text. Default none. */
  readonly special?: readonly string[];
  /** Whether the 256 bytes are tokens too, for characters that were not met. `size` does not count them. Default false. */
  readonly byteFallback?: boolean;
}

/**
 * Learns Unigram from texts: `unigramPieces` of their words. Reproducible, as the Rust package's training is not.
 *
 * Special tokens, and those of bytes, get a score below that of any text which spells them.
 *
 * @throws ConfigError for a bad option, or if there is no word.
 */
export function trainUnigram(texts: string | Iterable<string>, options: UnigramTraining): UnigramModel {
  const {spaces = "mark", unknown = "<unk>", special = [], byteFallback = false, ...rest} = options;
  oneOf("trainUnigram.spaces", spaces, ["keep", "mark"]);
  const words = countWords(texts, "whitespace", spaces === "mark" ? {mark: spaceMark} : {});
  const {pieces} = unigramPieces(words, rest);
  const first = [unknown, ...special, ...(byteFallback ? byteTokens : [])];
  const lowest = pieces.reduce((least, [, score]) => Math.min(least, score), 0);
  const learned = pieces.filter(([piece]) => !first.includes(piece));
  return {
    kind: "unigram",
    tokens: [...first.map((token): ScoredToken => [token, (token.length + 1) * Math.min(-1, lowest)]), ...learned],
    spaces,
    unknown,
    byteFallback,
    ...(special.length === 0 ? {} : {added: special.map((token) => ({token}))})
  };
}
