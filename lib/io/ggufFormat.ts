/**
 * The format GGUF, version 3: facts about a model, each a key with a value, and then its tensors, little-endian
 * (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md).
 */
import {BLOCK} from "./blocks.js";

/** The kinds of values of facts, by the number that files have for them. */
export const KINDS = [
  "uint8",
  "int8",
  "uint16",
  "int16",
  "uint32",
  "int32",
  "float32",
  "bool",
  "string",
  "array",
  "uint64",
  "int64",
  "float64"
] as const;

/** A kind of value. */
export type GgufKind = (typeof KINDS)[number];

/** Bytes of a value of each kind; of strings and arrays, the least. */
export const SIZES: Readonly<Record<GgufKind, number>> = {
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  uint32: 4,
  int32: 4,
  float32: 4,
  bool: 1,
  string: 8,
  array: 12,
  uint64: 8,
  int64: 8,
  float64: 8
};

/** A value: 64-bit whole numbers are bigints, so that none is rounded. An array in an array is a `GgufArray`. */
export type GgufValue = number | bigint | boolean | string | GgufArray;

/** A list of values of one kind. */
export interface GgufArray {
  readonly of: GgufKind;
  readonly values: readonly GgufValue[];
}

/** A value with its kind. */
export interface GgufFact {
  readonly kind: GgufKind;
  readonly value: GgufValue;
}

/** How the numbers of a tensor are stored: as floats of some width, or in blocks of 32 that share a scale. */
export type GgufType = "F32" | "F16" | "BF16" | "Q8_0" | "Q4_0";

/** The number that files have for a type, and how many bytes a block of so many numbers is. */
export const TYPES: Readonly<Record<GgufType, {readonly id: number; readonly block: number; readonly bytes: number}>> =
  {
    F32: {id: 0, block: 1, bytes: 4},
    F16: {id: 1, block: 1, bytes: 2},
    Q4_0: {id: 2, block: BLOCK, bytes: 18},
    Q8_0: {id: 8, block: BLOCK, bytes: 34},
    BF16: {id: 30, block: 1, bytes: 2}
  };

/** A tensor of a file. Its shape has the last axis fastest, as everywhere here; in the file it stands reversed. */
export interface GgufTensor {
  readonly type: GgufType;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** What a file holds, in its order. */
export interface GgufFile {
  readonly facts: ReadonlyMap<string, GgufFact>;
  readonly tensors: ReadonlyMap<string, GgufTensor>;
}

/** What a file begins with. */
export const MAGIC = [0x47, 0x47, 0x55, 0x46] as const;
export const VERSION = 3;
/** What tensors are aligned to, unless the fact `general.alignment` says otherwise. */
export const ALIGNMENT = 32;
export const ALIGNMENT_KEY = "general.alignment";
/** Axes that a tensor has at most, and bytes of its name. */
export const MOST_AXES = 4;
export const LONGEST_NAME = 64;
