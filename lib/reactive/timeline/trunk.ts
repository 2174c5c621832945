import type {Frame} from "../../core/stage.js";
import type {Moment, Origin} from "../moment.js";
import {frameOf, type Parts} from "../parts.js";
import {snapshots, type Memory} from "./snapshots.js";

/** The steps of one run since it began: some states remembered, and all metrics if they are measured on the way. */
export interface Trunk<Batch, State, Metrics> {
  readonly origin: number;
  /** The metrics of `origin`, `origin` + 1, …, as far as the run has been; none if they are not kept. */
  readonly log: readonly Metrics[];
  /** The step whose state is done, as far as is known. */
  readonly end: () => number;
  /** The last moment not after `step` that is remembered. */
  readonly nearest: (step: number) => Moment<Batch, State>;
  readonly known: (step: number) => number;
  /** Whether its state is done, so that nothing comes after. */
  readonly ended: (moment: Moment<Batch, State>) => boolean;
  /** One step on. */
  readonly after: (moment: Moment<Batch, State>) => Moment<Batch, State>;
  readonly frame: (moment: Moment<Batch, State>) => Frame<State, Metrics>;
}

/** What is remembered of a run. */
export interface Keeping<State> {
  readonly memory: Required<Memory<State>>;
  /** Whether each step is measured. */
  readonly keeps: boolean;
}

/** A run from an origin. If a part throws, nothing is remembered of that step, and the steps before it stay. */
export function trunk<B, S, M>(
  {batch, advance, measure, done}: Parts<B, S, M>,
  origin: Origin<S>,
  {memory, keeps}: Keeping<S>
): Trunk<B, S, M> {
  const remembered = snapshots(origin, memory);
  const log: M[] = [];
  let next = origin.step; // where nobody has been yet
  let end = Infinity;
  const visit = (step: number, state: S): Moment<B, S> => {
    const moment = {step, state, batch: batch(step)};
    if (step === next) {
      const metrics = keeps ? [measure(moment)] : [];
      if (done(step, state)) end = step;
      log.push(...metrics);
      next++;
    }
    remembered.offer(step, state);
    return moment;
  };
  let cursor = visit(origin.step, origin.state); // where we were last, so that playing costs one step a frame
  const isCursor = (step: number): boolean => cursor.step <= step && cursor.step >= remembered.nearest(step).step;
  return {
    origin: origin.step,
    log,
    end: () => end,
    nearest: (step) => {
      if (isCursor(step)) return cursor;
      const snapshot = remembered.nearest(step);
      return (cursor = visit(snapshot.step, snapshot.state));
    },
    known: (step) => (isCursor(step) ? cursor.step : remembered.nearest(step).step),
    ended: ({step}) => step >= end,
    after: (moment) => (cursor = visit(moment.step + 1, advance(moment))),
    frame: (moment) =>
      keeps
        ? {step: moment.step, state: moment.state, metrics: log[moment.step - origin.step]!}
        : frameOf(moment, measure)
  };
}
