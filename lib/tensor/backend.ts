import {DtypeError, found} from "../core/errors.js";
import {shapeText, type Dtype, type Tensor} from "../core/tensorData.js";
import type {Kernels} from "../kernels/kernels.js";
import {reference} from "../kernels/reference/reference.js";
import {engine, type WasmKernels} from "../kernels/wasm.js";
import {held} from "./held.js";
import {allocateFor, arrayOf, copyIn, currentRegion, heapTensor, pointerTo, tensorAt} from "./storage.js";

// buffers as kernels take them, known to one backend alone: addresses or typed arrays
declare const floats: unique symbol;
declare const ints: unique symbol;
declare const bytes: unique symbol;
export interface Floats {
  readonly [floats]: true;
}
export interface Ints {
  readonly [ints]: true;
}
interface Bytes {
  readonly [bytes]: true;
}

/** Kernels, and where their buffers come from: what an operation needs, whichever kind of number it works on. */
export interface Backend {
  readonly kernels: Kernels<Floats, Ints, Bytes>;
  /** The numbers of a tensor of the backend's kind. */
  readonly floats: (tensor: Tensor) => Floats;
  readonly ints: (tensor: Tensor) => Ints;
  readonly bytes: (tensor: Tensor) => Bytes;
  /** A list of whole numbers: extents, strides. */
  readonly list: (numbers: readonly number[]) => Ints;
  /** Room for numbers of the backend's kind; what it holds is not defined. */
  readonly make: (size: number) => Floats;
  readonly makeBytes: (size: number) => Bytes;
  /** A buffer that begins `offset` numbers later. */
  readonly from: (buffer: Floats, offset: number) => Floats;
  /** A tensor of a buffer that `make` made. */
  readonly tensor: (buffer: Floats, shape: readonly number[]) => Tensor;
  readonly bools: (buffer: Bytes, shape: readonly number[]) => Tensor;
}

type Typed = Float64Array | Int32Array | Uint8Array;

/** Refuses a tensor of another kind: its memory, read as if it were of this one, would be garbage. */
function ofKind(tensor: Tensor, dtype: Dtype): Tensor {
  if (tensor.dtype === dtype) return tensor;
  throw new DtypeError(
    "kernels",
    `${dtype} numbers`,
    [found("tensor", `${tensor.dtype} ${shapeText(tensor.shape)}`)],
    `convert it with cast(x, "${dtype}")`
  );
}

/** The reference kernels on typed arrays. Those that only move numbers, or count, serve whole numbers as well. */
const onHeap = (dtype: "float64" | "int32" | "bool"): Backend => {
  const data = (kind: Dtype) => (tensor: Tensor) => ofKind(tensor, kind).data as unknown as Typed;
  const backend = {
    kernels: reference,
    floats: data(dtype),
    ints: data("int32"),
    bytes: data("bool"),
    list: (numbers: readonly number[]) => Int32Array.from(numbers),
    make: (size: number) => arrayOf(dtype, size),
    makeBytes: (size: number) => new Uint8Array(size),
    from: (buffer: Typed, offset: number) => buffer.subarray(offset),
    tensor: (buffer: Typed, shape: readonly number[]) => heapTensor(buffer, shape, dtype),
    bools: (buffer: Uint8Array, shape: readonly number[]) => heapTensor(buffer, shape, "bool")
  };
  return backend as unknown as Backend; // buffers are opaque from here on
};

const wasm = ({kernels}: WasmKernels): Backend => {
  const pointer = (kind: Dtype) => (tensor: Tensor) => pointerTo(ofKind(tensor, kind));
  const backend = {
    kernels,
    floats: pointer("float32"),
    ints: pointer("int32"),
    bytes: pointer("bool"),
    list: (numbers: readonly number[]) => copyIn(Int32Array.from(numbers), "int32"),
    make: (size: number) => allocateFor("float32", size),
    makeBytes: (size: number) => allocateFor("bool", size),
    from: (buffer: number, offset: number) => buffer + 4 * offset,
    tensor: (buffer: number, shape: readonly number[]) => tensorAt(buffer, shape, "float32"),
    bools: (buffer: number, shape: readonly number[]) => tensorAt(buffer, shape, "bool")
  };
  return backend as unknown as Backend; // buffers are opaque from here on
};

const heaps = {float64: onHeap("float64"), int32: onHeap("int32"), bool: onHeap("bool")};
// made on first use: a page that computes in float64 alone never compiles the module
let onWasm: {readonly of: WasmKernels; readonly backend: Backend} | undefined;

function wasmBackend(): Backend {
  const now = engine();
  if (onWasm?.of !== now) onWasm = {of: now, backend: wasm(now)};
  return onWasm.backend;
}

/** What computes with a kind of number: wasm kernels for float32, the reference kernels for all others. */
export const backendOf = (dtype: Dtype): Backend => (dtype === "float32" ? wasmBackend() : heaps[dtype]);

/**
 * What does arithmetic with a kind of number. Where results may be numbers that the kind does not have (fractions, sums
 * beyond int32), they are computed in float64 and refused: cutting them would be garbage.
 */
export const arithmeticOf = (where: string, dtype: Dtype): Backend =>
  dtype === "int32" || dtype === "bool" ? checking(where, dtype) : backendOf(dtype);

const checking = (where: string, dtype: "int32" | "bool"): Backend => {
  const backend = {
    ...heaps[dtype],
    make: (size: number) => new Float64Array(size),
    tensor: (buffer: Float64Array, shape: readonly number[]) => {
      const array = arrayOf(dtype, buffer.length);
      for (let i = 0; i < array.length; i++) array[i] = held(where, `result at ${i}`, dtype, buffer[i]);
      return heapTensor(array, shape, dtype);
    }
  };
  return backend as unknown as Backend; // buffers are opaque from here on
};

/** Whether work on a kind of number needs a region, and there is none. */
export const needsRegion = (dtype: Dtype): boolean => dtype === "float32" && currentRegion() === undefined;

export const isFloat = (dtype: Dtype): boolean => dtype === "float32" || dtype === "float64";

/**
 * The one kind of number of several tensors.
 *
 * @throws DtypeError if they differ: kinds are never mixed silently.
 */
export function commonDtype(where: string, tensors: readonly Tensor[], names: readonly string[] = []): Dtype {
  const {dtype} = tensors[0]!;
  for (const other of tensors)
    if (other.dtype !== dtype)
      throw new DtypeError(
        where,
        `all operands have the same kind of numbers (${dtype} ≠ ${other.dtype})`,
        tensors.map((tensor, i) => ({name: names[i] ?? `operand ${i + 1}`, value: tensor.dtype})),
        `convert one with cast(x, "${dtype}")`
      );
  return dtype;
}
