import {affine} from "../autodiff/ops/affine.js";
import {div, sub} from "../autodiff/ops/binary.js";
import {sqrt, square} from "../autodiff/ops/unary.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {meanOf, meanOfSquares, zerosOf} from "./moments.js";

/** Settings of RMSProp. */
export interface RmsOptions {
  /** What the running mean keeps at each step: 0.99 unless it is named. */
  readonly decay?: number;
  /** What keeps quotients finite where gradients are 0, outside of the root: 1e-8 unless it is named. */
  readonly eps?: number;
  /** Whether the squared mean is taken from the mean of squares, which leaves a variance. False unless it is named. */
  readonly centered?: boolean;
}

/** What RMSProp remembers: running means of gradients (where it centers) and of their squares. */
export interface RmsState {
  readonly mean: object | null;
  readonly square: object;
}

/**
 * Divides each update by the root of a running mean of its squares (Tieleman & Hinton 2012, lecture 6e), from 0 and
 * without correction, as PyTorch's RMSprop; `centered` is the form of Graves (2013, eq. 38–45).
 */
export function scaleByRms(options: RmsOptions = {}): GradientTransformation<RmsState> {
  const where = "scaleByRms";
  checkFields(`${where}.options`, options, ["decay", "eps", "centered"]);
  const {decay = 0.99, eps = 1e-8, centered = false} = options;
  real(`${where}.decay`, decay, {least: 0, below: 1});
  real(`${where}.eps`, eps, {least: 0});
  return {
    elementwise: true,
    init: (params) => {
      const zeros = zerosOf(where, ["params", params]);
      return {mean: centered ? zeros : null, square: zeros};
    },
    update: (updates, state) => {
      const given = ["updates", updates] as const;
      const squares = meanOfSquares(where, decay, updates, ["square", state.square]);
      const mean = state.mean === null ? null : meanOf(where, decay, updates, ["mean", state.mean]);
      const spread =
        mean === null ? squares : mapTensors(where, (v, m) => sub(v, square(m)), ["square", squares], ["mean", mean]);
      const scaled = mapTensors(where, (u, v) => div(u, affine(sqrt(v), 1, eps)), given, ["spread", spread]);
      return [scaled, {mean, square: squares}];
    }
  };
}
