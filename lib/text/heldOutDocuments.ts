import {real} from "../core/check.js";
import {oneOf} from "../core/checkFields.js";
import {ConfigError, TextError, found} from "../core/errors.js";
import {key as keyOf} from "../core/random/key.js";
import {shuffle} from "../core/random/permutation.js";
import type {Key} from "../core/random/threefry.js";
import {characterTokenizer} from "./characters.js";
import {joinDocuments, splitDocuments} from "./documents.js";
import type {HeldOut} from "./heldOut.js";
import type {Ids} from "./ids.js";
import type {Tokenizer} from "./tokenizer.js";
import {tokenParts} from "./tokenParts.js";
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

/** Which documents are held out. */
export interface HeldOutDocumentsOptions {
  /** Share of the documents that is held out, above 0 and below 1. Default 0.1. */
  readonly share?: number;
  /** The kind of tokens, or what makes a tokenizer that has a begin from the training part. Default characters. */
  readonly tokens?: "characters" | "words" | ((train: string) => Tokenizer);
  /** What shuffles the documents. Default the key of seed 0, so that all models and runs are judged by the same ones. */
  readonly key?: Key;
}

const special = {unknown: "<unk>", begin: "<s>"};
const makers = {
  characters: (train: string) => characterTokenizer(train, special),
  words: (train: string) => wordTokenizer(train, special)
};

/**
 * `heldOut` for a corpus whose lines are texts of their own, such as names: whole documents are held out, a tenth of them
 * unless told. They are the last of a shuffle by `key`, and not of the list: lists of names are sorted, and whoever learned
 * those up to T would be judged by those from U on. Both parts keep the order of the shuffle.
 *
 * Each part is its documents, every one followed by a line break, which is the token that ends it. So the end is one of the
 * tokens that are predicted and scored, and the line break one of the characters and bytes that measures count.
 *
 * @throws TextError if one of the parts would have no document; ConfigError for a share that is none, and for a tokenizer that has no token of
 * its own for a document’s begin or end.
 */
export function heldOutDocuments(
  text: string,
  {share = 0.1, tokens = "characters", key = keyOf(0)}: HeldOutDocumentsOptions = {}
): HeldOutDocuments {
  real("heldOutDocuments.share", share, {above: 0, below: 1});
  const make =
    typeof tokens === "function" ? tokens : makers[oneOf("heldOutDocuments.tokens", tokens, ["characters", "words"])];
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
  const tokenizer = make(texts.train);
  const parts = {train: tokenParts(tokenizer, texts.train), held: tokenParts(tokenizer, texts.held)};
  const [train, held] = [parts.train().ids, parts.held().ids];
  const ends = endsOf(tokenizer);
  [train, held].forEach((ids, part) => checkEnds(tokenizer, ids, ends.end, part === 0 ? cut : documents.length - cut));
  return {tokenizer, train, held, texts, parts, documents: ends};
}

function endsOf({name, vocabulary, encode}: Tokenizer): DocumentEnds {
  const [end, ...more] = encode("\n");
  if (vocabulary.begin !== undefined && end !== undefined && more.length === 0) return {begin: vocabulary.begin, end};
  throw new ConfigError("heldOutDocuments.tokens", "the tokenizer has a token for a begin, and one for a line break", [
    found("tokenizer", name)
  ]);
}

/** Refuses a tokenizer that lets a document’s end be a part of some longer token. */
function checkEnds({name}: Tokenizer, ids: Ids, end: number, documents: number): void {
  let ends = 0;
  for (const id of ids) if (id === end) ends++;
  if (ends === documents) return;
  throw new ConfigError("heldOutDocuments.tokens", "the line break after a document is a token of its own", [
    found("tokenizer", name),
    found("documents", documents),
    found("ends", ends)
  ]);
}
