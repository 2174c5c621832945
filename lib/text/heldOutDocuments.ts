import {real} from "../core/check.js";
import {oneOf} from "../core/checkFields.js";
import {TextError, found} from "../core/errors.js";
import {key as keyOf} from "../core/random/key.js";
import {shuffle} from "../core/random/permutation.js";
import type {Key} from "../core/random/threefry.js";
import {characterTokenizer} from "./characters.js";
import {joinDocuments, splitDocuments} from "./documents.js";
import type {HeldOut} from "./heldOut.js";
import {tokenParts} from "./tokenParts.js";
import {idOf} from "./vocabulary.js";
import {wordTokenizer} from "./words.js";

/** The ids that documents stand between. */
export interface DocumentEnds {
  /** Stands before each document for whoever predicts its first token. No text has it, and it spells nothing. */
  readonly begin: number;
  /** Ends each document: it is the line break, and spells it. */
  readonly end: number;
}

/** Many short texts in two parts: those to learn from and those to judge by, each document followed by its end. */
export interface HeldOutDocuments extends HeldOut {
  readonly documents: DocumentEnds;
}

export interface HeldOutDocumentsOptions {
  /** Share of the documents that is held out, above 0 and below 1. Default 0.1. */
  readonly share?: number;
  /** The kind of tokens. Default characters. */
  readonly tokens?: "characters" | "words";
  /** What shuffles the documents. Default the key of seed 0, so that all models and runs are judged by the same ones. */
  readonly key?: Key;
}

const makers = {characters: characterTokenizer, words: wordTokenizer};

/**
 * `heldOut` for a corpus whose lines are texts of their own, such as names: whole documents are held out, a tenth of them
 * unless told. They are the last of a shuffle by `key`, and not of the list: lists of names are sorted, and whoever learned
 * those up to T would be judged by those from U on. Both parts keep the order of the shuffle.
 *
 * Each part is its documents, every one followed by a line break, which is the token that ends it. So the end is one of the
 * tokens that are predicted and scored, and the line break one of the characters and bytes that measures count.
 *
 * @throws TextError if one of the parts would have no document; ConfigError for a share that is none.
 */
export function heldOutDocuments(
  text: string,
  {share = 0.1, tokens = "characters", key = keyOf(0)}: HeldOutDocumentsOptions = {}
): HeldOutDocuments {
  real("heldOutDocuments.share", share, {above: 0, below: 1});
  const make = makers[oneOf("heldOutDocuments.tokens", tokens, ["characters", "words"])];
  const documents = shuffle(key, splitDocuments(text));
  const cut = documents.length - Math.max(1, Math.round(documents.length * share));
  if (cut < 1)
    throw new TextError(
      "heldOutDocuments",
      "there are documents to learn from and documents to hold out",
      [found("documents", documents.length), found("share", share)],
      "give more documents, each on a line of its own"
    );
  const texts = {train: joinDocuments(documents.slice(0, cut)), held: joinDocuments(documents.slice(cut))};
  const tokenizer = make(texts.train, {unknown: "<unk>", begin: "<s>"});
  const parts = {train: tokenParts(tokenizer, texts.train), held: tokenParts(tokenizer, texts.held)};
  const {vocabulary} = tokenizer;
  const ends = {begin: vocabulary.begin!, end: idOf(vocabulary, "\n")!}; // each text ends with a line break
  return {tokenizer, train: parts.train().ids, held: parts.held().ids, texts, parts, documents: ends};
}
