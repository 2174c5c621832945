/**
 * Numbers in blocks of 32 that share a scale, as GGUF files have them: Q8_0 (8 bits a number) and Q4_0 (4 bits), each with a
 * float16 scale before it (https://github.com/ggml-org/ggml, “gguf”). All arithmetic is that of float32.
 */
import {halfToNumber, numberToHalf} from "../core/float16.js";

/** Numbers of a block. */
export const BLOCK = 32;

const Q8_BYTES = 34;
const Q4_BYTES = 18;
const round = Math.fround;

const inverse = (d: number): number => (d === 0 ? 0 : round(1 / d));

/** Each block: its largest magnitude over 127 is the scale, and each number the nearest multiple, halves away from zero. */
export function toQ8(x: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array((x.length / BLOCK) * Q8_BYTES);
  const view = new DataView(bytes.buffer);
  for (let from = 0, at = 0; from < x.length; from += BLOCK, at += Q8_BYTES) {
    let most = 0;
    for (let i = 0; i < BLOCK; i++) most = Math.max(most, Math.abs(x[from + i]!));
    const d = round(most / 127);
    const id = inverse(d);
    view.setUint16(at, numberToHalf(d), true);
    for (let i = 0; i < BLOCK; i++) {
      const q = round(x[from + i]! * id);
      view.setInt8(at + 2 + i, q < 0 ? -Math.floor(0.5 - q) : Math.floor(0.5 + q));
    }
  }
  return bytes;
}

/** Each block: its number of largest magnitude is −8 times the scale; others are −8 to 7 times. */
export function toQ4(x: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array((x.length / BLOCK) * Q4_BYTES);
  const view = new DataView(bytes.buffer);
  for (let from = 0, at = 0; from < x.length; from += BLOCK, at += Q4_BYTES) {
    let most = 0;
    for (let i = 0; i < BLOCK; i++) if (Math.abs(x[from + i]!) > Math.abs(most)) most = x[from + i]!;
    const d = round(most / -8);
    const id = inverse(d);
    view.setUint16(at, numberToHalf(d), true);
    const level = (i: number): number => Math.min(15, Math.trunc(round(round(x[from + i]! * id) + 8.5)));
    for (let i = 0; i < BLOCK / 2; i++) bytes[at + 2 + i] = level(i) | (level(i + BLOCK / 2) << 4);
  }
  return bytes;
}

/** The numbers of blocks: exact, as a scale has 11 bits and a level 8. */
export function fromQ8(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const x = new Float32Array((bytes.length / Q8_BYTES) * BLOCK);
  for (let to = 0, at = 0; to < x.length; to += BLOCK, at += Q8_BYTES) {
    const d = halfToNumber(view.getUint16(at, true));
    for (let i = 0; i < BLOCK; i++) x[to + i] = d * view.getInt8(at + 2 + i);
  }
  return x;
}

/** The numbers of blocks, exactly. */
export function fromQ4(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const x = new Float32Array((bytes.length / Q4_BYTES) * BLOCK);
  for (let to = 0, at = 0; to < x.length; to += BLOCK, at += Q4_BYTES) {
    const d = halfToNumber(view.getUint16(at, true));
    for (let i = 0; i < BLOCK / 2; i++) {
      const pair = bytes[at + 2 + i]!;
      x[to + i] = d * ((pair & 15) - 8);
      x[to + i + BLOCK / 2] = d * ((pair >> 4) - 8);
    }
  }
  return x;
}
