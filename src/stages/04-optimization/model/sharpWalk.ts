/** What is kept of walks on which the largest curvature was looked at. */

/** Rates that are compared, steps of each walk, and steps from one look to the next. */
export const SHARP_RATES = [0.5, 1, 2] as const;
export const SHARP_STEPS = 3000;
export const SHARP_EVERY = 60;

/** One walk: at each look the loss, and the largest curvature. */
export interface SharpWalk {
  readonly rate: number;
  readonly losses: readonly number[];
  readonly sharpness: readonly number[];
}
