import {whole} from "../core/check.js";
import type {Ids} from "./ids.js";
import type {Tokenizer} from "./tokenizer.js";
import {measureText} from "./utf8.js";

/** Ids, and the size of the text that those from `from` on stand for. The ids before `from` are context only. */
export interface TokenPart {
  readonly ids: Ids;
  readonly from: number;
  /** Code points. */
  readonly characters: number;
  /** Bytes as UTF-8. */
  readonly bytes: number;
}

/** The tokens `start … end - 1` of a text, all of it unless told, after at most `context` tokens of what precedes them. */
export type TokenParts = (start?: number, end?: number, context?: number) => TokenPart;

/**
 * A text as ids, to be had in parts, each with the size of the text it was made from. What `decode` gives back may be
 * shorter, for an unknown word is one sign there: measures of a text are taken from here.
 *
 * @throws TextError as the tokenizer does; ConfigError for parts that the text does not have.
 */
export function tokenParts(tokenizer: Tokenizer, text: string): TokenParts {
  const ids = tokenizer.encode(text);
  let ends: Uint32Array | undefined;
  return (start = 0, end = ids.length, context = 0) => {
    whole("tokenParts.start", start, {least: 0, most: ids.length});
    whole("tokenParts.end", end, {least: start, most: ids.length});
    const from = Math.min(whole("tokenParts.context", context), start);
    // who wants ids alone, as of all that is learned, does not wait for this
    let measured: {readonly characters: number; readonly bytes: number} | undefined;
    const measure = (): {readonly characters: number; readonly bytes: number} => {
      const places = (ends ??= tokenizer.ends(text));
      const at = (token: number): number => (token === 0 ? 0 : places[token - 1]!);
      return (measured ??= measureText(text.slice(at(start), at(end))));
    };
    return {
      ids: ids.subarray(start - from, end),
      from,
      get characters() {
        return measure().characters;
      },
      get bytes() {
        return measure().bytes;
      }
    };
  };
}
