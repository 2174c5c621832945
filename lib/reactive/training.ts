import {defer, scan, takeWhile, type OperatorFunction} from "rxjs";
import type {Opened} from "../core/stage.js";
import type {Moment, Numbered, Origin} from "./moment.js";
import {parts} from "./parts.js";

/**
 * Batches in, states out, one for one: the second third of `run`.
 *
 * It is a fold, seen just before each of its steps: with a batch comes the state that is about to learn from it, so the
 * first state is the untrained one. `step` counts the steps done, whatever numbers the batches bear. Completes after a
 * state that is `done`.
 *
 * @param origin - where to go on from; the default is the model before its first step.
 */
export function training<B, S, M>(
  opened: Opened<B, S, M>,
  origin?: Origin<NoInfer<S>>
): OperatorFunction<Numbered<B>, Moment<B, S>> {
  const {model, advance, done} = parts(() => opened);
  return (batches) =>
    defer(() => {
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
}
