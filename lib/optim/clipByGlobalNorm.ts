import {add, div, mul} from "../autodiff/ops/binary.js";
import {cast} from "../autodiff/ops/cast.js";
import {lessEqual} from "../autodiff/ops/compare.js";
import {sqrt} from "../autodiff/ops/unary.js";
import {where} from "../autodiff/ops/where.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {computed} from "../tensor/region.js";
import {sumOfSquares} from "./globalNorm.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/** What `clipByGlobalNorm` can be told beside the limit. */
export interface ClipOptions {
  /**
   * What is added to the length before it is compared and divided by: 0 unless it is named. PyTorch's `clip_grad_norm_` adds
   * 1e-6, so that what is barely short enough is shortened too.
   */
  readonly epsilon?: number;
}

/**
 * Scales updates down to length `most` where all of them together are longer (Pascanu, Mikolov & Bengio 2013, algorithm
 * 1), and leaves shorter ones alone, bit for bit. NaN anywhere makes all of them NaN: it is not hidden.
 *
 * @throws ConfigError unless `most` is above 0; Infinity clips nothing.
 */
export function clipByGlobalNorm(most: number, options: ClipOptions = {}): GradientTransformation<null> {
  checkFields("clipByGlobalNorm.options", options, ["epsilon"]);
  const {epsilon = 0} = options;
  real("clipByGlobalNorm.most", most, {above: 0, most: Infinity});
  real("clipByGlobalNorm.epsilon", epsilon, {least: 0, below: most});
  const longest = most - epsilon;
  return {
    init: () => null,
    update: (updates) =>
      computed("float32", () => {
        const squares = sumOfSquares("clipByGlobalNorm", updates);
        const short = lessEqual(squares, longest * longest);
        // chosen before the root as well: its slope is infinite where all updates are 0
        const factor = where(short, 1, div(most, add(sqrt(where(short, 1, squares)), epsilon)));
        const clipped = mapTensors("clipByGlobalNorm", (u) => mul(u, cast(factor, u.dtype)), ["updates", updates]);
        return [clipped, null] as const;
      })
  };
}
