import {map} from "rxjs";
import type {Frame} from "../../core/stage.js";
import type {Seekable} from "../seekable.js";

/** What is looked at of a frame, in place of its whole state: weights to draw, a text that it wrote. */
export type View<Config, State, Metrics, Seen> = (config: Config) => (frame: Frame<State, Metrics>) => Seen;

/** A run whose frames carry what a view shows in place of the state: here just as `remote` gives it from a worker. */
export function viewed<C, S, M, V>(run: Seekable<C, S, M>, view: View<C, S, M, V>): Seekable<C, V, M> {
  return {
    config: run.config,
    frames: (steps, options) => {
      const show = view(run.config);
      return run
        .frames(steps, options)
        .pipe(map((frame) => ({step: frame.step, state: show(frame), metrics: frame.metrics})));
    },
    history: run.history,
    fork: (step, change) => viewed(run.fork(step, change), view)
  };
}
