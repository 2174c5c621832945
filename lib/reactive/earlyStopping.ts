import {defer, takeWhile, type MonoTypeOperatorFunction} from "rxjs";
import {real, whole} from "../core/check.js";
import type {JudgedBy} from "./bestSoFar.js";

export interface EarlyStoppingOptions<F> extends JudgedBy<F> {
  /** How many judged frames in a row may bring nothing better. */
  readonly patience: number;
  /** By how much a frame has to be better than the best before it: 0 unless it is named. */
  readonly minDelta?: number;
}

/**
 * Passes frames, and completes with the one that is the `patience`th in a row to bring nothing better: its `of` is not below
 * the smallest before by more than `minDelta`. NaN is not better, and a frame without a number is passed and not counted. The
 * best frame is not the last one: take it with `bestSoFar`.
 *
 * @throws ConfigError unless patience is a whole number from 1, and minDelta at least 0.
 * @see Prechelt, Early Stopping — But When?, 1998: the criterion UP, with the best value in place of the one before.
 */
export function earlyStopping<F>({patience, minDelta = 0, of}: EarlyStoppingOptions<F>): MonoTypeOperatorFunction<F> {
  whole("earlyStopping.patience", patience, {least: 1});
  real("earlyStopping.minDelta", minDelta, {least: 0});
  return (frames) =>
    defer(() => {
      let best = Infinity;
      let worse = 0;
      return frames.pipe(
        takeWhile((frame) => {
          const value = of(frame);
          if (value === undefined) return true;
          if (value < best - minDelta) [best, worse] = [value, 0];
          else worse++;
          return worse < patience;
        }, true)
      );
    });
}
