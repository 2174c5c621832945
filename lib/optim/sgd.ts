import {chain} from "./chain.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {momentum, type MomentumState} from "./momentum.js";
import {scaleByLearningRate} from "./scale.js";

/** The state of stochastic gradient descent: its velocity. */
export type SgdState = readonly [MomentumState, null];

/** Stochastic gradient descent, with momentum unless that is 0: chain(momentum(decay), scaleByLearningRate(rate)). */
export const sgd = (rate: number, decay = 0): GradientTransformation<SgdState> =>
  chain(momentum(decay), scaleByLearningRate(rate));
