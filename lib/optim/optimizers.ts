/** Optimizers by their names, each a chain of parts. Settings that cannot be are ConfigErrors. */
import {checkFields} from "../core/checkFields.js";
import {addDecayedWeights} from "./addDecayedWeights.js";
import {chain} from "./chain.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {momentum, type MomentumState} from "./momentum.js";
import {scaleByLearningRate, type StepState} from "./scale.js";
import {scaleByAdagrad, type AdagradOptions, type AdagradState} from "./scaleByAdagrad.js";
import {scaleByAdam, type AdamOptions, type AdamState} from "./scaleByAdam.js";
import {scaleByLion, type LionOptions, type LionState} from "./scaleByLion.js";
import {scaleByNadam, type NadamOptions, type NadamState} from "./scaleByNadam.js";
import {scaleByRms, type RmsOptions, type RmsState} from "./scaleByRms.js";
import type {Rate} from "./schedules/schedule.js";

/** What every optimizer is given. */
export interface OptimizerOptions {
  /** A number, or a schedule: a function of the step. */
  readonly learningRate: Rate;
  /** Times each parameter, added to its gradient or, where it says so, to its update: 0 unless it is named. */
  readonly weightDecay?: number;
}

const ALL = ["learningRate", "weightDecay"];

/** The state of an optimizer that decays weights in the gradient: of decay, scaling and rate. */
export type CoupledState<S> = readonly [null, S, StepState];

/** Adam (Kingma & Ba 2015) as PyTorch's: weight decay is in the gradient. `adamw` and `adamwChain` decay apart from it. */
export function adam(options: OptimizerOptions & AdamOptions): GradientTransformation<CoupledState<AdamState>> {
  checkFields("adam.options", options, [...ALL, "b1", "b2", "eps"]);
  const {learningRate, weightDecay = 0, ...scaling} = options;
  return chain(addDecayedWeights(weightDecay), scaleByAdam(scaling), scaleByLearningRate(learningRate));
}

/** NAdam (Dozat 2016) as PyTorch's: weight decay is in the gradient. */
export function nadam(options: OptimizerOptions & NadamOptions): GradientTransformation<CoupledState<NadamState>> {
  checkFields("nadam.options", options, [...ALL, "b1", "b2", "eps", "momentumDecay"]);
  const {learningRate, weightDecay = 0, ...scaling} = options;
  return chain(addDecayedWeights(weightDecay), scaleByNadam(scaling), scaleByLearningRate(learningRate));
}

/** AdaGrad (Duchi, Hazan & Singer 2011) as PyTorch's; its `lr_decay` is `inverseTimeSchedule`. */
export function adagrad(
  options: OptimizerOptions & AdagradOptions
): GradientTransformation<CoupledState<AdagradState>> {
  checkFields("adagrad.options", options, [...ALL, "initialAccumulator", "eps"]);
  const {learningRate, weightDecay = 0, ...scaling} = options;
  return chain(addDecayedWeights(weightDecay), scaleByAdagrad(scaling), scaleByLearningRate(learningRate));
}

/** The state of RMSProp: of decay, scaling, momentum and rate. */
export type RmspropState = readonly [null, RmsState, MomentumState, StepState];

/** RMSProp (Tieleman & Hinton 2012) as PyTorch's, with momentum after the scaling: 0 unless it is named. */
export function rmsprop(
  options: OptimizerOptions & RmsOptions & {readonly momentum?: number}
): GradientTransformation<RmspropState> {
  checkFields("rmsprop.options", options, [...ALL, "decay", "eps", "centered", "momentum"]);
  const {learningRate, weightDecay = 0, momentum: kept = 0, ...scaling} = options;
  return chain(addDecayedWeights(weightDecay), scaleByRms(scaling), momentum(kept), scaleByLearningRate(learningRate));
}

/** The state of Lion: of scaling, decay and rate. */
export type LionChainState = readonly [LionState, null, StepState];

/** Lion (Chen et al. 2023): signs, and weights that decay apart from them. */
export function lion(options: OptimizerOptions & LionOptions): GradientTransformation<LionChainState> {
  checkFields("lion.options", options, [...ALL, "b1", "b2"]);
  const {learningRate, weightDecay = 0, ...scaling} = options;
  return chain(scaleByLion(scaling), addDecayedWeights(weightDecay), scaleByLearningRate(learningRate));
}
