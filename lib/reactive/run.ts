import {defer, type OperatorFunction} from "rxjs";
import type {Frame, Stage} from "../core/stage.js";
import {batches} from "./batches.js";
import {measuring} from "./measuring.js";
import type {Origin} from "./moment.js";
import {opening} from "./opening.js";
import {training} from "./training.js";

/**
 * Step numbers in, frames out: data → model → step → metrics. The first frame is that of step 0, before any training;
 * it completes after a state that is done.
 *
 * `ticks().pipe(run(stage, config), every(10))` trains, and measures each tenth state; any other clock will do. To
 * resume, give a frame as `origin` and begin the ticks at its step. Each subscriber has a run of its own, which opens
 * the stage once.
 *
 * @example
 * import {lastValueFrom, take} from "rxjs";
 * // counting to the number that is asked for, as a stage: data, model, step, metrics
 * const counting = ({by}) => ({
 *   data: () => by,
 *   model: () => 0,
 *   step: (sum, batch) => sum + batch,
 *   metrics: (sum) => ({sum})
 * });
 * const {step, metrics} = await lastValueFrom(ticks().pipe(run(counting, {by: 5}), take(4)));
 * [step, metrics.sum]; // [3, 15]
 */
export const run =
  <C, B, S, M>(
    stage: Stage<C, B, S, M>,
    config: NoInfer<C>,
    origin?: Origin<NoInfer<S>>
  ): OperatorFunction<number, Frame<S, M>> =>
  (steps) =>
    defer(() => {
      const opened = opening(stage, config).opened();
      return steps.pipe(batches(opened), training(opened, origin), measuring(opened));
    });
