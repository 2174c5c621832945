import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {addDecayedWeights} from "./addDecayedWeights.js";
import {chain} from "./chain.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {momentum, type MomentumState} from "./momentum.js";
import {scaleByLearningRate, type StepState} from "./scale.js";
import type {Rate} from "./schedules/schedule.js";

/** Settings of stochastic gradient descent. */
export interface SgdOptions {
  /** A number, or a schedule: a function of the step. */
  readonly learningRate: Rate;
  /** What the velocity keeps at each step: 0 unless it is named. */
  readonly momentum?: number;
  /** Whether to look ahead. False unless it is named. */
  readonly nesterov?: boolean;
  /** Times each parameter, added to its gradient: 0 unless it is named. */
  readonly weightDecay?: number;
}

/** The state of stochastic gradient descent: its velocity, and its step. */
export type SgdState = readonly [null, MomentumState, StepState];

/**
 * Stochastic gradient descent as PyTorch has it: chain(addDecayedWeights, momentum, scaleByLearningRate).
 *
 * @throws ConfigError for settings that cannot be.
 */
export function sgd(options: SgdOptions): GradientTransformation<SgdState> {
  const where = "sgd";
  checkFields(`${where}.options`, options, ["learningRate", "momentum", "nesterov", "weightDecay"]);
  const {learningRate, momentum: decay = 0, nesterov = false, weightDecay = 0} = options;
  real(`${where}.momentum`, decay, {least: 0, below: 1});
  return chain(addDecayedWeights(weightDecay), momentum(decay, {nesterov}), scaleByLearningRate(learningRate));
}
