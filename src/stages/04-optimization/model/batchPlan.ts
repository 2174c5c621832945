/** What is measured about batches on a real model, and the form of what comes of it. */

/** All pairs that the network learns from. */
export const PAIRS = 53_194;

/** Sizes whose gradients are looked at; the last is nearly a third of all pairs. */
export const NOISE_SIZES = [1, 4, 16, 64, 256, 1024, 4096, 16384] as const;
/** Steps of the run after which the look is taken. */
export const NOISE_AFTER = [0, 50, 300, 2000] as const;

/** How noisy gradients are at a moment of a run. */
export interface NoiseLook {
  readonly after: number;
  /** Of all pairs, in nats per token. */
  readonly loss: number;
  /** The squared length of the gradient of all pairs. */
  readonly square: number;
  /** For each size, the mean squared way from a batch's gradient to that of all pairs. */
  readonly deviations: readonly number[];
  /** The sum of the variances of the gradients of single pairs, from the smallest size. */
  readonly trace: number;
  /** What two sizes alone, 16 and 1024, say of the square and of the trace. */
  readonly estimated: {readonly square: number; readonly trace: number};
  /** gᵀHg, and tr HΣ. */
  readonly curvature: number;
  readonly noise: number;
}

/** Batch sizes of the runs, the largest first: each begins its search for a rate where the larger one ended. */
export const RUN_SIZES = [2048, 1024, 512, 256, 128, 64, 32, 16, 8, 4] as const;
/** Losses that are to be reached, in nats per token. */
export const TARGETS = [2.6, 2.5, 2.45] as const;
export const RUN_SEEDS = [1, 2, 3] as const;

/** Runs with one batch size and one rate: the mean steps to each target, or null where a run did not come there. */
export interface BatchRuns {
  readonly batch: number;
  readonly rate: number;
  readonly steps: readonly (number | null)[];
}

/** The fewest steps to a target with each batch size, and the rate that needed them. */
export const fewestSteps = (
  runs: readonly BatchRuns[],
  target: number
): readonly {readonly batch: number; readonly rate: number; readonly steps: number}[] =>
  [...RUN_SIZES].reverse().flatMap((batch) => {
    const met = runs
      .filter((run) => run.batch === batch)
      .flatMap(({rate, steps}) => {
        const found = steps[TARGETS.indexOf(target as (typeof TARGETS)[number])];
        return typeof found === "number" ? [{batch, rate, steps: found}] : [];
      });
    return met.length === 0 ? [] : [met.reduce((best, one) => (one.steps < best.steps ? one : best))];
  });
