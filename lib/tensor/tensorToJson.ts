import {isTensor, type Dtype, type Tensor} from "../core/tensorData.js";

/** A tensor in JSON: its numbers are the bytes of its typed array, little-endian, in base64, so that no bit is lost. */
export interface TensorJson {
  readonly tensor: Dtype;
  readonly shape: readonly number[];
  readonly base64: string;
}

const PART = 8190; // bytes that become characters at once: a multiple of 3, and few enough to be arguments

export function encoded({dtype, shape, data}: Tensor): TensorJson {
  const {buffer, byteOffset, byteLength} = data as unknown as Uint8Array; // whichever typed array it is
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = "";
  for (let from = 0; from < bytes.length; from += PART)
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + PART)));
  return {tensor: dtype, shape, base64: text};
}

/**
 * What JSON makes of a tensor: `JSON.stringify(state, tensorToJson)` writes any tree, also one that came from a worker,
 * and `JSON.parse(text, tensorFromJson)` reads it, bit for bit. All that are no tensors are written as ever.
 */
export const tensorToJson = (_key: string, value: unknown): unknown => (isTensor(value) ? encoded(value) : value);
