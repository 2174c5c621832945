/** How noisy the gradients of batches are, measured on a real model as it learns. */
import {fold, key} from "/lib/index.js";
import {applyUpdates, epochs, hessianVectorProduct, inRegion, mapTree, mul, type Tensor} from "/lib/tensor.js";
import type {BengioParams} from "/lib/stages/neural-lm.js";
import {NOISE_SIZES, type NoiseLook} from "./batchPlan.js";
import {namesProblem} from "./namePairs.js";
import {fromTwoSizes} from "./noiseScale.js";
import {numbersOf} from "./numbersOf.js";

const CURVED = 1024; // pairs that the curvature is measured on
const BENT = 200; // single gradients whose curvature is looked at
const BATCH = 64; // of the run, and its rate
const RATE = 0.5;

type Problem = ReturnType<typeof namesProblem>;

/** Steps of descent on small batches, one step at a time. */
export function descended(problem: Problem, rate: number) {
  return inRegion((params: BengioParams, places: Uint32Array): BengioParams => {
    const updates = mapTree((g) => mul(g as Tensor, -rate), problem.gradients(params, places));
    return applyUpdates(params, updates as BengioParams);
  });
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** A look at one place. Each batch is drawn from all pairs without replacement, independent of the others. */
function lookAt(problem: Problem, params: BengioParams, after: number): NoiseLook {
  const {count} = problem;
  const all = Uint32Array.from({length: count}, (_, i) => i);
  const whole = problem.gradient(params, all);
  const draws = (batch: number): number => (batch <= 16 ? 600 : batch <= 4096 ? 32 : 12);
  const drawn = (batch: number): readonly {readonly way: number; readonly squared: number}[] =>
    Array.from({length: draws(batch)}, (_, i) => {
      const gradient = problem.gradient(params, epochs({count, batch, key: fold(key(batch), i)})(0));
      const off = gradient.map((g, k) => g - whole[k]!);
      return {way: dot(off, off), squared: dot(gradient, gradient)};
    });
  const looks = NOISE_SIZES.map(drawn);
  const squaredOf = (batch: (typeof NOISE_SIZES)[number]): number =>
    mean(looks[NOISE_SIZES.indexOf(batch)]!.map(({squared}) => squared));
  const deviations = looks.map((list) => mean(list.map(({way}) => way)));
  const some = epochs({count, batch: CURVED, key: key(3)})(0);
  const bent = inRegion((direction: BengioParams): number =>
    dot(numbersOf(direction), numbersOf(hessianVectorProduct(problem.lossOn(some), params, direction)))
  );
  const bentAlong = inRegion((places: ArrayLike<number>) => bent(problem.gradients(params, places)));
  const curvature = bentAlong(all);
  const singles = epochs({count, batch: BENT, key: key(4)})(0);
  return {
    after,
    loss: problem.loss(params, all),
    square: dot(whole, whole),
    deviations,
    trace: deviations[0]!,
    estimated: fromTwoSizes({batch: 16, squared: squaredOf(16)}, {batch: 1024, squared: squaredOf(1024)}),
    curvature,
    noise: mean(Array.from(singles, (place) => bentAlong([place]))) - curvature
  };
}

/** Looks at the moments of a run. */
export function noiseLooks(corpus: string, moments: readonly number[]): readonly NoiseLook[] {
  const problem = namesProblem(corpus);
  const at = epochs({count: problem.count, batch: BATCH, key: key(2)});
  const step = descended(problem, RATE);
  let params = problem.params();
  let done = 0;
  return moments.map((after) => {
    for (; done < after; done++) params = step(params, at(done));
    return lookAt(problem, params, after);
  });
}
