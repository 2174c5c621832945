import {fold, key} from "/lib/index.js";
import {expectedLoss, type ScalingLaw} from "/lib/transformer.js";
import {fitLaw, resampled} from "./lossLaw.js";
import {DRAWS, type LawForm, type ScalingRun} from "./scalingSpec.js";

/** A number with the middle 90 % of what resamples say of it. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Forecast {
  readonly law: ScalingLaw;
  /** The mean error of ln(loss) on the runs of the fit. */
  readonly error: number;
  readonly runs: number;
  /** What law and resamples say of any number that is computed from a law. */
  readonly interval: (of: (law: ScalingLaw) => number) => Interval;
}

/** The value below which a share of numbers lies, straight between neighbors. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const [a, b] = [sorted[below]!, sorted[Math.ceil(at)]!];
  return a + (at - below) * (b - a);
}

/** A law fitted to runs, and to many draws of as many runs from them, with replacement, by keys 0, 1, 2, … */
export function forecastOf(runs: readonly ScalingRun[], form: LawForm): Forecast {
  const {law, error, again} = fitLaw(runs, form);
  const draws = Array.from({length: DRAWS}, (_, i) => again(resampled(runs.length, fold(key(1), i))));
  return {
    law,
    error,
    runs: runs.length,
    interval: (of) => {
      const all = draws.map(of);
      return {value: of(law), low: quantile(all, 0.05), high: quantile(all, 0.95)};
    }
  };
}

/** What a law says of a run. */
export const expectedOf =
  ({parameters, tokens}: Pick<ScalingRun, "parameters" | "tokens">) =>
  (law: ScalingLaw): number =>
    expectedLoss(law, parameters, tokens);
