import {mul} from "../autodiff/ops/binary.js";
import {less} from "../autodiff/ops/compare.js";
import {where} from "../autodiff/ops/where.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {Key} from "../core/random/threefry.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {givenFloats} from "../tensor/given.js";
import {randomUniform} from "../tensor/random.js";

/** How much is dropped, and by which key. */
export interface DropoutOptions {
  /** The probability that a number becomes 0. */
  readonly rate: number;
  /** A key of its own for each step and each place. */
  readonly key: Key;
}

/**
 * Sets each number to 0 with probability `rate`, and divides the others by 1 − rate, so that means stay (Srivastava et al.
 * 2014, in the inverted form). For training alone: where a model is judged, it is not called.
 *
 * @throws ConfigError for a rate outside of [0, 1).
 */
export function dropout(x: Tensor, options: DropoutOptions): Tensor {
  checkFields("dropout.options", options, ["rate", "key"]);
  const {rate, key} = options;
  real("dropout.rate", rate, {least: 0, below: 1});
  givenFloats("dropout", "x", x);
  if (rate === 0) return x;
  const dropped = less(randomUniform(key, x.shape, x.dtype as FloatDtype), rate);
  return where(dropped, 0, mul(x, 1 / (1 - rate)));
}
