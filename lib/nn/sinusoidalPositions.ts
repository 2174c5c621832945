import {ConfigError, found} from "../core/errors.js";
import {pow} from "../core/math/pow.js";
import {cos, sin} from "../core/math/trig.js";
import type {Tensor} from "../core/tensor.js";
import {arrayOf, heapTensor} from "../tensor/storage.js";

/** Where sines and cosines of one angle stand: next to each other (the paper), or in two halves (tensor2tensor). */
export type SinusoidalLayout = "interleaved" | "halves";

/**
 * Positions as waves (Vaswani et al. 2017, section 3.5): sin and cos of position · base^(−2i/dModel), for each pair i.
 *
 * @returns [positions, dModel].
 * @throws ConfigError unless dModel is even.
 */
export function sinusoidalPositions(
  positions: readonly number[],
  dModel: number,
  {
    base = 10000,
    layout = "interleaved",
    dtype = "float32"
  }: {readonly base?: number; readonly layout?: SinusoidalLayout; readonly dtype?: "float32" | "float64"} = {}
): Tensor {
  if (!Number.isInteger(dModel) || dModel < 2 || dModel % 2 !== 0)
    throw new ConfigError("sinusoidalPositions", "`dModel` is even", [found("dModel", dModel)]);
  const array = arrayOf(dtype, positions.length * dModel);
  const half = dModel / 2;
  positions.forEach((position, p) => {
    for (let i = 0; i < half; i++) {
      const angle = position / pow(base, (2 * i) / dModel);
      const [a, b] = layout === "interleaved" ? [2 * i, 2 * i + 1] : [i, half + i];
      array[p * dModel + a] = sin(angle);
      array[p * dModel + b] = cos(angle);
    }
  });
  return heapTensor(array, [positions.length, dModel], dtype);
}
