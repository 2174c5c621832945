/**
 * The format safetensors: eight bytes with the length of a header, the header as JSON, and the numbers of all tensors, one
 * after another, little-endian (https://github.com/huggingface/safetensors, “Format”).
 */

/** Bytes of a number of each type. */
export const WIDTHS = {
  F64: 8,
  I64: 8,
  U64: 8,
  F32: 4,
  I32: 4,
  U32: 4,
  F16: 2,
  BF16: 2,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1
} as const;

/** The types of numbers that files have, as they name them. */
export type StoredDtype = keyof typeof WIDTHS;

export const isStoredDtype = (name: unknown): name is StoredDtype =>
  typeof name === "string" && Object.hasOwn(WIDTHS, name);

/** A tensor of a file: its numbers as bytes, little-endian and row by row, whatever its type. */
export interface StoredTensor {
  readonly dtype: StoredDtype;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** What a file holds. */
export interface Safetensors {
  /** By their names, in the order of their bytes. */
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /** Texts about the file; absent if it has none. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What a header may be long at most, in bytes: as the reference implementation has it. */
export const LONGEST_HEADER = 100_000_000;
/** Where the header begins. */
export const HEADER = 8;
