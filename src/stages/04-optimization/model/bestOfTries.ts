/** What one may expect of an optimizer after trying so many of its rates, and keeping the best run. */
import {endOf, MODEL_RACERS, type ModelRacer, type ModelRuns} from "./modelRuns.js";

/**
 * The mean of the least of k numbers, drawn from a list without putting back: in order, number i is the least of
 * C(n − i, k − 1) of the C(n, k) draws, i from 1.
 */
export function expectedLeast(list: readonly number[], k: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  let [mean, left] = [0, 1];
  for (const [i, value] of sorted.entries()) {
    // of the draws that have none before it, the share that has this one
    const share = Math.min(1, k / (sorted.length - i));
    mean += left * share * value;
    left *= 1 - share;
  }
  return mean;
}

/** Of each optimizer, what to expect after 1, 2, … tries; a run that broke or got worse is worth an untrained model. */
export const afterTries = (runs: ModelRuns): Readonly<Record<ModelRacer, readonly number[]>> =>
  Object.fromEntries(
    MODEL_RACERS.map((racer) => {
      const untrained = runs[racer][0]!.losses[0]!;
      const ends = runs[racer].map((run) => Math.min(untrained, endOf(run)));
      return [racer, ends.map((_, i) => expectedLeast(ends, i + 1))];
    })
  ) as unknown as Readonly<Record<ModelRacer, readonly number[]>>; // of every racer
