import {affine} from "../autodiff/ops/affine.js";
import {add, div} from "../autodiff/ops/binary.js";
import {sqrt, square} from "../autodiff/ops/unary.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {full} from "../tensor/make.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/** Settings of AdaGrad. */
export interface AdagradOptions {
  /** What the sum of squares begins at: 0 unless it is named. */
  readonly initialAccumulator?: number;
  /** What keeps quotients finite where all gradients were 0: 1e-10 unless it is named. */
  readonly eps?: number;
}

/** What AdaGrad remembers: the sum of all squared gradients. */
export interface AdagradState {
  readonly sum: object;
}

/**
 * Divides each update by the root of the sum of its squares so far (Duchi, Hazan & Singer 2011, figure 1): a number that
 * seldom has a gradient keeps a large rate.
 */
export function scaleByAdagrad(options: AdagradOptions = {}): GradientTransformation<AdagradState> {
  const where = "scaleByAdagrad";
  checkFields(`${where}.options`, options, ["initialAccumulator", "eps"]);
  const {initialAccumulator = 0, eps = 1e-10} = options;
  real(`${where}.initialAccumulator`, initialAccumulator, {least: 0});
  real(`${where}.eps`, eps, {least: 0});
  return {
    elementwise: true,
    init: (params) => ({sum: mapTensors(where, (p) => full(p.shape, initialAccumulator, p.dtype), ["params", params])}),
    update: (updates, state) => {
      const given = ["updates", updates] as const;
      const sum = mapTensors(where, (u, s) => add(s, square(u)), given, ["sum", state.sum]);
      const scaled = mapTensors(where, (u, s) => div(u, affine(sqrt(s), 1, eps)), given, ["sum", sum]);
      return [scaled, {sum}];
    }
  };
}
