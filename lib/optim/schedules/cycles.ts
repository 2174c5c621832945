/** Schedules that rise and fall again. */
import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {falling} from "./falling.js";
import {schedule, type Schedule} from "./schedule.js";

/** The part of its period that a step has done, where period i has `first · multiplierⁱ` steps. */
function partOfPeriod(step: number, first: number, multiplier: number): number {
  if (multiplier === 1) return (step % first) / first;
  let [left, period] = [step, first];
  while (left >= period) [left, period] = [left - period, period * multiplier];
  return left / period;
}

/**
 * Cosines from the rate to `minLearningRate` that begin again: SGDR (Loshchilov & Hutter 2017), PyTorch's
 * CosineAnnealingWarmRestarts. The first step of a period has the full rate.
 */
export function warmRestartsSchedule(options: {
  readonly learningRate: number;
  /** Steps of the first period. */
  readonly firstPeriod: number;
  /** How many times as long each period is as the one before: 1 unless it is named. */
  readonly multiplier?: number;
  /** 0 unless it is named. */
  readonly minLearningRate?: number;
}): Schedule {
  const where = "warmRestartsSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "firstPeriod", "multiplier", "minLearningRate"]);
  const {learningRate, firstPeriod, multiplier = 1, minLearningRate = 0} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  whole(`${where}.firstPeriod`, firstPeriod, {least: 1});
  whole(`${where}.multiplier`, multiplier, {least: 1});
  real(`${where}.minLearningRate`, minLearningRate, {least: 0});
  const span = learningRate - minLearningRate;
  return schedule(
    where,
    (step) => minLearningRate + span * falling("cosine", partOfPeriod(step, firstPeriod, multiplier))
  );
}

/**
 * One rise to the rate, and one fall far below where it began (Smith & Topin 2018), as PyTorch's OneCycleLR counts it: the
 * top is at step `warmupFraction · totalSteps − 1`, the end at step `totalSteps − 1`.
 */
export function oneCycleSchedule(options: {
  /** At the top. */
  readonly learningRate: number;
  readonly totalSteps: number;
  /** The part of the steps that rise: 0.3 unless it is named. */
  readonly warmupFraction?: number;
  /** How many times smaller the rate is at first: 25 unless it is named. */
  readonly initialDivisor?: number;
  /** How many times smaller than at first it is at last: 10,000 unless it is named. */
  readonly finalDivisor?: number;
  /** `cosine` unless it is named. */
  readonly anneal?: "cosine" | "linear";
}): Schedule {
  const where = "oneCycleSchedule";
  const known = ["learningRate", "totalSteps", "warmupFraction", "initialDivisor", "finalDivisor", "anneal"];
  checkFields(`${where}.options`, options, known);
  const {learningRate, totalSteps, warmupFraction = 0.3, initialDivisor = 25, finalDivisor = 1e4} = options;
  const anneal = oneOf(`${where}.anneal`, options.anneal ?? "cosine", ["cosine", "linear"]);
  real(`${where}.learningRate`, learningRate, {least: 0});
  whole(`${where}.totalSteps`, totalSteps, {least: 2});
  real(`${where}.warmupFraction`, warmupFraction, {least: 0, most: 1});
  real(`${where}.initialDivisor`, initialDivisor, {above: 0});
  real(`${where}.finalDivisor`, finalDivisor, {above: 0});
  const top = warmupFraction * totalSteps - 1;
  const last = totalSteps - 1;
  const initial = learningRate / initialDivisor;
  const final = initial / finalDivisor;
  const between = (from: number, to: number, part: number): number => to + (from - to) * falling(anneal, part);
  return schedule(where, (step) => {
    if (step <= top) return between(initial, learningRate, step / top);
    return step >= last ? final : between(learningRate, final, (step - top) / (last - top));
  });
}
