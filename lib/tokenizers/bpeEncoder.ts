import {refuseUnknown} from "../text/tokenizer.js";
import {writeUtf8} from "./byteAlphabet.js";
import {mergeByHeap, mergeSymbols, rankRoom, type Dropped} from "./mergeSymbols.js";
import type {PairTable} from "./pairTable.js";
import {doubled, pieceNumber, pieceTable, type PieceTable} from "./pieceTable.js";
import type {PieceEnd} from "./splits.js";

import {tokenOfFirst, type TokenTable} from "./tokenTable.js";

/** What encoding asks of a model. */
export interface BpeParts {
  readonly pieceEnd: PieceEnd;
  readonly merges: PairTable;
  /** The id of each byte, -1 where there is none. */
  readonly byteIds: Int32Array;
  /** The tokens by what they spell, where a piece that is a token is that token. */
  readonly whole: TokenTable | undefined;
}

/** What one call of `encode` works with, and its ids, the first `length` of `ids`. */
export interface Encoding {
  ids: Int32Array;
  length: number;
  /** Pieces that were met in this text before, and where in `ids` theirs are: most pieces of a text are repeated. */
  readonly met: PieceTable;
  starts: Int32Array;
  counts: Int32Array;
  bytes: Uint8Array;
  symbols: Int32Array;
  readonly ranks: Int32Array;
}

/** Before a text of `length` code units. */
export const emptyEncoding = (length: number): Encoding => ({
  ids: new Int32Array(16 + (length >> 1)),
  length: 0,
  met: pieceTable(),
  starts: new Int32Array(64),
  counts: new Int32Array(64),
  bytes: new Uint8Array(192),
  symbols: new Int32Array(192),
  ranks: rankRoom()
});

/** Adds an id. */
export function append(encoding: Encoding, id: number): void {
  if (encoding.length === encoding.ids.length) encoding.ids = doubled(encoding.ids);
  encoding.ids[encoding.length++] = id;
}

/** Adds the ids of a part of a text. */
export function appendPart(parts: BpeParts, encoding: Encoding, text: string, start: number, end: number): void {
  const {met} = encoding;
  for (let at = start, next; at < end; at = next) {
    next = parts.pieceEnd(text, at, end);
    if (next === at + 1) {
      // a sign alone is most often one byte, and needs no looking up
      const unit = text.charCodeAt(at);
      const id = unit < 0x80 ? parts.byteIds[unit]! : -1;
      if (id >= 0) {
        append(encoding, id);
        continue;
      }
    }
    const before = met.count;
    const number = pieceNumber(met, text, at, next);
    if (met.count > before) {
      const count = encodePiece(parts, encoding, text, at, next);
      if (number === encoding.starts.length) {
        encoding.starts = doubled(encoding.starts);
        encoding.counts = doubled(encoding.counts);
      }
      encoding.starts[number] = encoding.length;
      encoding.counts[number] = count;
      copyIds(encoding, encoding.symbols, 0, count);
    } else if (encoding.counts[number] === 1) append(encoding, encoding.ids[encoding.starts[number]!]!);
    else copyIds(encoding, undefined, encoding.starts[number]!, encoding.counts[number]!);
  }
}

/** The same, with merges left out: each occurrence of a piece draws for itself. */
export function appendDropped(
  parts: BpeParts,
  encoding: Encoding,
  text: string,
  start: number,
  end: number,
  dropped: Dropped
): void {
  for (let at = start; at < end;) {
    const next = parts.pieceEnd(text, at, end);
    const count = writeSymbols(parts, encoding, text, at, next);
    copyIds(encoding, encoding.symbols, 0, mergeByHeap(parts.merges, encoding.symbols, count, dropped));
    at = next;
  }
}

/** Adds `count` ids from those of a list, or from the encoding’s own. */
function copyIds(encoding: Encoding, list: Int32Array | undefined, from: number, count: number): void {
  while (encoding.length + count > encoding.ids.length) encoding.ids = doubled(encoding.ids);
  const {ids} = encoding;
  const source = list ?? ids;
  let length = encoding.length;
  for (let i = from; i < from + count; i++) ids[length++] = source[i]!;
  encoding.length = length;
}

/** Writes the ids of a piece to the start of `symbols`, and returns how many they are. */
function encodePiece(parts: BpeParts, encoding: Encoding, text: string, start: number, end: number): number {
  const count = writeSymbols(parts, encoding, text, start, end);
  const {symbols} = encoding;
  if (parts.whole !== undefined && count > 1) {
    const id = tokenOfFirst(parts.whole, encoding.bytes, count);
    if (id >= 0) {
      symbols[0] = id;
      return 1;
    }
  }
  return mergeSymbols(parts.merges, symbols, count, encoding.ranks);
}

/** Writes the ids of a piece’s bytes to the start of `symbols`, and returns how many they are. */
function writeSymbols({byteIds}: BpeParts, encoding: Encoding, text: string, start: number, end: number): number {
  const room = 3 * (end - start);
  if (room > encoding.bytes.length) {
    encoding.bytes = new Uint8Array(2 * room);
    encoding.symbols = new Int32Array(2 * room);
  }
  const {bytes, symbols} = encoding;
  const count = writeUtf8(text, start, end, bytes);
  for (let i = 0; i < count; i++) {
    const id = byteIds[bytes[i]!]!;
    if (id < 0) refuseByte(text, start, end, i);
    symbols[i] = id;
  }
  return count;
}

/** Refuses the character whose byte is the n-th of a piece. */
function refuseByte(text: string, start: number, end: number, n: number): never {
  let at = start;
  for (let rest = n, size; rest >= (size = utf8Size(text.codePointAt(at)!)); at += size === 4 ? 2 : 1) rest -= size;
  return refuseUnknown("bpe.encode", text, at, String.fromCodePoint(text.codePointAt(Math.min(at, end - 1))!));
}

/** How many bytes a code point takes as UTF-8; a lone surrogate those of U+FFFD. */
export const utf8Size = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
