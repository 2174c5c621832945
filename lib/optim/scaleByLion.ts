import {sign} from "../autodiff/ops/unary.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {meanOf, zerosOf} from "./moments.js";

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
    elementwise: true,
    init: (params) => ({m: zerosOf(where, ["params", params])}),
    update: (updates, state) => {
      const before = ["m", state.m] as const;
      const direction = mapTensors(where, (c) => sign(c), ["direction", meanOf(where, b1, updates, before)]);
      return [direction, {m: meanOf(where, b2, updates, before)}];
    }
  };
}
