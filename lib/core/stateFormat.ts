/**
 * A saved state: eight letters that say what it is, a digest of the rest, two sizes, a tree as JSON, and the numbers of its
 * arrays, little-endian, each array at a multiple of eight bytes.
 */
export const MAGIC = "LLMFP-S1";
/** Where the digest, the sizes and the tree begin. */
export const DIGEST = 8;
export const SIZES = DIGEST + 16;
export const TREE = SIZES + 8;

/** The arrays that a state may hold, by name. */
export const arrays = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array
} as const;
export type ArrayName = keyof typeof arrays;

/**
 * A tree as JSON has it. Texts, truth values, null, finite numbers and lists are themselves; all else is an object with
 * one field, which says what it is.
 */
export type Node =
  | string
  | number
  | boolean
  | null
  | readonly Node[]
  | {readonly record: readonly (readonly [string, Node])[]}
  | {readonly tensor: readonly [shape: readonly number[], dtype: string, data: Node]}
  | {readonly array: readonly [name: ArrayName, at: number, length: number]}
  | {readonly number: "NaN" | "Infinity" | "-Infinity" | "-0"}
  | {readonly bigint: string}
  | {readonly undefined: true};

/** The next multiple of eight. */
export const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Bytes of numbers of some width, from this machine's order to little-endian or back. */
export function swapped(bytes: Uint8Array, width: number): Uint8Array {
  if (LITTLE || width === 1) return bytes;
  for (let i = 0; i < bytes.length; i += width) bytes.subarray(i, i + width).reverse();
  return bytes;
}
