import {affine} from "../autodiff/ops/affine.js";
import {linear} from "../autodiff/ops/matmul.js";
import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {givenDtype} from "../tensor/given.js";
import {zeros} from "../tensor/make.js";
import {randomUniform} from "../tensor/random.js";
import type {Module} from "./module.js";

/** The size of a dense layer, and how it starts. */
export interface DenseOptions {
  /** Numbers that go in. */
  readonly inputs: number;
  /** Numbers that come out. */
  readonly outputs: number;
  /**
   * Weights start with variance gain/inputs: 1 unless it is named, which keeps the scale of what goes in (LeCun et al.
   * 1998); 2 before relu, which halves it (He et al. 2015).
   */
  readonly gain?: number;
  /** float32 unless it is named. */
  readonly dtype?: FloatDtype;
}

/** `weight` is [inputs, outputs], `bias` [outputs]. */
export interface DenseParams {
  readonly weight: Tensor;
  readonly bias: Tensor;
}

/**
 * A layer of neurons, x·weight + bias: [.., inputs] to [.., outputs]. Weights start uniform around 0, biases at 0.
 *
 * @throws ConfigError for sizes that cannot be.
 */
export function dense(options: DenseOptions): Module<DenseParams> {
  checkFields("dense.options", options, ["inputs", "outputs", "gain", "dtype"]);
  const {inputs, outputs, gain = 1, dtype = "float32"} = options;
  whole("dense.inputs", inputs, {least: 1});
  whole("dense.outputs", outputs, {least: 1});
  real("dense.gain", gain, {least: 0});
  givenDtype("dense", dtype, ["float32", "float64"]);
  const bound = Math.sqrt((3 * gain) / inputs); // the variance of numbers between −bound and bound is bound²/3
  return {
    init: (key) => ({
      weight: affine(randomUniform(key, [inputs, outputs], dtype), 2 * bound, -bound),
      bias: zeros([outputs], dtype)
    }),
    apply: ({weight, bias}, x) => linear(x, weight, bias)
  };
}
