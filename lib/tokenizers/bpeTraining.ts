import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import type {BpeModel} from "./bpeModel.js";
import {byteSymbols, sortedByteSymbols, utf8} from "./byteAlphabet.js";
import {countPieces, type PieceCounts} from "./countPieces.js";
import {learnMerges, type LearnedMerge} from "./learnMerges.js";
import type {Split} from "./splits.js";

const byteIds = Int32Array.from(byteSymbols, (symbol) => sortedByteSymbols.indexOf(symbol));

const byteRow = (piece: string): Int32Array => Int32Array.from(utf8(piece), (byte) => byteIds[byte]!);

/**
 * The first `count` merges of byte-level BPE (Sennrich et al. 2016, algorithm 1), one by one: the commonest pair of
 * neighbors in all pieces becomes a token, again and again. Of equally common pairs it is the one of the smaller left id,
 * then right id: first the 256 bytes by their symbol’s code point, then the merges by their order. They are fewer where no
 * pair occurs `minCount` times.
 *
 * They depend on the counts alone, not on the order of texts or pieces, and equal those of the Rust package `tokenizers`.
 * A merge costs about as much as it changes: an index knows where each pair stands.
 *
 * @param counts - Pieces with how often they occur: of `countPieces`.
 * @throws ConfigError for counts that are none.
 */
export function bpeMerges(
  counts: PieceCounts,
  count: number,
  {minCount = 1}: {readonly minCount?: number} = {}
): readonly LearnedMerge[] {
  whole("bpeMerges.count", count);
  whole("bpeMerges.minCount", minCount, {least: 1});
  return learnMerges("bpeMerges", sortedByteSymbols, counts, byteRow, {
    tokens: Infinity,
    merges: count,
    minCount
  });
}

/** What training of byte-level BPE can be told. */
export interface BpeTraining {
  /** How many tokens the vocabulary has, with the 256 bytes and the special ones: at least that many. */
  readonly size: number;
  /** How texts are cut into pieces. Default gpt2. */
  readonly split?: Split;
  /** The fewest times that a pair occurs to be merged. Default 2. */
  readonly minCount?: number;
  /** Special tokens, which get the first ids and are looked for in every text. Default none. */
  readonly special?: readonly string[];
}

/**
 * Learns byte-level BPE from texts. The same texts give the same model, in whatever order they come.
 *
 * @throws ConfigError for a size below that of the bytes and special tokens, or another bad option.
 *
 * @example
 * const {encode, decode} = bpeTokenizer(trainBpe("low lower lowest low low", {size: 258}));
 * encode("low").length; // 1
 * decode(encode("slow")); // "slow"
 */
export function trainBpe(texts: string | Iterable<string>, options: BpeTraining): BpeModel {
  checkFields("trainBpe", options, ["size", "split", "minCount", "special"]);
  const {size, split = "gpt2", minCount = 2, special = []} = options;
  whole("trainBpe.size", size, {least: 256 + special.length});
  whole("trainBpe.minCount", minCount, {least: 1});
  const known = new Set(sortedByteSymbols);
  for (const token of special) {
    if (known.has(token) || token === "")
      throw new ConfigError("trainBpe.special", "a special token is no byte’s symbol, not empty, and there once", [
        found("token", token)
      ]);
    known.add(token);
  }
  const merges = learnMerges("trainBpe", sortedByteSymbols, countPieces(texts, split), byteRow, {
    tokens: size - special.length,
    merges: Infinity,
    minCount
  });
  const learned = new Set(merges.map(({token}) => token).filter((token) => !known.has(token)));
  return {
    kind: "bpe",
    tokens: [...special, ...sortedByteSymbols, ...learned],
    merges: merges.map(({left, right}) => [left, right]),
    split,
    ...(special.length === 0 ? {} : {added: special.map((token) => ({token}))})
  };
}
