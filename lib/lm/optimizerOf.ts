import {chain} from "../optim/chain.js";
import {clipByGlobalNorm} from "../optim/clipByGlobalNorm.js";
import type {GradientTransformation} from "../optim/gradientTransformation.js";
import {namedOptimizer} from "../optim/named.js";
import {opaque} from "../optim/opaque.js";
import type {LmTrainingConfig} from "./lmConfig.js";
import {rateOf} from "./rateOf.js";

const MOMENTUM = 0.9; // what `momentum` and `nesterov` keep of their velocity

/** What turns gradients into steps, and how long each of them is. */
interface OptimizerOfStep {
  readonly rateAt: (step: number) => number;
  /** The optimizer with the rate of a step, behind clipping. */
  readonly at: (step: number) => GradientTransformation<unknown>;
}

/** The optimizer that a config names. Its rate follows the run's own step, so that a fork changes nothing before it. */
export function optimizerOf(config: Required<LmTrainingConfig>): OptimizerOfStep {
  const {optimizer, clip, weightDecay} = config;
  const rateAt = rateOf(config);
  const clipped = clipByGlobalNorm(clip);
  return {
    rateAt,
    at: (step) => {
      const settings = {learningRate: rateAt(step), weightDecay, momentum: MOMENTUM};
      return opaque(chain(clipped, namedOptimizer(optimizer, settings)));
    }
  };
}
