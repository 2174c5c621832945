/** Texts in the tokens of several tokenizers. */
import {characterTokenizer, wordTokenizer} from "/lib/index.js";
import {
  bpeMerges,
  bpeTokenizer,
  byteSymbols,
  bytesOfToken,
  countPieces,
  type BpeTokenizer,
  type LearnedMerge
} from "/lib/tokenizers.js";

/** A text in tokens. */
export interface Cut {
  readonly name: string;
  /** What each token spells; bytes that are no whole character are written as numbers. */
  readonly pieces: readonly string[];
  /** How many of them the tokenizer does not know. */
  readonly unknown: number;
  /** How many tokens it knows. */
  readonly vocabulary: number;
}

const UNKNOWN = "<unk>";

/** Bytes in UTF-8. */
export const bytesIn = (text: string): number =>
  Array.from(text).reduce((sum, each) => {
    const code = each.codePointAt(0)!;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);

/** A tokenizer that has the bytes and these merges. */
export const tokenizerOf = (merges: readonly LearnedMerge[]): BpeTokenizer =>
  bpeTokenizer({
    kind: "bpe",
    tokens: [...new Set([...byteSymbols, ...merges.map(({token}) => token)])],
    merges: merges.map(({left, right}) => [left, right]),
    split: "gpt2"
  });

/** What a token of byte-level BPE spells: text, or the numbers of bytes that are only a part of a character. */
function spelledToken(tokenizer: BpeTokenizer, id: number): string {
  const text = tokenizer.decode([id]);
  if (!text.includes("\uFFFD")) return text;
  const bytes = Array.from(bytesOfToken(tokenizer.vocabulary.tokens[id]!) ?? [], (byte) => byte.toString(16));
  return `[${bytes.join(" ").toUpperCase()}]`;
}

/** A text in the tokens of byte-level BPE. */
export function cutByBpe(tokenizer: BpeTokenizer, text: string): Cut {
  const pieces = Array.from(tokenizer.encode(text), (id) => spelledToken(tokenizer, id));
  return {name: "BPE", pieces, unknown: 0, vocabulary: tokenizer.vocabulary.tokens.length};
}

/** Merges that a text teaches, and the text in tokens after the first `count` of them. */
export function cutByItself(
  text: string,
  count: number
): {readonly merges: readonly LearnedMerge[]; readonly cut: Cut} {
  const merges = bpeMerges(countPieces(text, "gpt2"), count, {minCount: 2});
  return {merges, cut: cutByBpe(tokenizerOf(merges), text)};
}

const written = (piece: string, known: boolean): string => (known ? piece : piece.replace(/\S+/u, "?"));

/** Characters, words and byte-level BPE, all learned from one text, on another. */
export function cutThreeWays(learnedFrom: string, merges: number, text: string): readonly Cut[] {
  const plain = [
    ["Characters", characterTokenizer(learnedFrom, {unknown: UNKNOWN})],
    ["Words", wordTokenizer(learnedFrom, {unknown: UNKNOWN})]
  ] as const;
  const bpe = tokenizerOf(bpeMerges(countPieces(learnedFrom, "gpt2"), merges));
  return [
    ...plain.map(([name, tokenizer]): Cut => {
      const ids = tokenizer.encode(text);
      const ends = tokenizer.ends(text);
      const {unknown, tokens} = tokenizer.vocabulary;
      return {
        name,
        pieces: Array.from(ends, (end, i) => written(text.slice(ends[i - 1] ?? 0, end), ids[i] !== unknown)),
        unknown: ids.filter((id) => id === unknown).length,
        vocabulary: tokens.length - 1
      };
    }),
    cutByBpe(bpe, text)
  ];
}
