import {ConfigError, found} from "../core/errors.js";
import {makeIds, type Ids} from "./ids.js";
import type {Tokenizer} from "./tokenizer.js";

/**
 * The documents of a corpus that are set apart by `separator`, a line break unless told; empty ones are left out.
 *
 * A line break is `\n` or `\r\n`. Documents without separators in them come back from `joinDocuments` as they were.
 */
export const splitDocuments = (text: string, separator = "\n"): readonly string[] =>
  text.split(separator === "\n" ? /\r?\n/ : checkSeparator(separator)).filter((document) => document !== "");

/** One text of many: each document is followed by the separator. */
export const joinDocuments = (documents: readonly string[], separator = "\n"): string =>
  documents.map((document) => document + checkSeparator(separator)).join("");

function checkSeparator(separator: string): string {
  if (separator !== "") return separator;
  throw new ConfigError("documents.separator", "it has at least one character", [found("separator", separator)]);
}

/**
 * The ids of many documents in a row, each between begin and end, so that a model learns where a document starts and stops.
 * A model that counts takes each document as a sequence of its own: `{ids: encodeDocuments(tokenizer, [one]), from: 1}`.
 *
 * @throws ConfigError if the vocabulary has no begin or no end; TextError as the tokenizer does.
 */
export function encodeDocuments(
  {vocabulary: {tokens, begin, end}, encode}: Tokenizer,
  documents: readonly string[]
): Ids {
  if (begin === undefined || end === undefined)
    throw new ConfigError(
      "encodeDocuments",
      "the vocabulary has a begin and an end token",
      [found("begin", begin), found("end", end)],
      'make the tokenizer with {begin: "<s>", end: "</s>"}'
    );
  const encoded = documents.map(encode);
  const ids = makeIds(
    encoded.reduce((sum, part) => sum + part.length + 2, 0),
    tokens.length
  );
  let at = 0;
  for (const part of encoded) {
    ids[at++] = begin;
    ids.set(part, at);
    at += part.length;
    ids[at++] = end;
  }
  return ids;
}
