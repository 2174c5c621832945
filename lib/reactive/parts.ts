import type {Frame, Opened} from "../core/stage.js";
import type {Moment} from "./moment.js";
import {blaming} from "./stageError.js";

/** The functions of an opened stage, naming themselves when they throw. */
export interface Parts<Batch, State, Metrics> {
  readonly model: () => State;
  readonly batch: (step: number) => Batch;
  readonly advance: (moment: Moment<Batch, State>) => State;
  readonly measure: (moment: Moment<Batch, State>) => Metrics;
  readonly done: (step: number, state: State) => boolean;
}

/** What a part throws is wrapped in a StageError that names part and step, unless it is a ConfigError. */
export const parts = <B, S, M>(opened: () => Opened<B, S, M>): Parts<B, S, M> => ({
  model: () => blaming("model", 0, () => opened().model()),
  batch: (n) => blaming("data", n, () => opened().data(n)),
  advance: ({step, state, batch}) => blaming("step", step, () => opened().step(state, batch)),
  measure: ({step, state, batch}) => blaming("metrics", step, () => opened().metrics(state, batch)),
  done: (n, state) => blaming("done", n, () => opened().done?.(state) ?? false)
});

/**
 * The frame of a moment, measured when its metrics are first read. A copy by spreading, and one sent to another thread,
 * reads them.
 */
export function frameOf<B, S, M>(moment: Moment<B, S>, measure: (moment: Moment<B, S>) => M): Frame<S, M> {
  let left: Moment<B, S> | undefined = moment; // until it is measured: the batch is not kept for longer
  let measured: {readonly metrics: M} | undefined;
  return {
    step: moment.step,
    state: moment.state,
    get metrics() {
      if (left !== undefined) [measured, left] = [{metrics: measure(left)}, undefined];
      return measured!.metrics;
    }
  };
}
