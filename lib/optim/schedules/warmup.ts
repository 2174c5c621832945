/** Schedules that begin small, since the first gradients of a model tell little about the later ones. */
import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";
import {falling, FALLS, type Fall} from "./falling.js";
import {schedule, scheduleOf, type Rate, type Schedule} from "./schedule.js";

/**
 * Rises from 0 in a line to another schedule's first rate in so many steps, and goes on with that schedule from its own
 * step 0 (Goyal et al. 2017, section 2.2; Hugging Face's schedules with warm-up). The rate of step 0 is 0 if there is a
 * warm-up at all.
 *
 * @example
 * const rate = warmupSchedule(4, 1);
 * [0, 1, 2, 3, 4].map(rate); // [0, 0.25, 0.5, 0.75, 1]
 */
export function warmupSchedule(warmupSteps: number, then: Rate): Schedule {
  const where = "warmupSchedule";
  whole(`${where}.warmupSteps`, warmupSteps);
  const after = scheduleOf(`${where}.then`, then);
  return schedule(where, (step) => (step < warmupSteps ? (after(0) * step) / warmupSteps : after(step - warmupSteps)));
}

/** A warm-up to the rate, and then the rate times √(warmupSteps / step) (Vaswani et al. 2017, section 5.3). */
export function inverseSqrtSchedule(options: {readonly learningRate: number; readonly warmupSteps: number}): Schedule {
  const where = "inverseSqrtSchedule";
  checkFields(`${where}.options`, options, ["learningRate", "warmupSteps"]);
  const {learningRate, warmupSteps} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  whole(`${where}.warmupSteps`, warmupSteps, {least: 1});
  return schedule(
    where,
    (step) => learningRate * (step < warmupSteps ? step / warmupSteps : Math.sqrt(warmupSteps / step))
  );
}

/**
 * Warm-up, a long plateau, and a fall over the last `decaySteps` (Hu et al. 2024, MiniCPM): a run on the plateau can be
 * taken further, or brought to an end, at any step.
 *
 * @throws ConfigError where warm-up and fall together are longer than the run.
 */
export function warmupStableDecaySchedule(options: {
  readonly learningRate: number;
  readonly warmupSteps: number;
  readonly decaySteps: number;
  readonly totalSteps: number;
  /** `linear` unless it is named; `sqrt` is 1 − √x (Hägele et al. 2024). */
  readonly decay?: Fall;
  /** 0 unless it is named. */
  readonly minLearningRate?: number;
}): Schedule {
  const where = "warmupStableDecaySchedule";
  const known = ["learningRate", "warmupSteps", "decaySteps", "totalSteps", "decay", "minLearningRate"];
  checkFields(`${where}.options`, options, known);
  const {learningRate, warmupSteps, decaySteps, totalSteps, minLearningRate = 0} = options;
  const fall = oneOf(`${where}.decay`, options.decay ?? "linear", FALLS);
  real(`${where}.learningRate`, learningRate, {least: 0});
  real(`${where}.minLearningRate`, minLearningRate, {least: 0});
  whole(`${where}.warmupSteps`, warmupSteps);
  whole(`${where}.decaySteps`, decaySteps, {least: 1});
  whole(`${where}.totalSteps`, totalSteps, {least: 1});
  if (warmupSteps + decaySteps > totalSteps)
    throw new ConfigError(
      where,
      "warm-up and fall are parts of the run",
      [found("warmupSteps", warmupSteps), found("decaySteps", decaySteps), found("totalSteps", totalSteps)],
      "make totalSteps larger, or one of the others smaller"
    );
  const span = learningRate - minLearningRate;
  return schedule(where, (step) => {
    if (step < warmupSteps) return (learningRate * step) / warmupSteps;
    const done = (step - (totalSteps - decaySteps)) / decaySteps;
    return done <= 0 ? learningRate : minLearningRate + span * falling(fall, Math.min(1, done));
  });
}
