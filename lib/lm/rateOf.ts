import {ConfigError, found} from "../core/errors.js";
import {cosineSchedule, linearSchedule} from "../optim/schedules/decay.js";
import type {Schedule} from "../optim/schedules/schedule.js";
import {inverseSqrtSchedule, warmupSchedule, warmupStableDecaySchedule} from "../optim/schedules/warmup.js";
import type {LmTrainingConfig} from "./lmConfig.js";

/** The part of a run over which the plateau of `stable-decay` falls. */
const DECAY = 0.2;

/**
 * The learning rate of each step, as a config describes it. Step 0 is the first of the run, also where a fork goes on with
 * another schedule.
 *
 * @throws ConfigError for a warm-up that leaves a falling schedule no step to fall in.
 */
export function rateOf({schedule, learningRate, warmup, totalSteps}: Required<LmTrainingConfig>): Schedule {
  if (schedule === "constant") return warmupSchedule(warmup, learningRate);
  if (schedule === "inverse-sqrt") return inverseSqrtSchedule({learningRate, warmupSteps: Math.max(1, warmup)});
  const decaySteps = schedule === "stable-decay" ? Math.max(1, Math.round(DECAY * totalSteps)) : 1;
  if (warmup + decaySteps > totalSteps)
    throw new ConfigError(
      "config.warmup",
      "the warm-up ends before the schedule falls",
      [found("warmup", warmup), found("totalSteps", totalSteps), found("steps of falling", decaySteps)],
      "make totalSteps larger, or warmup smaller"
    );
  if (schedule === "stable-decay")
    return warmupStableDecaySchedule({learningRate, warmupSteps: warmup, decaySteps, totalSteps});
  const fall = schedule === "cosine" ? cosineSchedule : linearSchedule;
  return warmupSchedule(warmup, fall({learningRate, totalSteps: totalSteps - warmup}));
}
