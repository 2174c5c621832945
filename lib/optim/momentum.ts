import {add, mul} from "../autodiff/ops/binary.js";
import {tensorsOf} from "../autodiff/variables.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {zerosOf} from "./moments.js";

/** What momentum remembers: the last step's direction; zeros before the first, and nothing, {}, where it keeps nothing. */
export interface MomentumState {
  readonly velocity: object;
}

/** How momentum is used. */
export interface MomentumOptions {
  /** Whether to look ahead: the update is then u + decay · velocity. False unless it is named. */
  readonly nesterov?: boolean;
}

/**
 * Heavy-ball momentum (Polyak 1964): velocity ← decay · velocity + update, and that is the update. With decay 0 it
 * changes nothing, and remembers nothing. With `nesterov` the gradient counts once more, as if taken where the velocity
 * leads (Nesterov 1983, in the form of Sutskever et al. 2013 and PyTorch).
 *
 * @throws ConfigError for a decay that is not in [0, 1).
 */
export function momentum(decay: number, options: MomentumOptions = {}): GradientTransformation<MomentumState> {
  real("momentum.decay", decay, {least: 0, below: 1});
  checkFields("momentum.options", options, ["nesterov"]);
  const {nesterov = false} = options;
  return {
    elementwise: true,
    init: (params) => ({velocity: decay === 0 ? {} : zerosOf("momentum", ["params", params])}),
    update: (updates, state) => {
      if (decay === 0) return [updates, state];
      // it kept nothing until now: as after a step that was zero
      const velocity =
        tensorsOf(state.velocity).length === 0 ? zerosOf("momentum", ["updates", updates]) : state.velocity;
      const given = ["updates", updates] as const;
      const next = mapTensors("momentum", (u, v) => add(mul(v, decay), u), given, ["velocity", velocity]);
      const ahead = nesterov
        ? mapTensors("momentum", (u, v) => add(u, mul(v, decay)), given, ["velocity", next])
        : next;
      return [ahead, {velocity: next}];
    }
  };
}
