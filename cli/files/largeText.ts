import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {resolve} from "node:path";
import {readText} from "llm-first-principles";
import {CommandError} from "../exit.js";
import {textFiles} from "./corpus.js";

/** A text in files that is not held in memory: all of it but its end, piece by piece, and its end. */
interface LargeText {
  /** Of all files. */
  readonly bytes: number;
  readonly files: readonly {readonly path: string; readonly bytes: number}[];
  /** Its end, some megabytes from the beginning of a line on: all of it, if it is no longer. */
  readonly end: string;
  /** What stands before the end, in pieces of whole lines where lines are not too long. */
  readonly pieces: () => Generator<string, void, undefined>;
}

const CHUNK = 4_000_000; // bytes that are read at once

/** Bytes of a file from a place on, as many as there are up to another. */
function bytesOf(path: string, from: number, to: number): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(to - from);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, from + length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  const file = openSync(path, "r");
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

const LINE_BREAK = 0x0a;

/** The first place of a character at or before a place, so that no character is cut. */
function characterAt(bytes: Uint8Array, place: number): number {
  let at = place;
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at--;
  return at;
}

/**
 * A file up to a place, in texts that end with a line; one without any is not held back for ever. Cut as bytes, since whole
 * texts are decoded several times as fast as a stream of them.
 *
 * @throws CommandError for what is no UTF-8.
 */
function* linesOf(path: string, to: number): Generator<string, void, undefined> {
  const first = new TextDecoder("utf-8", {fatal: true});
  const later = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}); // a mark is one where a file begins
  let from = 0;
  const decoded = (bytes: Uint8Array): string => {
    try {
      const text = (from === 0 ? first : later).decode(bytes);
      from += bytes.length;
      return text;
    } catch (cause) {
      throw new CommandError(path, "a text is UTF-8", [{name: "near", value: `byte ${from}`}], "save it as UTF-8", {
        cause
      });
    }
  };
  let held: Uint8Array = Buffer.alloc(0);
  for (let at = 0; at < to; at += CHUNK) {
    const read = bytesOf(path, at, Math.min(to, at + CHUNK));
    const bytes = held.length === 0 ? read : Buffer.concat([held, read]);
    const after = bytes.lastIndexOf(LINE_BREAK) + 1;
    const cut = after === 0 && bytes.length >= CHUNK ? characterAt(bytes, bytes.length - 1) : after;
    if (cut > 0) yield decoded(bytes.subarray(0, cut));
    held = bytes.subarray(cut);
  }
  if (held.length > 0) yield decoded(held);
}

/**
 * Files and folders (all .txt and .md beneath) as one text, each file beginning on a line of its own, of which no more than its
 * end and one piece is in memory.
 *
 * @param most - Bytes of its end, about.
 * @throws TextError for an end that is no text; CommandError, while pieces are read, for what is none.
 */
export function largeText(paths: readonly string[], most: number): LargeText {
  if (paths.includes("-"))
    throw new CommandError(
      "corpus",
      "a text that is streamed is read twice",
      [],
      "put what comes by stdin into a file"
    );
  const files = textFiles(paths).map((path) => ({path, bytes: sizeOf(path)}));
  const last = files.at(-1)!; // a folder has texts, or was refused
  const before = files.slice(0, -1);
  let from = Math.max(0, last.bytes - most);
  if (from > 0) {
    const found = bytesOf(last.path, from, last.bytes).indexOf(LINE_BREAK);
    if (found < 0 || from + found + 1 >= last.bytes)
      throw new CommandError(
        last.path,
        "a text that is streamed has lines",
        [{name: "looked at", value: `its last ${most} bytes`}],
        "break it into lines"
      );
    from += found + 1;
  }
  const end = readText(bytesOf(last.path, from, last.bytes), {name: last.path, limit: Infinity});
  return {
    bytes: files.reduce((sum, {bytes}) => sum + bytes, 0),
    files: files.map(({path, bytes}) => ({path: resolve(path), bytes})),
    end,
    *pieces() {
      for (const {path, bytes} of before) {
        let ending = "";
        for (const piece of linesOf(path, bytes)) {
          yield piece;
          ending = piece.slice(-1);
        }
        if (ending !== "\n" && ending !== "") yield "\n";
      }
      yield* linesOf(last.path, from);
    }
  };
}
