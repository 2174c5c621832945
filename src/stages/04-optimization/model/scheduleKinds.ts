/** The schedules that a reader chooses from, as the library has them. */
import {
  constantSchedule,
  cosineSchedule,
  exponentialSchedule,
  inverseTimeSchedule,
  linearSchedule,
  oneCycleSchedule,
  stepSchedule,
  warmRestartsSchedule,
  warmupSchedule,
  warmupStableDecaySchedule,
  type Schedule
} from "/lib/tensor.js";

export const KINDS = [
  "constant",
  "linear",
  "cosine",
  "stable, then down",
  "in stairs",
  "exponential",
  "1/k",
  "one cycle",
  "restarts"
] as const;
export type Kind = (typeof KINDS)[number];

interface Shape {
  readonly kind: Kind;
  /** The highest rate. */
  readonly learningRate: number;
  readonly warmup: number;
  readonly totalSteps: number;
}

/** Parts of a run after which stairs go down, and over which a plateau falls. */
const STAIR = 1 / 3;
const FALL = 0.2;
/** How small an exponential, or 1/k, becomes by the end, against its beginning. */
const LEFT = 0.01;

/** A schedule that rises for `warmup` steps, where it has not a rise of its own, and then follows its kind to the end. */
function scheduleOfKind({kind, learningRate, warmup, totalSteps}: Shape): Schedule {
  const rest = Math.max(1, totalSteps - warmup);
  const after: Readonly<Record<Exclude<Kind, "one cycle" | "stable, then down">, () => Schedule>> = {
    constant: () => constantSchedule(learningRate),
    linear: () => linearSchedule({learningRate, totalSteps: rest}),
    cosine: () => cosineSchedule({learningRate, totalSteps: rest}),
    "in stairs": () => stepSchedule({learningRate, stepSize: Math.ceil(rest * STAIR)}),
    exponential: () => exponentialSchedule({learningRate, gamma: Math.exp(Math.log(LEFT) / rest)}),
    "1/k": () => inverseTimeSchedule({learningRate, decay: (1 / LEFT - 1) / rest}),
    restarts: () => warmRestartsSchedule({learningRate, firstPeriod: Math.ceil(rest / 7), multiplier: 2})
  };
  if (kind === "one cycle") return oneCycleSchedule({learningRate, totalSteps});
  if (kind === "stable, then down")
    return warmupStableDecaySchedule({
      learningRate,
      warmupSteps: warmup,
      decaySteps: Math.max(1, Math.round(FALL * totalSteps)),
      totalSteps
    });
  return warmupSchedule(warmup, after[kind]());
}

/** The rate of each step. */
export function ratesOf(shape: Shape): readonly number[] {
  const schedule = scheduleOfKind(shape);
  return Array.from({length: shape.totalSteps}, (_, step) => schedule(step));
}
