import {map, type OperatorFunction} from "rxjs";
import {whole} from "../core/check.js";
import type {Frame} from "../core/stage.js";

/** A frame with what was found when its state was evaluated; undefined of a frame that is not evaluated. */
export interface Evaluated<S, M, E> extends Frame<S, M> {
  /** Found when it is first read, if nobody has looked before. */
  readonly evaluation: E | undefined;
}

/**
 * Frames in, the same frames out, of which those whose step is a multiple of `n` have an evaluation: what is too costly to be
 * measured on every frame, such as the loss on all held-out text. One that nobody looks at costs nothing, and what `evaluate`
 * throws is thrown where it is read.
 *
 * @throws ConfigError if `n` is not a whole number from 1.
 */
export function evaluating<S, M, E>(
  n: number,
  evaluate: (state: S, step: number) => E
): OperatorFunction<Frame<S, M>, Evaluated<S, M, E>> {
  whole("evaluating.n", n, {least: 1});
  return map((frame) => {
    const {step, state} = frame;
    let done: {readonly found: E} | undefined;
    return {
      step,
      state,
      get metrics() {
        return frame.metrics;
      },
      get evaluation() {
        return step % n === 0 ? (done ??= {found: evaluate(state, step)}).found : undefined;
      }
    };
  });
}
