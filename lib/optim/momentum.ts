import {add, mul} from "../autodiff/ops/binary.js";
import {real} from "../core/check.js";
import {zerosLike} from "../tensor/make.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/** What momentum remembers: the last step's direction; zeros before the first. */
export interface MomentumState {
  readonly velocity: object;
}

/**
 * Heavy-ball momentum (Polyak 1964): velocity ← decay · velocity + update, and that is the update. With decay 0 it
 * changes nothing.
 *
 * @throws ConfigError for a decay that is not in [0, 1).
 */
export function momentum(decay: number): GradientTransformation<MomentumState> {
  real("momentum.decay", decay, {least: 0, below: 1});
  return {
    init: (params) => ({velocity: mapTensors("momentum", (p) => zerosLike(p), ["params", params])}),
    update: (updates, {velocity}) => {
      const next = mapTensors(
        "momentum",
        (u, v) => add(mul(v, decay), u),
        ["updates", updates],
        ["velocity", velocity]
      );
      return [next, {velocity: next}];
    }
  };
}
