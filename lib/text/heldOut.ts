import {real} from "../core/check.js";
import {oneOf} from "../core/checkFields.js";
import {TextError, found} from "../core/errors.js";
import {characterTokenizer} from "./characters.js";
import type {Ids} from "./ids.js";
import type {Tokenizer} from "./tokenizer.js";
import {tokenParts, type TokenParts} from "./tokenParts.js";
import {wordTokenizer} from "./words.js";

/** A text in two parts, as texts and as ids: the start is for learning, the end for judging what was learned. */
export interface HeldOut {
  /** Made from the training part alone. What only the held-out part has is unknown to it, as it would be in the world. */
  readonly tokenizer: Tokenizer;
  readonly train: Ids;
  readonly held: Ids;
  /** What `decode` can't give back where a token is unknown. */
  readonly texts: {readonly train: string; readonly held: string};
  /** The ids again, in parts that know how long their text is: for measures of it. */
  readonly parts: {readonly train: TokenParts; readonly held: TokenParts};
}

/** Which part of a text is held out. */
export interface HeldOutOptions {
  /** Share of the text that is held out, above 0 and below 1, of UTF-16 code units. Default 0.1. */
  readonly share?: number;
  /** The kind of tokens, or what makes a tokenizer from the training part. Default characters. */
  readonly tokens?: "characters" | "words" | ((train: string) => Tokenizer);
}

/**
 * The one way in which this library holds text out: the last tenth of it, unless told, cut between two characters; and
 * whatever a model knows, its vocabulary too, comes from what stands before the cut.
 *
 * @throws TextError if one of the parts would be empty; ConfigError for a share that is none.
 *
 * @example
 * const {tokenizer, train, held} = heldOut("abcabcabcabcabcabcab", {share: 0.25});
 * tokenizer.decode(train); // "abcabcabcabcabc"
 * tokenizer.decode(held); // "abcab"
 */
export function heldOut(text: string, {share = 0.1, tokens = "characters"}: HeldOutOptions = {}): HeldOut {
  real("heldOut.share", share, {above: 0, below: 1});
  const texts = cut(text, share);
  const make = typeof tokens === "function" ? tokens : makers[oneOf("heldOut.tokens", tokens, ["characters", "words"])];
  const tokenizer = make(texts.train);
  const parts = {train: tokenParts(tokenizer, texts.train), held: tokenParts(tokenizer, texts.held)};
  return {tokenizer, train: parts.train().ids, held: parts.held().ids, texts, parts};
}

const unknown = "<unk>";
const makers = {
  characters: (train: string) => characterTokenizer(train, {unknown}),
  words: (train: string) => wordTokenizer(train, {unknown})
};

function cut(text: string, share: number): HeldOut["texts"] {
  let at = text.length - Math.round(text.length * share);
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code < 0xe000) at--; // not between the two halves of one character
  if (at >= 1 && at < text.length) return {train: text.slice(0, at), held: text.slice(at)};
  throw new TextError(
    "heldOut",
    "the text has something to learn from and something to hold out",
    [found("characters", text.length), found("share", share)],
    "give a longer text"
  );
}
