import {defer, scan, takeWhile, type OperatorFunction} from "rxjs";
import type {Stage} from "../core/stage.js";
import type {Moment, Numbered, Origin} from "./moment.js";
import {parts} from "./parts.js";

/**
 * Batches in, states out, one for one: the second third of `run`.
 *
 * It is a fold, seen just before each of its steps: with a batch comes the state that is about to learn from it, so the
 * first state is the untrained one. `step` counts the steps done, whatever numbers the batches bear. Completes after a
 * state for which `stage.done` holds.
 *
 * @param origin - where to go on from; the default is the model before its first step.
 */
export const training =
  <C, B, S, M>(stage: Stage<C, B, S, M>, config: C, origin?: Origin<S>): OperatorFunction<Numbered<B>, Moment<B, S>> =>
  (batches) =>
    defer(() => {
      const {model, advance, done} = parts(stage, config);
      const {step, state} = origin ?? {step: 0, state: model()};
      return batches.pipe(
        scan<Numbered<B>, Moment<B, S>, undefined>(
          (last, {batch}) =>
            last === undefined ? {step, state, batch} : {step: last.step + 1, state: advance(last), batch},
          undefined
        ),
        takeWhile((moment) => !done(moment.step, moment.state), true)
      );
    });
