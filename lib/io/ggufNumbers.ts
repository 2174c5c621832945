import {ConfigError, found} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {BLOCK, fromQ4, fromQ8, toQ4, toQ8} from "./blocks.js";
import {bytesOfFloats, floatsOf} from "./floatBytes.js";
import {TYPES, type GgufTensor, type GgufType} from "./ggufFormat.js";

/** The numbers of a tensor, row by row, exactly. */
export function ggufNumbers({type, bytes}: GgufTensor): Float32Array {
  if (type === "Q8_0") return fromQ8(bytes);
  if (type === "Q4_0") return fromQ4(bytes);
  return floatsOf(type, bytes);
}

/** Numbers are smaller than this: from there on a float16 is infinite, and a scale is the largest number over 127 or 8. */
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
export function ggufTensor(where: string, name: string, {shape, data}: Tensor, type: GgufType): GgufTensor {
  checkHeld(where, name, data, type);
  if (type === "Q8_0") return {type, shape, bytes: toQ8(data)};
  if (type === "Q4_0") return {type, shape, bytes: toQ4(data)};
  return {type, shape, bytes: bytesOfFloats(type, data)};
}

function checkHeld(where: string, name: string, data: ArrayLike<number>, type: GgufType): void {
  if (MOST[type] === Infinity) return;
  for (let i = 0; i < data.length; i++)
    if (!(Math.abs(data[i]!) < MOST[type]))
      throw new ConfigError(
        where,
        `numbers of type ${type} are smaller than ${MOST[type]}`,
        [found("tensor", name), found("at", i), found("number", data[i])],
        "write it as F32"
      );
}

/** The type of a matrix that asks for blocks: float16, where its rows are no whole blocks. */
export const fittingType = (type: GgufType, row: number): GgufType =>
  TYPES[type].block === BLOCK && row % BLOCK !== 0 ? "F16" : type;
