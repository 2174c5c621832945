import {add, mul} from "../autodiff/ops/binary.js";
import {real} from "../core/check.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/** The running mean of the weights, a tree like them. */
export interface AverageState {
  readonly average: object;
}

/**
 * Keeps a running mean of the weights, average ← decay · average + (1 − decay) · (weights after the step), and leaves
 * updates alone: the last part of a chain. It begins as the first weights, so it needs no correction. Averages are often
 * better than the weights they follow (Polyak & Juditsky 1992).
 *
 * @throws ConfigError for a decay that is not in [0, 1).
 */
export function averageWeights(decay: number): GradientTransformation<AverageState> {
  const where = "averageWeights";
  real(`${where}.decay`, decay, {least: 0, below: 1});
  return {
    elementwise: true,
    init: (params) => ({average: params}),
    update: (updates, {average}, params) => [
      updates,
      {
        average: mapTensors(
          where,
          (p, u, a) => add(mul(a, decay), mul(add(p, u), 1 - decay)),
          ["params", params],
          ["updates", updates],
          ["average", average]
        )
      }
    ]
  };
}
