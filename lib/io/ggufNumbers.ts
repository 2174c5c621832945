import {numberToBfloat16} from "../core/bfloat16.js";
import {ConfigError, found} from "../core/errors.js";
import {halfToNumber, numberToHalf} from "../core/float16.js";
import type {Tensor} from "../core/tensorData.js";
import {BLOCK, fromQ4, fromQ8, toQ4, toQ8} from "./blocks.js";
import {TYPES, type GgufTensor, type GgufType} from "./ggufFormat.js";

const one = new DataView(new ArrayBuffer(4));
/** A bfloat16 is the upper half of a float32. */
const bfloat16 = (bits: number): number => {
  one.setUint32(0, bits << 16);
  return one.getFloat32(0);
};

type Read = (view: DataView, at: number) => number;
const floats: Readonly<Record<"F32" | "F16" | "BF16", Read>> = {
  F32: (view, at) => view.getFloat32(at, true),
  F16: (view, at) => halfToNumber(view.getUint16(at, true)),
  BF16: (view, at) => bfloat16(view.getUint16(at, true))
};

/** The numbers of a tensor, row by row, exactly. */
export function ggufNumbers({type, bytes}: GgufTensor): Float32Array {
  if (type === "Q8_0") return fromQ8(bytes);
  if (type === "Q4_0") return fromQ4(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = TYPES[type].bytes;
  return Float32Array.from({length: bytes.length / width}, (_, i) => floats[type](view, i * width));
}

type Write = (view: DataView, at: number, x: number) => void;
const writers: Readonly<Record<"F32" | "F16" | "BF16", Write>> = {
  F32: (view, at, x) => view.setFloat32(at, x, true),
  F16: (view, at, x) => view.setUint16(at, numberToHalf(x), true),
  BF16: (view, at, x) => view.setUint16(at, numberToBfloat16(x), true)
};

/** Beyond this a float16 is infinite; a scale is the largest number over 127 or 8. */
const MOST: Readonly<Record<GgufType, number>> = {
  F32: Infinity,
  BF16: Infinity,
  F16: 65_520,
  Q8_0: 65_520 * 127,
  Q4_0: 65_520 * 8
};

/**
 * A tensor as files have it, in a type.
 *
 * @throws ConfigError for a number that the type does not hold: NaN and infinities, unless it is F32 or BF16, and what is too
 * large for it.
 */
export function ggufTensor(name: string, {shape, data}: Tensor, type: GgufType): GgufTensor {
  if (MOST[type] < Infinity)
    for (let i = 0; i < data.length; i++)
      if (!(Math.abs(data[i]!) < MOST[type]))
        throw new ConfigError(
          "writeGguf",
          `numbers of type ${type} are smaller than ${MOST[type]}`,
          [found("tensor", name), found("at", i), found("number", data[i])],
          "write it as F32"
        );
  if (type === "Q8_0") return {type, shape, bytes: toQ8(data)};
  if (type === "Q4_0") return {type, shape, bytes: toQ4(data)};
  const width = TYPES[type].bytes;
  const bytes = new Uint8Array(data.length * width);
  const view = new DataView(bytes.buffer);
  const write = writers[type];
  for (let i = 0; i < data.length; i++) write(view, i * width, data[i]!);
  return {type, shape, bytes};
}

/** The type of a matrix that asks for blocks: float16, where its rows are no whole blocks. */
export const fittingType = (type: GgufType, row: number): GgufType =>
  TYPES[type].block === BLOCK && row % BLOCK !== 0 ? "F16" : type;
