import {real, whole} from "../../core/check.js";

/** What a learning rate is at each step. The first step of a run is step 0. */
export type Schedule = (step: number) => number;

/** A learning rate: one number for all steps, or a schedule. */
export type Rate = number | Schedule;

/** A schedule that refuses a step that is no step. */
export const schedule =
  (where: string, rate: Schedule): Schedule =>
  (step) =>
    rate(whole(`${where}.step`, step));

/** A rate as a schedule. @throws ConfigError for a number below 0. */
export const scheduleOf = (where: string, rate: Rate): Schedule => {
  if (typeof rate === "function") return (step) => real(`${where}(${step})`, rate(step), {least: 0});
  real(where, rate, {least: 0});
  return () => rate;
};

/** The same rate at all steps. */
export function constantSchedule(learningRate: number): Schedule {
  real("constantSchedule.learningRate", learningRate, {least: 0});
  return schedule("constantSchedule", () => learningRate);
}
