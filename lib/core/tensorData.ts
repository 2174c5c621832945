/** What the numbers of a tensor are: floats of either width, integers for ids, bytes of 0 or 1 for masks. */
export type Dtype = "float32" | "float64" | "int32" | "bool";

/** The kinds that have fractions, and derivatives. */
export type FloatDtype = Extract<Dtype, "float32" | "float64">;

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

/** The kinds of numbers, by the typed array that holds each. */
const arrayNames = new Map<unknown, string>([
  ["float32", "Float32Array"],
  ["float64", "Float64Array"],
  ["int32", "Int32Array"],
  ["bool", "Uint8Array"]
] satisfies readonly (readonly [Dtype, string])[]);

/** All kinds of numbers. */
export const dtypes: readonly Dtype[] = ["float32", "float64", "int32", "bool"];

/** Whether a value claims to be a tensor: what is left of one that went through JSON still does. */
export const resemblesTensor = (value: unknown): value is {readonly shape: readonly number[]; readonly dtype: Dtype} =>
  typeof value === "object" &&
  value !== null &&
  "dtype" in value &&
  "shape" in value &&
  arrayNames.has(value.dtype) &&
  Array.isArray(value.shape);

/** What the prototypes of this library's tensors have: nothing that is copied, sent or read from a file has it. */
export const TENSOR = Symbol("tensor");

/**
 * Whether a value is a tensor, also one that came from a worker and lost its prototype on the way: its numbers are a
 * typed array of its kind, as many as its shape says.
 */
export function isTensor(value: unknown): value is Tensor {
  if (typeof value !== "object" || value === null) return false;
  if ((value as {readonly [TENSOR]?: boolean})[TENSOR] === true) return true;
  if (!resemblesTensor(value) || !("data" in value)) return false;
  const {data, dtype, shape} = value;
  return (
    ArrayBuffer.isView(data) &&
    Reflect.get(data, Symbol.toStringTag) === arrayNames.get(dtype) &&
    Reflect.get(data, "length") === sizeOf(shape)
  );
}

/** The number of numbers in a shape: 1 for rank 0. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i]!;
  return size;
}

/** A shape as errors print it, such as `[8, 64]`. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
