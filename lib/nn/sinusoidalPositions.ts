import {real} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {pow} from "../core/math/pow.js";
import {cos, sin} from "../core/math/trig.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {evenExtent} from "./evenExtent.js";
import {givenDtype, listOf} from "../tensor/given.js";
import {arrayOf, heapTensor} from "../tensor/storage.js";

/** Where sines and cosines of one angle stand: next to each other (the paper), or in two halves (tensor2tensor). */
export type SinusoidalLayout = "interleaved" | "halves";

/** How positions become waves. */
export interface SinusoidalOptions {
  /** The longest wavelength is 2π times this, or nearly: 10000 unless it is named. */
  readonly base?: number;
  /** "interleaved" unless it is named. */
  readonly layout?: SinusoidalLayout;
  /** float32 unless it is named. */
  readonly dtype?: FloatDtype;
}

/**
 * Positions as waves (Vaswani et al. 2017, section 3.5): sin and cos of position · base^(−2i/dModel), for each pair i.
 *
 * @returns [positions, dModel].
 * @throws ConfigError unless dModel is even.
 */
export function sinusoidalPositions(
  positions: readonly number[],
  dModel: number,
  options: SinusoidalOptions = {}
): Tensor {
  checkFields("sinusoidalPositions.options", options, ["base", "layout", "dtype"]);
  const {base = 10000, layout = "interleaved", dtype = "float32"} = options;
  real("sinusoidalPositions.base", base, {above: 1});
  oneOf("sinusoidalPositions.layout", layout, ["interleaved", "halves"]);
  givenDtype("sinusoidalPositions", dtype, ["float32", "float64"]);
  evenExtent("sinusoidalPositions.dModel", dModel);
  for (const position of listOf("sinusoidalPositions.positions", positions))
    real("sinusoidalPositions.positions", position);
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
