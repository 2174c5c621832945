/** Schedules that fall, or rise, by one rule from the first step on. Conventions are those of PyTorch's `lr_scheduler`. */
import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {pow} from "../../core/math/pow.js";
import {falling} from "./falling.js";
import {schedule, type Schedule} from "./schedule.js";

const PAST = {least: 1, hint: "a schedule takes at least one step"};

/** From `startFactor` to `endFactor` times the rate in `totalSteps` steps, and that for good (PyTorch's LinearLR). */
export function linearSchedule(options: {
  readonly learningRate: number;
  readonly totalSteps: number;
  /** 1 unless it is named. */
  readonly startFactor?: number;
  /** 0 unless it is named. */
  readonly endFactor?: number;
}): Schedule {
  const where = "linearSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "totalSteps", "startFactor", "endFactor"]);
  const {learningRate, totalSteps, startFactor = 1, endFactor = 0} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  whole(`${where}.totalSteps`, totalSteps, PAST);
  real(`${where}.startFactor`, startFactor, {least: 0});
  real(`${where}.endFactor`, endFactor, {least: 0});
  return schedule(
    where,
    (step) => learningRate * (startFactor + (endFactor - startFactor) * Math.min(1, step / totalSteps))
  );
}

/** The rate times γ to the number of whole `stepSize`s that have passed (PyTorch's StepLR). */
export function stepSchedule(options: {
  readonly learningRate: number;
  readonly stepSize: number;
  /** 0.1 unless it is named. */
  readonly gamma?: number;
}): Schedule {
  const where = "stepSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "stepSize", "gamma"]);
  const {learningRate, stepSize, gamma = 0.1} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  whole(`${where}.stepSize`, stepSize, PAST);
  real(`${where}.gamma`, gamma, {least: 0});
  return schedule(where, (step) => learningRate * pow(gamma, Math.floor(step / stepSize)));
}

/** The rate times γ to the number of steps (PyTorch's ExponentialLR). */
export function exponentialSchedule(options: {readonly learningRate: number; readonly gamma: number}): Schedule {
  const where = "exponentialSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "gamma"]);
  const {learningRate, gamma} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  real(`${where}.gamma`, gamma, {least: 0});
  return schedule(where, (step) => learningRate * pow(gamma, step));
}

/** The rate over 1 + decay · step: the rates of Robbins & Monro (1951), and those of PyTorch's Adagrad with `lr_decay`. */
export function inverseTimeSchedule(options: {readonly learningRate: number; readonly decay: number}): Schedule {
  const where = "inverseTimeSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "decay"]);
  const {learningRate, decay} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  real(`${where}.decay`, decay, {least: 0});
  return schedule(where, (step) => learningRate / (1 + decay * step));
}

/**
 * From the rate along half a cosine to `minLearningRate` in `totalSteps` steps, and that for good (Loshchilov & Hutter 2017, eq. 5).
 *
 * @example
 * const rate = cosineSchedule({learningRate: 1, totalSteps: 100});
 * [rate(0), rate(50), rate(100)]; // [1, 0.5, 0]
 */
export function cosineSchedule(options: {
  readonly learningRate: number;
  readonly totalSteps: number;
  /** 0 unless it is named. */
  readonly minLearningRate?: number;
}): Schedule {
  const where = "cosineSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "totalSteps", "minLearningRate"]);
  const {learningRate, totalSteps, minLearningRate = 0} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  whole(`${where}.totalSteps`, totalSteps, PAST);
  real(`${where}.minLearningRate`, minLearningRate, {least: 0});
  const span = learningRate - minLearningRate;
  return schedule(where, (step) => minLearningRate + span * falling("cosine", Math.min(1, step / totalSteps)));
}
