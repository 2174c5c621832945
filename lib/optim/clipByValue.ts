import {clamp} from "../autodiff/ops/unary.js";
import {real} from "../core/check.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/**
 * Limits each number of the updates to [−limit, limit]. That changes their direction, which `clipByGlobalNorm` keeps. NaN
 * stays NaN.
 *
 * @throws ConfigError unless `limit` is above 0.
 */
export function clipByValue(limit: number): GradientTransformation<null> {
  real("clipByValue.limit", limit, {above: 0, most: Infinity});
  return {
    elementwise: true,
    init: () => null,
    update: (updates) => [mapTensors("clipByValue", (u) => clamp(u, -limit, limit), ["updates", updates]), null]
  };
}
