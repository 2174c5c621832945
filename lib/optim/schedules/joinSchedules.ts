import {whole} from "../../core/check.js";
import {ConfigError, found} from "../../core/errors.js";
import {schedule, scheduleOf, type Rate, type Schedule} from "./schedule.js";

/**
 * One schedule after another: the one at place i + 1 begins, with its own step 0, at step `boundaries[i]`.
 *
 * @throws ConfigError unless there is one boundary fewer than there are schedules, and each is above the one before.
 */
export function joinSchedules(schedules: readonly Rate[], boundaries: readonly number[]): Schedule {
  const where = "joinSchedules";
  const parts = schedules.map((rate, i) => scheduleOf(`${where}.schedules.${i}`, rate));
  if (parts.length !== boundaries.length + 1)
    throw new ConfigError(where, "there is one boundary between each two schedules", [
      found("schedules", parts.length),
      found("boundaries", boundaries.length)
    ]);
  boundaries.forEach((at, i) => whole(`${where}.boundaries.${i}`, at, {least: (boundaries[i - 1] ?? -1) + 1}));
  return schedule(where, (step) => {
    const after = boundaries.filter((at) => at <= step).length - 1; // they are in order
    return parts[after + 1]!(after < 0 ? step : step - boundaries[after]!);
  });
}
