import {
  bpeTokenizer,
  trainBpe,
  trainUnigram,
  trainWordPiece,
  unigramTokenizer,
  wordPieceTokenizer,
  type FileTokenizer,
  type Split
} from "llm-first-principles/tokenizers";

/** The kinds of tokenizers that are learned. */
export const KINDS = ["bpe", "wordpiece", "unigram"] as const;
type Kind = (typeof KINDS)[number];

export const SPLITS = ["gpt2", "cl100k", "o200k", "none"] as const satisfies readonly Split[];

interface TokenizerTraining {
  readonly kind: Kind;
  readonly size: number;
  /** How byte-level BPE cuts texts into pieces. */
  readonly split: Split;
  readonly special: readonly string[];
}

/** Learns a tokenizer from a text. @throws ConfigError for a size that is too small, or a special token that is none. */
export function trainTokenizer(text: string, {kind, size, split, special}: TokenizerTraining): FileTokenizer {
  switch (kind) {
    case "bpe":
      return bpeTokenizer(trainBpe(text, {size, split, special}));
    case "wordpiece":
      return wordPieceTokenizer(trainWordPiece(text, {size, special}));
    case "unigram":
      return unigramTokenizer(trainUnigram(text, {size, special}));
  }
}
