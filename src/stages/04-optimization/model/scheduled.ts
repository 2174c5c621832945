/** Which runs are compared on the page about schedules. */
import type {ScheduleName} from "/lib/stages/neural-lm.js";

export const SCHEDULED_STEPS = 800;
export const SCHEDULED_EVERY = 40;

export interface Scheduled {
  /** The highest. */
  readonly rate: number;
  readonly schedule: ScheduleName;
  readonly warmup: number;
}

/** A run of it: the held-out loss every so many steps, in nats per token. */
export interface ScheduledRun extends Scheduled {
  readonly losses: readonly number[];
}

const RATES = [0.003, 0.01, 0.03] as const;
export const COMPARED = ["constant", "linear", "cosine", "stable-decay"] as const;

/** Each schedule with each rate, and the highest rate with a warm-up besides. */
export const SCHEDULED: readonly Scheduled[] = [
  ...RATES.flatMap((rate) => COMPARED.map((schedule) => ({rate, schedule, warmup: 0}))),
  ...COMPARED.map((schedule) => ({rate: 0.03, schedule, warmup: 80}))
];
