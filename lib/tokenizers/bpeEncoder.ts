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
  readonly memo: Memo;
}

/**
 * The ids of pieces that were met before, in any text: most pieces of a text are repeated. What a piece's ids are depends on
 * nothing else, so nothing but time is changed by it; and it has a bounded size.
 */
interface Memo {
  met: PieceTable;
  /** Where the ids of each piece are in `ids`, and how many. */
  starts: Int32Array;
  counts: Int32Array;
  ids: Int32Array;
  length: number;
}

/** A memo that knows no piece. */
export const emptyMemo = (): Memo => ({
  met: pieceTable(),
  starts: new Int32Array(64),
  counts: new Int32Array(64),
  ids: new Int32Array(256),
  length: 0
});

/** Pieces that a memo holds before it begins anew, and the code units of the longest that is put into it. */
const [MEMO_PIECES, MEMO_UNITS] = [65_536, 64];

/** What one call of `encode` works with, and its ids, the first `length` of `ids`. */
export interface Encoding {
  ids: Int32Array;
  length: number;
  bytes: Uint8Array;
  symbols: Int32Array;
  readonly ranks: Int32Array;
}

/** Before a text of `length` code units. */
export const emptyEncoding = (length: number): Encoding => ({
  ids: new Int32Array(16 + (length >> 1)),
  length: 0,
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
  const {memo} = parts;
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
    if (next - at > MEMO_UNITS) {
      const count = encodePiece(parts, encoding, text, at, next);
      copyIds(encoding, encoding.symbols, 0, count);
      continue;
    }
    if (memo.met.count === MEMO_PIECES) Object.assign(memo, emptyMemo());
    const before = memo.met.count;
    const number = pieceNumber(memo.met, text, at, next);
    if (memo.met.count > before) remember(parts, encoding, number, text, at, next);
    if (memo.counts[number] === 1) append(encoding, memo.ids[memo.starts[number]!]!);
    else copyIds(encoding, memo.ids, memo.starts[number]!, memo.counts[number]!);
  }
}

/** Encodes the piece that a memo met last, and puts its ids there. */
function remember(parts: BpeParts, encoding: Encoding, number: number, text: string, start: number, end: number): void {
  const {memo} = parts;
  let count: number;
  try {
    count = encodePiece(parts, encoding, text, start, end);
  } catch (refused) {
    Object.assign(memo, emptyMemo()); // a piece that is refused is not to be met again
    throw refused;
  }
  if (number === memo.starts.length) {
    memo.starts = doubled(memo.starts);
    memo.counts = doubled(memo.counts);
  }
  while (memo.length + count > memo.ids.length) memo.ids = doubled(memo.ids);
  memo.starts[number] = memo.length;
  memo.counts[number] = count;
  for (let i = 0; i < count; i++) memo.ids[memo.length++] = encoding.symbols[i]!;
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
    const kept = mergeByHeap(parts.merges, encoding.symbols, count, dropped);
    copyIds(encoding, encoding.symbols, 0, kept);
    at = next;
  }
}

/** Adds `count` ids of a list. */
function copyIds(encoding: Encoding, list: Int32Array, from: number, count: number): void {
  while (encoding.length + count > encoding.ids.length) encoding.ids = doubled(encoding.ids);
  const {ids} = encoding;
  let length = encoding.length;
  for (let i = from; i < from + count; i++) ids[length++] = list[i]!;
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
