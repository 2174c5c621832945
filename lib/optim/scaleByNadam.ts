import {affine} from "../autodiff/ops/affine.js";
import {add, div, mul} from "../autodiff/ops/binary.js";
import {sqrt} from "../autodiff/ops/unary.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {pow} from "../core/math/pow.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {meanOf, meanOfSquares, zerosOf} from "./moments.js";
import {adamSettings, corrected, nextStep, type AdamOptions, type AdamState} from "./scaleByAdam.js";

/** Settings of NAdam. */
export interface NadamOptions extends AdamOptions {
  /** How fast the momentum warms up: 0.004 unless it is named. */
  readonly momentumDecay?: number;
}

/** What NAdam remembers: what Adam does, and the product of the momenta so far. */
export interface NadamState extends AdamState {
  readonly product: number;
}

/**
 * Adam with Nesterov's look ahead (Dozat 2016), as PyTorch's NAdam: the momentum of step t is
 * μₜ = b1 · (1 − ½ · 0.96^(t · momentumDecay)), and the new gradient counts beside the mean that it has entered.
 */
export function scaleByNadam(options: NadamOptions = {}): GradientTransformation<NadamState> {
  const where = "scaleByNadam";
  checkFields(`${where}.options`, options, ["b1", "b2", "eps", "momentumDecay"]);
  const {momentumDecay = 0.004, ...adam} = options;
  const {b1, b2, eps} = adamSettings(where, adam);
  real(`${where}.momentumDecay`, momentumDecay, {least: 0});
  const mu = (t: number): number => b1 * (1 - 0.5 * pow(0.96, t * momentumDecay));
  return {
    elementwise: true,
    init: (params) => {
      const zeros = zerosOf(where, ["params", params]);
      return {t: 0, m: zeros, v: zeros, product: 1};
    },
    update: (updates, state) => {
      const t = nextStep(where, state, ["product"]);
      const given = ["updates", updates] as const;
      const m = meanOf(where, b1, updates, ["m", state.m]);
      const v = meanOfSquares(where, b2, updates, ["v", state.v]);
      const product = state.product * mu(t);
      const [toMean, toNew] = [mu(t + 1) / (1 - product * mu(t + 1)), (1 - mu(t)) / (1 - product)];
      const c2 = corrected(b2, t);
      const scaled = mapTensors(
        where,
        (u, mi, vi) => div(add(mul(mi, toMean), mul(u, toNew)), affine(sqrt(mul(vi, c2)), 1, eps)),
        given,
        ["m", m],
        ["v", v]
      );
      return [scaled, {t, m, v, product}];
    }
  };
}
