import {affine} from "../autodiff/ops/affine.js";
import {div, mul} from "../autodiff/ops/binary.js";
import {sqrt} from "../autodiff/ops/unary.js";
import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {pow} from "../core/math/pow.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {meanOf, meanOfSquares, zerosOf} from "./moments.js";

/** How long Adam remembers, in the paper's letters and with its defaults. */
export interface AdamOptions {
  /** What the mean of gradients keeps at each step: 0.9 unless it is named. */
  readonly b1?: number;
  /** What the mean of their squares keeps: 0.999 unless it is named. */
  readonly b2?: number;
  /** What keeps quotients finite where gradients are 0: 1e-8 unless it is named. */
  readonly eps?: number;
}

/** What Adam remembers: how many steps were done, and running means of gradients and of their squares. */
export interface AdamState<P = object> {
  readonly t: number;
  readonly m: P;
  readonly v: P;
}

/** All settings of Adam. @throws ConfigError for a mean that keeps less than nothing, or everything. */
export function adamSettings(where: string, {b1 = 0.9, b2 = 0.999, eps = 1e-8}: AdamOptions): Required<AdamOptions> {
  real(`${where}.b1`, b1, {least: 0, below: 1});
  real(`${where}.b2`, b2, {least: 0, below: 1});
  real(`${where}.eps`, eps, {least: 0});
  return {b1, b2, eps};
}

/** What undoes the start at 0 of a mean that keeps `beta`, after t steps. */
export const corrected = (beta: number, t: number): number => 1 / (1 - pow(beta, t));

/** The next step's number. @throws ConfigError for a state that no `init` and no step made. */
export const nextStep = (where: string, state: unknown, more: readonly string[] = []): number => {
  checkFields(`${where}.state`, state, ["t", "m", "v", ...more]);
  return whole(`${where}.state.t`, (state as AdamState).t) + 1;
};

/**
 * Rescales updates by bias-corrected running moments (Kingma & Ba 2015, algorithm 1, less its learning rate):
 * m ← b1·m + (1 − b1)·g and v ← b2·v + (1 − b2)·g², and the update is m̂/(√v̂ + ε).
 *
 * @throws ConfigError for b1 or b2 outside of [0, 1).
 */
export function scaleByAdam(options: AdamOptions = {}): GradientTransformation<AdamState> {
  const where = "scaleByAdam";
  checkFields(`${where}.options`, options, ["b1", "b2", "eps"]);
  const {b1, b2, eps} = adamSettings(where, options);
  return {
    elementwise: true,
    init: (params) => {
      const zeros = zerosOf(where, ["params", params]);
      return {t: 0, m: zeros, v: zeros};
    },
    update: (updates, state) => {
      const t = nextStep(where, state);
      const [c1, c2] = [corrected(b1, t), corrected(b2, t)];
      const g = ["updates", updates] as const;
      const m = meanOf(where, b1, updates, ["m", state.m]);
      const v = meanOfSquares(where, b2, updates, ["v", state.v]);
      const scaled = mapTensors(
        where,
        (_, mi, vi) => div(mul(mi, c1), affine(sqrt(mul(vi, c2)), 1, eps)),
        g,
        ["m", m],
        ["v", v]
      );
      return [scaled, {t, m, v}];
    }
  };
}
