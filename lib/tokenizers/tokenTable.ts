import {bytesOfToken} from "./byteAlphabet.js";

/** Tokens by the bytes that they spell, by open addressing. */
export interface TokenTable {
  /** All bytes in a row; those of token `id` are from `starts[id]` up to `starts[id + 1]`. */
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  /** Ids plus 1, at the hashes of their bytes; 0 where there is none. */
  readonly slots: Int32Array;
}

/** The table of all tokens that are spelled in the alphabet of bytes. */
export function tokenTable(tokens: readonly string[]): TokenTable {
  const starts = new Int32Array(tokens.length + 1);
  const spelled = tokens.map(bytesOfToken);
  spelled.forEach((bytes, id) => (starts[id + 1] = starts[id]! + (bytes?.length ?? 0)));
  const bytes = new Uint8Array(starts[tokens.length]!);
  let size = 16;
  while (size < 2 * tokens.length) size *= 2;
  const slots = new Int32Array(size);
  spelled.forEach((token, id) => {
    if (token === undefined) return;
    bytes.set(token, starts[id]);
    let slot = hashOf(token, token.length) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = id + 1;
  });
  return {bytes, starts, slots};
}

/** The id of the token that the first `count` of some bytes spell; -1 if there is none. */
export function tokenOfFirst({bytes, starts, slots}: TokenTable, given: Uint8Array, count: number): number {
  const mask = slots.length - 1;
  for (let slot = hashOf(given, count) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const id = slots[slot]! - 1;
    const start = starts[id]!;
    if (starts[id + 1]! - start !== count) continue;
    let i = 0;
    while (i < count && bytes[start + i] === given[i]) i++;
    if (i === count) return id;
  }
  return -1;
}

function hashOf(bytes: Uint8Array, count: number): number {
  let hash = count;
  for (let i = 0; i < count; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
