import {switchMap} from "rxjs";
import {whole} from "../core/check.js";
import type {Frame, Opened, Stage} from "../core/stage.js";
import {asked} from "./asked.js";
import {opening, type Opening} from "./opening.js";
import type {Origin} from "./moment.js";
import {parts} from "./parts.js";
import type {Seekable} from "./seekable.js";
import {history, known, parent, walk, type Branch} from "./timeline/branch.js";
import {inSlices} from "./timeline/inSlices.js";
import {trunk} from "./timeline/trunk.js";
import {memoryOf, type Memory} from "./timeline/snapshots.js";

/** A run as a function of the step's number. */
export interface Timeline<Config, State, Metrics, More = unknown> extends Seekable<Config, State, Metrics> {
  /** The stage as this run has opened it, with what it has besides its four functions, such as a tokenizer. */
  readonly opened: () => More;
  /**
   * The frame after `step` steps: always the same bits, in whatever order one asks. Once a state is done, its frame is
   * that of every later step.
   *
   * @throws StageError if a part of the stage throws on the way; the steps before it can still be asked.
   */
  readonly at: (step: number) => Frame<State, Metrics>;
  /** The last step not after `step` from which `at` would have to work its way. */
  readonly known: (step: number) => number;
  readonly fork: (step: number, change: Partial<Config>) => Timeline<Config, State, Metrics, More>;
}

/** How much of a run is remembered, and whether it is measured on the way. */
export interface TimelineOptions<State> {
  /**
   * How much is remembered: by the run, and again by each fork for its own steps; their past they share. On top of it
   * come the state where it was asked last, and all metrics.
   */
  readonly memory?: Memory<State>;
  /**
   * Whether each step is measured on the way, for `history`. Without it history is empty, and metrics cost something only
   * where a frame's are read. Default true.
   */
  readonly history?: boolean;
}

/** Where a run is taken up again. */
export interface TakenUp<State> {
  /**
   * A state of this very run that is already known, such as one that was saved: later steps go on from it, and earlier ones are
   * computed from the start when they are asked. Nobody can tell whether it is of this run, short of computing it.
   */
  readonly origin?: Origin<State>;
}

/**
 * A run that remembers some of its states and replays between them. Nothing is computed before it is asked.
 *
 * @example
 * const counting = ({by}) => ({
 *   data: () => by,
 *   model: () => 0,
 *   step: (sum, batch) => sum + batch,
 *   metrics: (sum) => ({sum})
 * });
 * const line = timeline(counting, {by: 5});
 * line.at(4).metrics.sum; // 20
 * line.fork(2, {by: 1}).at(4).metrics.sum; // 12
 */
export function timeline<C, B, S, M, More>(
  stage: Stage<C, B, S, M, More>,
  config: NoInfer<C>,
  {memory, history = true, origin}: TimelineOptions<NoInfer<S>> & TakenUp<NoInfer<S>> = {}
): Timeline<C, S, M, Opened<B, S, M> & More> {
  const first = opening<C, B, S, M, More>(stage, config);
  const root = {parts: parts(first.opened), memory: memoryOf(memory), keeps: history, past: undefined, from: 0};
  const start: Branch<B, S, M> = {...root, grown: undefined};
  if (origin === undefined) return timelineOf(first, start);
  const from = whole("timeline.origin.step", origin.step);
  return timelineOf(first, {...root, past: start, from, grown: trunk(root.parts, origin, root)});
}

function timelineOf<C, B, S, M, O extends Opened<B, S, M>>(
  current: Opening<C, O>,
  branch: Branch<B, S, M>
): Timeline<C, S, M, O> {
  return {
    config: current.config,
    opened: current.opened,
    at(step) {
      const work = walk(branch, whole("timeline.step", step));
      for (;;) {
        const {done, value} = work.next();
        if (done === true) return value;
      }
    },
    known: (step) => known(branch, whole("timeline.step", step)),
    history: (step, from = 0) => history(branch, step, from),
    answers: (steps, options) =>
      steps.pipe(switchMap((step) => inSlices(() => walk(branch, asked("timeline.step", step)), options))),
    fork(step, change) {
      const past = parent(branch, whole("fork.step", step));
      const changed = current.changed(change);
      return timelineOf(changed, {...branch, parts: parts(changed.opened), past, from: step, grown: undefined});
    }
  };
}
