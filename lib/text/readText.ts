import {TextError, type Finding} from "../core/errors.js";
import {describeBytes, describeCodePoint, findPosition} from "./describe.js";
import {fileFormat, wideEncoding} from "./fileFormat.js";
import {findInvalidUtf8, measureText} from "./utf8.js";

/** How a text from outside is read. */
export interface ReadTextOptions {
  /** What to call the text in errors, such as its file's name. */
  readonly name?: string;
  /** The most UTF-8 bytes that are taken; 20 MB unless told. */
  readonly limit?: number;
  /** Whether what is no Unicode text becomes U+FFFD (�) instead of an error. */
  readonly replace?: boolean;
}

/** The most bytes that a text may have unless told otherwise. */
export const textLimit = 20_000_000;

const asUtf8 = "save it as UTF-8: in an editor, “Save as…”, encoding UTF-8";
const replacement = "\uFFFD";

const titled = (name: string | undefined): readonly Finding[] =>
  name === undefined ? [] : [{name: "text", value: name}];

/**
 * The text that UTF-8 bytes spell, without a byte order mark; every other code point passes through as it is.
 *
 * @throws TextError if they are too many, none, UTF-16, UTF-32, a known binary format, or not UTF-8.
 */
export function readText(bytes: Uint8Array, {name, limit = textLimit, replace = false}: ReadTextOptions = {}): string {
  const refuse = (rule: string, findings: readonly Finding[], hint: string): never => {
    throw new TextError("readText", rule, [...titled(name), ...findings], hint);
  };
  checkSize("readText", bytes.length, limit, name);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) refuse("a text is UTF-8", [{name: "encoding", value: wide}], asUtf8);
  const format = fileFormat(bytes);
  if (format !== undefined) refuse("a text is plain text", [{name: "format", value: format.name}], format.hint);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  if (body.length === 0)
    refuse("a text has at least one character", [{name: "size", value: "a byte order mark"}], fill);
  try {
    return new TextDecoder("utf-8", {ignoreBOM: true, fatal: !replace}).decode(body);
  } catch {
    const at = findInvalidUtf8(body) + bytes.length - body.length;
    const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
    return refuse(
      "a text is UTF-8",
      [{name: "at", value: `byte ${at}, counted from 0: ${byte}`}],
      `${asUtf8}; or read it with {replace: true}, which puts � (U+FFFD) for what is not UTF-8`
    );
  }
}

/**
 * The same text, if it is one: for what was typed or pasted.
 *
 * @throws TextError if it is empty, larger than the limit, or holds half a surrogate pair.
 */
export function checkText(text: string, {name, limit = textLimit, replace = false}: ReadTextOptions = {}): string {
  const {bytes, loneSurrogate} = measureText(text);
  checkSize("checkText", bytes, limit, name);
  if (loneSurrogate < 0) return text;
  if (replace) return text.replace(/\p{Surrogate}/gu, replacement);
  throw new TextError(
    "checkText",
    "surrogates come in pairs",
    [
      ...titled(name),
      {name: "found", value: describeCodePoint(text.charCodeAt(loneSurrogate))},
      findPosition(text, loneSurrogate)
    ],
    "half a character is missing: take it out, or read the text with {replace: true}, which puts � (U+FFFD) for it"
  );
}

/**
 * Refuses a text that has too few tokens for what is to be done with it, such as a window's length.
 *
 * @throws TextError naming both lengths.
 */
export function requireLength(ids: {readonly length: number}, needed: number, what: string): void {
  if (ids.length >= needed) return;
  throw new TextError(
    "requireLength",
    `${what} needs at least ${needed} ${needed === 1 ? "token" : "tokens"}`,
    [{name: "tokens", value: String(ids.length)}],
    "give a longer text"
  );
}

const fill = "type or paste a text, or choose another file";

/** Refuses a size, in bytes, of none or more than `limit`. */
export function checkSize(where: string, bytes: number, limit: number, name: string | undefined): void {
  if (bytes === 0) {
    const size = [...titled(name), {name: "size", value: "0 bytes"}];
    throw new TextError(where, "a text has at least one character", size, fill);
  }
  if (bytes <= limit) return;
  const sizes = [
    {name: "size", value: describeBytes(bytes)},
    {name: "limit", value: describeBytes(limit)}
  ];
  throw new TextError(where, "a text is not larger than the limit", [...titled(name), ...sizes], "cut it shorter");
}
