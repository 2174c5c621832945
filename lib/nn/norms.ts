import {layerNorm, rmsNorm} from "../autodiff/fused/norms.js";
import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {givenDtype} from "../tensor/given.js";
import {ones, zeros} from "../tensor/make.js";
import type {Module} from "./module.js";

/** What a norm is of. */
export interface NormalizedOptions {
  /** The last extent of what comes in. */
  readonly width: number;
  /** 1e-5 unless it is named. */
  readonly epsilon?: number;
  /** float32 unless it is named. */
  readonly dtype?: FloatDtype;
}

/** `weight` and `bias` are [width]. */
export interface LayerNormalizedParams {
  readonly weight: Tensor;
  readonly bias: Tensor;
}

function settings(where: string, options: NormalizedOptions): Required<NormalizedOptions> {
  checkFields(`${where}.options`, options, ["width", "epsilon", "dtype"]);
  const {width, epsilon = 1e-5, dtype = "float32"} = options;
  whole(`${where}.width`, width, {least: 1});
  real(`${where}.epsilon`, epsilon, {least: 0});
  givenDtype(where, dtype, ["float32", "float64"]);
  return {width, epsilon, dtype};
}

/** `layerNorm` as a module: its weight starts at 1 and its bias at 0. */
export function layerNormalized(options: NormalizedOptions): Module<LayerNormalizedParams> {
  const {width, epsilon, dtype} = settings("layerNormalized", options);
  return {
    init: () => ({weight: ones([width], dtype), bias: zeros([width], dtype)}),
    apply: ({weight, bias}, x) => layerNorm(x, weight, bias, {epsilon})
  };
}

/** `rmsNorm` as a module: its weight starts at 1. */
export function rmsNormalized(options: NormalizedOptions): Module<{readonly weight: Tensor}> {
  const {width, epsilon, dtype} = settings("rmsNormalized", options);
  return {
    init: () => ({weight: ones([width], dtype)}),
    apply: ({weight}, x) => rmsNorm(x, weight, {epsilon})
  };
}
