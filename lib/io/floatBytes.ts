import {numberToBfloat16} from "../core/bfloat16.js";
import {halfToNumber, numberToHalf} from "../core/float16.js";

/** The types of floats that weights are handed on in: of 32 bits, of 16, and of 16 with the exponents of 32. */
export type FloatType = "F32" | "F16" | "BF16";

const one = new DataView(new ArrayBuffer(4));
/** The number of 16 bits: a bfloat16 is the upper half of a float32. */
export const bfloat16ToNumber = (bits: number): number => {
  one.setUint32(0, bits << 16);
  return one.getFloat32(0);
};

const readers: Readonly<Record<FloatType, (view: DataView, at: number) => number>> = {
  F32: (view, at) => view.getFloat32(at, true),
  F16: (view, at) => halfToNumber(view.getUint16(at, true)),
  BF16: (view, at) => bfloat16ToNumber(view.getUint16(at, true))
};

const writers: Readonly<Record<FloatType, (view: DataView, at: number, x: number) => void>> = {
  F32: (view, at, x) => view.setFloat32(at, x, true),
  F16: (view, at, x) => view.setUint16(at, numberToHalf(x), true),
  BF16: (view, at, x) => view.setUint16(at, numberToBfloat16(x), true)
};

const widthOf = (type: FloatType): number => (type === "F32" ? 4 : 2);

/** The numbers of little-endian bytes, exactly. */
export function floatsOf(type: FloatType, bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [read, width] = [readers[type], widthOf(type)];
  const numbers = new Float32Array(bytes.length / width);
  for (let i = 0; i < numbers.length; i++) numbers[i] = read(view, i * width);
  return numbers;
}

/** Numbers as little-endian bytes, each the nearest that the type holds; of two that are equally near, the even one. */
export function bytesOfFloats(type: FloatType, numbers: ArrayLike<number>): Uint8Array {
  const [write, width] = [writers[type], widthOf(type)];
  const bytes = new Uint8Array(numbers.length * width);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < numbers.length; i++) write(view, i * width, numbers[i]!);
  return bytes;
}
