import {DtypeError, found} from "../core/errors.js";
import {halfToNumber} from "../core/float16.js";
import {sizeOf, type Dtype, type Tensor} from "../core/tensorData.js";
import {given} from "../tensor/given.js";
import {tensor} from "../tensor/make.js";
import {bfloat16ToNumber} from "./floatBytes.js";
import {WIDTHS, type StoredDtype, type StoredTensor} from "./safetensorsFormat.js";

const STORED: Readonly<Record<Dtype, StoredDtype>> = {float64: "F64", float32: "F32", int32: "I32", bool: "BOOL"};

/** Reads one number at an address. */
type Read = (view: DataView, at: number) => number;

const reading: Readonly<Partial<Record<StoredDtype, Read>>> = {
  F64: (view, at) => view.getFloat64(at, true),
  F32: (view, at) => view.getFloat32(at, true),
  F16: (view, at) => halfToNumber(view.getUint16(at, true)),
  BF16: (view, at) => bfloat16ToNumber(view.getUint16(at, true)),
  I32: (view, at) => view.getInt32(at, true),
  U32: (view, at) => view.getUint32(at, true),
  I16: (view, at) => view.getInt16(at, true),
  U16: (view, at) => view.getUint16(at, true),
  I8: (view, at) => view.getInt8(at),
  U8: (view, at) => view.getUint8(at),
  BOOL: (view, at) => view.getUint8(at)
};

/** The numbers of a stored tensor, row by row; those of I64 and U64 as bigints, so that none is rounded. */
export function numbersOf({dtype, bytes}: StoredTensor): readonly number[] | readonly bigint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = WIDTHS[dtype];
  const places = Array.from({length: bytes.length / width}, (_, i) => i * width);
  if (dtype === "I64") return places.map((at) => view.getBigInt64(at, true));
  if (dtype === "U64") return places.map((at) => view.getBigUint64(at, true));
  return places.map((at) => reading[dtype]!(view, at));
}

/** Which kind of tensor holds numbers of a type without loss. */
const KINDS: Readonly<Partial<Record<StoredDtype, Dtype>>> = {
  F64: "float64",
  F32: "float32",
  F16: "float32",
  BF16: "float32",
  I32: "int32",
  I16: "int32",
  U16: "int32",
  I8: "int32",
  U8: "int32",
  BOOL: "bool"
};

/**
 * A stored tensor as a tensor: F16 and BF16 as float32, smaller whole numbers as int32, all of them exactly.
 *
 * @throws DtypeError for U32, I64 and U64, whose numbers no tensor holds; `numbersOf` gives them.
 */
export function tensorOf(stored: StoredTensor): Tensor {
  const dtype = KINDS[stored.dtype];
  if (dtype === undefined)
    throw new DtypeError(
      "tensorOf",
      "no tensor holds the numbers of this type",
      [found("dtype", stored.dtype)],
      "read them with numbersOf"
    );
  const numbers = numbersOf(stored) as readonly number[]; // no bigints: I64 and U64 have no kind
  const values = dtype === "bool" ? numbers.map((bit) => bit !== 0) : numbers;
  return tensor(values, {shape: stored.shape, dtype});
}

/** Writes one number at an address. */
type Write = (view: DataView, at: number, value: number) => void;

const writing: Readonly<Record<Dtype, Write>> = {
  float64: (view, at, value) => view.setFloat64(at, value, true),
  float32: (view, at, value) => view.setFloat32(at, value, true),
  int32: (view, at, value) => view.setInt32(at, value, true),
  bool: (view, at, value) => view.setUint8(at, value)
};

/** A tensor as files have it. */
export function storedOf(x: Tensor): StoredTensor {
  given("storedOf", "x", x);
  const dtype = STORED[x.dtype];
  const width = WIDTHS[dtype];
  const bytes = new Uint8Array(sizeOf(x.shape) * width);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < x.data.length; i++) writing[x.dtype](view, i * width, x.data[i]!);
  return {dtype, shape: x.shape, bytes};
}
