/** How many steps a real model needs to a certain loss, by the size of its batches and its rate. */
import {fold, key} from "/lib/index.js";
import {epochs} from "/lib/tensor.js";
import {RUN_SEEDS, RUN_SIZES, TARGETS, type BatchRuns} from "./batchPlan.js";
import {descended} from "./gradientNoise.js";
import {namesProblem} from "./namePairs.js";

const JUDGED = 2048; // pairs that the loss is judged on
const FASTEST = 8; // the highest rate that is tried, and the lowest
const SLOWEST = 1 / 512;
const LOST = 6; // nats, from which no run comes back in time

/** Gradient descent with one rate and one batch size: the steps to each target loss, Infinity where it is not met. */
export function stepsTo(
  problem: ReturnType<typeof namesProblem>,
  {batch, rate, seed}: {readonly batch: number; readonly rate: number; readonly seed: number},
  limit: number
): readonly number[] {
  const at = epochs({count: problem.count, batch, key: fold(key(seed), 1)});
  const judged = epochs({count: problem.count, batch: JUDGED, key: key(0)})(0);
  const stepped = descended(problem, rate);
  const met = TARGETS.map(() => Infinity);
  let params = problem.params();
  let look = 5;
  for (let step = 1; step <= limit; step++) {
    params = stepped(params, at(step - 1));
    if (step < look) continue;
    look = Math.max(step + 1, Math.round(step * 1.04));
    const loss = problem.loss(params, judged);
    if (!(loss < LOST)) return met;
    TARGETS.forEach((target, i) => {
      if (loss <= target && met[i] === Infinity) met[i] = step;
    });
    if (met.every(Number.isFinite)) return met;
  }
  return met;
}

/**
 * For each batch size, rates by factors of 2 from above the best one of the next larger size downward, until two in a row do
 * no better for any target.
 */
export function batchRuns(
  corpus: string,
  sizes: readonly number[] = RUN_SIZES,
  seeds: readonly number[] = RUN_SEEDS
): readonly BatchRuns[] {
  const problems = seeds.map((seed) => ({seed, problem: namesProblem(corpus, seed)}));
  const runs: BatchRuns[] = [];
  let [from, limit] = [FASTEST, 400];
  for (const batch of sizes) {
    let best = TARGETS.map(() => Infinity);
    let fastest = from;
    let vain = 0;
    for (let rate = from; rate >= SLOWEST && vain < 2; rate /= 2) {
      const each = problems.map(({problem, seed}) => stepsTo(problem, {batch, rate, seed}, limit));
      const steps = TARGETS.map((_, i) => each.reduce((sum, met) => sum + met[i]!, 0) / seeds.length);
      runs.push({batch, rate, steps: steps.map((s) => (Number.isFinite(s) ? Number(s.toPrecision(4)) : null))});
      const better = steps.some((s, i) => s < best[i]!);
      if (better && !best.some(Number.isFinite)) fastest = rate;
      if (best.some(Number.isFinite)) vain = better ? 0 : vain + 1;
      best = best.map((b, i) => Math.min(b, steps[i]!));
      if (Number.isFinite(best.at(-1))) limit = Math.min(limit, Math.ceil(1.5 * best.at(-1)!));
    }
    [from, limit] = [Math.min(FASTEST, 2 * fastest), Math.ceil(4 * best.at(-1)!)];
  }
  return runs;
}
