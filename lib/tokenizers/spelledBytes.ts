import {checkId} from "../text/ids.js";

/** What ids spell, as UTF-8: the bytes of `id` are from `starts[id]` up to `starts[id + 1]`. */
export interface SpelledBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Whether a text's first token loses the space that it begins with. */
  readonly dropsFirstSpace: boolean;
}

/** Lays the bytes of ids 0, 1, 2, … in a row. */
export function spelledBytes(tokens: readonly Uint8Array[], dropsFirstSpace: boolean): SpelledBytes {
  const starts = new Uint32Array(tokens.length + 1);
  tokens.forEach((token, id) => (starts[id + 1] = starts[id]! + token.length));
  const bytes = new Uint8Array(starts[tokens.length]!);
  tokens.forEach((token, id) => bytes.set(token, starts[id]));
  return {bytes, starts, dropsFirstSpace};
}

/**
 * What a decoder of a stream remembers between two calls: the bytes of a character that is not yet whole, three at most,
 * and whether the text has begun. Plain data.
 */
export interface DecoderState {
  readonly pending: readonly number[];
  readonly begun: boolean;
}

/** Before the first id. */
export const decoderStart: DecoderState = {pending: [], begun: false};

/** The bytes that are held back and those of the ids after them; and whether the text has begun with them. */
export function bytesOfIds(
  where: string,
  {bytes, starts, dropsFirstSpace}: SpelledBytes,
  ids: ArrayLike<number>,
  {pending, begun}: DecoderState
): {readonly bytes: Uint8Array; readonly begun: boolean} {
  let length = pending.length;
  for (let i = 0; i < ids.length; i++) {
    const id = checkId(where, ids[i], i, starts.length - 1);
    length += starts[id + 1]! - starts[id]!;
  }
  const all = new Uint8Array(length);
  all.set(pending);
  let at = pending.length;
  for (let i = 0; i < ids.length; i++)
    for (let k = starts[ids[i]!]!, end = starts[ids[i]! + 1]!; k < end; k++) all[at++] = bytes[k]!;
  const drops = dropsFirstSpace && !begun && all[0] === 0x20;
  return {bytes: drops ? all.subarray(1) : all, begun: begun || length > 0};
}

/** The text that ids spell. */
export const textOfIds = (where: string, spelled: SpelledBytes, ids: ArrayLike<number>): string =>
  textOfBytes(bytesOfIds(where, spelled, ids, decoderStart).bytes);

/** UTF-8 as a text: one U+FFFD for each character that is cut, or byte that is in none. A byte order mark stays. */
export const textOfBytes = (bytes: Uint8Array): string => new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);

/** The length of the longest start of `bytes` that no further byte can change the text of. */
export function settled(bytes: Uint8Array): number {
  const n = bytes.length;
  for (let back = 1; back <= 3 && back <= n; back++) {
    const byte = bytes[n - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte < 0xc2 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 1;
    return size > back && mayGoOn(byte, bytes[n - back + 1], back) ? n - back : n;
  }
  return n;
}

/** Whether a lead and the byte after it, if it is there, can begin a character: four leads narrow their second byte. */
function mayGoOn(lead: number, second: number | undefined, length: number): boolean {
  if (length === 1 || second === undefined) return true;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return second >= low && second <= high;
}
