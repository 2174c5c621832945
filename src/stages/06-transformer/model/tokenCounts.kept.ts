/** How many tokens a text takes by the size of the vocabulary, on what was learned from and on what was not. */
import {wordTokenizer} from "/lib/index.js";
import {bpeMerges, countPieces} from "/lib/tokenizers.js";
import {excerpt} from "../../../../tools/corpora.js";
import {bytesIn, tokenizerOf} from "./cuts.js";

const MERGES = [0, 64, 256, 500, 1000, 2000, 4000, 8000, 16000] as const;
const RARE = 10;

/** A vocabulary on texts. */
export interface TokenCount {
  /** Tokens of the vocabulary. */
  readonly vocabulary: number;
  /** Tokens a byte: of the novel’s first nine tenths, of its last tenth, and of speeches of presidents. */
  readonly learned: number;
  readonly held: number;
  readonly speeches: number;
  /** The share of merged tokens that the text that was learned from has fewer than ten times. */
  readonly rare: number;
}

export interface TokenCounts {
  readonly counts: readonly TokenCount[];
  /** Words of the first nine tenths: how many differ, tokens a byte in the last tenth, and the share of its words that are new. */
  readonly words: {readonly vocabulary: number; readonly held: number; readonly unknown: number};
}

const rounded = (x: number): number => Number(x.toFixed(5));

export function value(): TokenCounts {
  const {text} = excerpt("moby-dick");
  const at = Math.round(text.length * 0.9);
  const [train, held, speeches] = [text.slice(0, at), text.slice(at), excerpt("sotu").text.slice(0, 120_000)];
  const merges = bpeMerges(countPieces(train, "gpt2"), MERGES.at(-1)!, {minCount: 2});
  const {ends} = wordTokenizer(text);
  const pieces = (part: string): readonly string[] =>
    Array.from(ends(part)).map((end, i, all) => part.slice(all[i - 1] ?? 0, end));
  const plain = (part: string): readonly string[] =>
    pieces(part)
      .map((token) => token.trim())
      .filter((token) => /\p{L}/u.test(token));
  const known = new Set(plain(train));
  const later = plain(held);
  return {
    counts: MERGES.map((count) => {
      const tokenizer = tokenizerOf(merges.slice(0, count));
      const per = (part: string): number => rounded(tokenizer.encode(part).length / bytesIn(part));
      const size = tokenizer.vocabulary.tokens.length;
      const used = new Array<number>(size).fill(0);
      tokenizer.encode(train).forEach((id) => used[id]!++);
      const made = used.slice(256);
      return {
        vocabulary: size,
        learned: per(train),
        held: per(held),
        speeches: per(speeches),
        rare: rounded(made.filter((times) => times < RARE).length / Math.max(1, made.length))
      };
    }),
    words: {
      vocabulary: known.size,
      held: rounded(pieces(held).length / bytesIn(held)),
      unknown: rounded(later.filter((token) => !known.has(token)).length / later.length)
    }
  };
}
