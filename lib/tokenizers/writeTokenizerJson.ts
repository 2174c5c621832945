import {ConfigError, found} from "../core/errors.js";
import type {Tokenizer} from "../text/tokenizer.js";
import {lookup} from "../text/vocabulary.js";
import type {AddedToken} from "./addedTokens.js";
import {checkAllBytes, listedMerges} from "./bpeFile.js";
import type {BpeModel} from "./bpeModel.js";
import {characterModel, type CharacterModel} from "./characterFile.js";
import type {FileTokenizer} from "./readTokenizerJson.js";
import {characterSplit, splitPatterns} from "./splitPatterns.js";
import {spaceMark, type UnigramModel} from "./unigramModel.js";
import type {WordPieceModel} from "./wordPiece.js";

/** The two files of a tokenizer, by their names. */
export interface TokenizerFiles {
  readonly "tokenizer.json": string;
  readonly "tokenizer_config.json": string;
}

/**
 * A tokenizer as files that the Rust package `tokenizers` and `@huggingface/tokenizers` read, with the same ids: one of
 * byte-level BPE, WordPiece or Unigram, or a `characterTokenizer`.
 *
 * A character that a `characterTokenizer` does not know is its unknown token to all readers. If it has none, ours refuses the text,
 * and theirs leave the character out without a word: name an unknown token before you hand a model over. Its special tokens are
 * looked for in no text.
 *
 * `tokenizer_config.json` says `clean_up_tokenization_spaces: false`, for JavaScript's package would edit spaces when it
 * decodes, and names the unknown token, which it takes from there.
 *
 * @throws ConfigError for a model that one of them reads otherwise: Unigram with byte fallback, words that end at white space
 * alone (JavaScript's package knows ASCII's only), bytes without a token; and for a tokenizer of another kind.
 */
export function writeTokenizerJson(tokenizer: Tokenizer): TokenizerFiles {
  const model = fileModel(tokenizer);
  const ids = lookup(tokenizer.vocabulary);
  const {unknown, begin, end} = model;
  const added = model.kind === "characters" ? [] : (model.added ?? []);
  const file = {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: added.map((token) => addedToken(token, ids.get(token.token)!)).sort((a, b) => a.id - b.id),
    normalizer: null,
    ...partsOf(model, ids)
  };
  const config = {
    tokenizer_class: "PreTrainedTokenizerFast",
    bos_token: begin ?? null,
    eos_token: end ?? null,
    unk_token: unknown ?? null,
    clean_up_tokenization_spaces: false
  };
  return {
    "tokenizer.json": `${JSON.stringify(file, undefined, 1)}\n`,
    "tokenizer_config.json": `${JSON.stringify(config, undefined, 1)}\n`
  };
}

const addedToken = (
  {token, singleWord = false, leftStrip = false, rightStrip = false}: AddedToken,
  id: number
): {readonly id: number; readonly content: string} & Readonly<Record<string, unknown>> => ({
  id,
  content: token,
  single_word: singleWord,
  lstrip: leftStrip,
  rstrip: rightStrip,
  normalized: false,
  special: true
});

const asRecord = (tokens: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(tokens.map((token, id) => [token, id]));

type FileModel = FileTokenizer["model"];

const KINDS = ["bpe", "wordpiece", "unigram", "characters"];

function fileModel(tokenizer: Tokenizer): FileModel {
  const model: unknown = Reflect.get(tokenizer, "model");
  if (tokenizer.name === "characters") return characterModel("writeTokenizerJson", tokenizer);
  if (typeof model === "object" && model !== null && KINDS.includes(String(Reflect.get(model, "kind"))))
    return model as FileModel; // tokenizers of these kinds are made here
  throw new ConfigError(
    "writeTokenizerJson",
    "the tokenizer is one of byte-level BPE, WordPiece, Unigram or characters",
    [found("tokenizer", tokenizer.name)],
    "train one with trainBpe"
  );
}

function partsOf(model: FileModel, ids: ReadonlyMap<string, number>): object {
  switch (model.kind) {
    case "bpe":
      return bpeParts(model, ids);
    case "wordpiece":
      return wordPieceParts(model);
    case "unigram":
      return unigramParts(model, ids);
    case "characters":
      return characterParts(model);
  }
}

/** Every character is a piece, and BPE without merges looks it up. */
const characterParts = ({tokens, unknown}: CharacterModel): object => ({
  pre_tokenizer: characterSplit,
  post_processor: null,
  decoder: {type: "Fuse"},
  model: {...plainBpe, unk_token: unknown ?? null, ignore_merges: false, vocab: asRecord(tokens), merges: []}
});

const plainBpe = {
  type: "BPE",
  dropout: null,
  unk_token: null,
  continuing_subword_prefix: null,
  end_of_word_suffix: null,
  fuse_unk: false,
  byte_fallback: false
} as const;

function bpeParts(model: BpeModel, ids: ReadonlyMap<string, number>): object {
  const {tokens, merges, split, wholePieces = merges === "ranks", unknown} = model;
  checkAllBytes("writeTokenizerJson", ids);
  const level = {type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: split === "gpt2"};
  return {
    pre_tokenizer:
      split === "gpt2" || split === "none"
        ? level
        : {
            type: "Sequence",
            pretokenizers: [
              {type: "Split", pattern: {Regex: splitPatterns[split]}, behavior: "Isolated", invert: false},
              level
            ]
          },
    post_processor: null,
    decoder: {type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true},
    model: {
      ...plainBpe,
      unk_token: unknown ?? null,
      ignore_merges: wholePieces,
      vocab: asRecord(tokens),
      merges: listedMerges(model, ids)
    }
  };
}

function wordPieceParts(model: WordPieceModel): object {
  const {tokens, prefix = "##", split = "bert", maxWordLength = 100, unknown = "[UNK]"} = model;
  if (split !== "bert")
    throw new ConfigError("writeTokenizerJson", "words are cut as BERT does: readers differ about white space", [
      found("split", split)
    ]);
  return {
    pre_tokenizer: {type: "BertPreTokenizer"},
    post_processor: null,
    decoder: {type: "WordPiece", prefix, cleanup: false},
    model: {
      type: "WordPiece",
      unk_token: unknown,
      continuing_subword_prefix: prefix,
      max_input_chars_per_word: maxWordLength,
      vocab: asRecord(tokens)
    }
  };
}

function unigramParts(model: UnigramModel, ids: ReadonlyMap<string, number>): object {
  const {tokens, spaces = "keep", unknown, byteFallback = false} = model;
  if (byteFallback)
    throw new ConfigError(
      "writeTokenizerJson",
      "Unigram has no byte fallback: JavaScript’s reader would ignore it and give other ids",
      [found("byteFallback", byteFallback)],
      "train it without byteFallback"
    );
  const metaspace = {type: "Metaspace", replacement: spaceMark, prepend_scheme: "always", split: true};
  const marks = spaces === "mark";
  return {
    pre_tokenizer: marks ? metaspace : null,
    post_processor: null,
    decoder: marks ? metaspace : {type: "Fuse"},
    model: {
      type: "Unigram",
      unk_id: unknown === undefined ? null : ids.get(unknown),
      vocab: tokens,
      byte_fallback: false
    }
  };
}
