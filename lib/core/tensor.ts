/** What the numbers of a tensor are: floats of either width, integers for ids, bytes of 0 or 1 for masks. */
export type Dtype = "float32" | "float64" | "int32" | "bool";

/** The typed arrays that hold a tensor's numbers on the JavaScript heap. */
export type TensorArray = Float32Array | Float64Array | Int32Array | Uint8Array;

/**
 * An immutable block of numbers: its extents, its kind of number, and the numbers in row-major order, last axis fastest.
 *
 * It behaves like a number: there is nothing to dispose of. `data` is to be read; writing to it is a defect.
 */
export interface Tensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly data: Numbers;
}

/** Numbers to be read: what a typed array is to those who do not own it. */
export interface Numbers extends ArrayLike<number>, Iterable<number> {
  readonly slice: (start?: number, end?: number) => Numbers;
}

const dtypes: readonly unknown[] = ["float32", "float64", "int32", "bool"] satisfies readonly Dtype[];

/** Whether a value is a tensor, also one that came from a worker and lost its prototype on the way. */
export const isTensor = (value: unknown): value is Tensor =>
  typeof value === "object" &&
  value !== null &&
  "dtype" in value &&
  "shape" in value &&
  "data" in value &&
  dtypes.includes(value.dtype) &&
  Array.isArray(value.shape);

/** The number of numbers in a shape: 1 for rank 0. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i]!;
  return size;
}

/** A shape as errors print it, such as `[8, 64]`. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
