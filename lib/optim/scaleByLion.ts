import {add, mul} from "../autodiff/ops/binary.js";
import {sign} from "../autodiff/ops/unary.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {zerosLike} from "../tensor/make.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/** How long Lion remembers. */
export interface LionOptions {
  /** What the mean counts for in the direction, beside the new gradient: 0.9 unless it is named. */
  readonly b1?: number;
  /** What the mean keeps at each step: 0.99 unless it is named. */
  readonly b2?: number;
}

/** What Lion remembers: one running mean of gradients. */
export interface LionState {
  readonly m: object;
}

/**
 * The sign of a mean that the new gradient has entered (Chen et al. 2023, algorithm 2): every number moves by the same
 * amount, so a third or a tenth of Adam's rate serves. sign(0) is 0.
 */
export function scaleByLion(options: LionOptions = {}): GradientTransformation<LionState> {
  const where = "scaleByLion";
  checkFields(`${where}.options`, options, ["b1", "b2"]);
  const {b1 = 0.9, b2 = 0.99} = options;
  real(`${where}.b1`, b1, {least: 0, below: 1});
  real(`${where}.b2`, b2, {least: 0, below: 1});
  return {
    init: (params) => ({m: mapTensors(where, (p) => zerosLike(p), ["params", params])}),
    update: (updates, state) => {
      const [given, before] = [["updates", updates] as const, ["m", state.m] as const];
      const mixed = (beta: number) => mapTensors(where, (u, m) => add(mul(m, beta), mul(u, 1 - beta)), given, before);
      const direction = mapTensors(where, (c) => sign(c), ["direction", mixed(b1)]);
      return [direction, {m: mixed(b2)}];
    }
  };
}
