import {defer, map, scan, timestamp, type OperatorFunction, type SchedulerLike, type Timestamp} from "rxjs";
import {macrotaskScheduler} from "./macrotaskScheduler.js";

/** A frame, and how the run comes along. */
export interface Progress<F> {
  readonly frame: F;
  readonly step: number;
  /** Steps per second, smoothed; undefined until there are two frames to compare. */
  readonly rate: number | undefined;
  /** Undefined while the rate or the total is unknown. */
  readonly secondsLeft: number | undefined;
}

/** What `progress` can be told. */
export interface ProgressOptions {
  /** Seconds over which the rate is smoothed. Default 1. */
  readonly smoothing?: number;
  /** Who tells the time: `macrotaskScheduler` unless it is named. */
  readonly scheduler?: SchedulerLike;
}

interface Pace<F> {
  readonly frame: F;
  readonly step: number;
  readonly time: number;
  /** Steps and seconds gone by, where what was long ago counts less. */
  readonly steps: number;
  readonly seconds: number;
}

/**
 * Tells with each frame how fast the run goes and how long it will take to `total` steps. A run that goes back to an
 * earlier step is measured anew.
 */
export const progress =
  <F extends {readonly step: number}>(
    total?: number,
    {smoothing = 1, scheduler = macrotaskScheduler}: ProgressOptions = {}
  ): OperatorFunction<F, Progress<F>> =>
  (frames) =>
    defer(() =>
      frames.pipe(
        timestamp(scheduler),
        scan<Timestamp<F>, Pace<F>, undefined>((last, {value: frame, timestamp: now}) => {
          const {step} = frame;
          if (last === undefined || step < last.step) return {frame, step, time: now, steps: 0, seconds: 0};
          const seconds = Math.max(0, now - last.time) / 1000;
          const fading = 1 / (1 + seconds / smoothing);
          return {
            frame,
            step,
            time: now,
            steps: last.steps * fading + step - last.step,
            seconds: last.seconds * fading + seconds
          };
        }, undefined),
        map(({frame, step, steps, seconds}) => {
          const rate = seconds > 0 ? steps / seconds : undefined;
          return {frame, step, rate, secondsLeft: left(total, step, rate)};
        })
      )
    );

function left(total: number | undefined, step: number, rate: number | undefined): number | undefined {
  if (total === undefined) return undefined;
  if (step >= total) return 0;
  return rate === undefined || rate === 0 ? undefined : (total - step) / rate;
}
