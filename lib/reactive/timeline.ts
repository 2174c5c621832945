import {switchMap} from "rxjs";
import type {Frame, Stage} from "../core/stage.js";
import {history, known, parent, walk, type Branch} from "./timeline/branch.js";
import {inSlices} from "./timeline/inSlices.js";
import {parts} from "./parts.js";
import type {Seekable} from "./seekable.js";
import {memoryOf, type Memory} from "./timeline/snapshots.js";
import {whole} from "./whole.js";

/** A run as a function of the step's number. */
export interface Timeline<Config, State, Metrics> extends Seekable<Config, State, Metrics> {
  /**
   * The frame after `step` steps: always the same bits, in whatever order one asks. Once a state is done, its frame is
   * that of every later step.
   *
   * @throws StageError if a part of the stage throws on the way; the steps before it can still be asked.
   */
  readonly at: (step: number) => Frame<State, Metrics>;
  /** The last step not after `step` from which `at` would have to work its way. */
  readonly known: (step: number) => number;
  readonly fork: (step: number, change: Partial<Config>) => Timeline<Config, State, Metrics>;
}

export interface TimelineOptions<State> {
  /**
   * How much is remembered: by the run, and again by each fork for its own steps; their past they share. On top of it
   * come the state where it was asked last, and all metrics.
   */
  readonly memory?: Memory<State>;
}

/** A run that remembers some of its states and replays between them. Nothing is computed before it is asked. */
export function timeline<C, B, S, M>(
  stage: Stage<C, B, S, M>,
  config: C,
  {memory}: TimelineOptions<S> = {}
): Timeline<C, S, M> {
  const root = {parts: parts(stage, config), memory: memoryOf(memory), past: undefined, from: 0, grown: undefined};
  return asked(stage, config, root);
}

function asked<C, B, S, M>(stage: Stage<C, B, S, M>, config: C, branch: Branch<B, S, M>): Timeline<C, S, M> {
  const walkTo = (step: number) => walk(branch, whole("timeline.step", step));
  return {
    config,
    at(step) {
      const work = walkTo(step);
      for (;;) {
        const {done, value} = work.next();
        if (done === true) return value;
      }
    },
    known: (step) => known(branch, whole("timeline.step", step)),
    history: (step, from = 0) => history(branch, step, from),
    frames: (steps, options) => steps.pipe(switchMap((step) => inSlices(() => walkTo(step), options))),
    fork(step, change) {
      const past = parent(branch, whole("fork.step", step));
      const changed = {...config, ...change};
      return asked(stage, changed, {...branch, parts: parts(stage, changed), past, from: step, grown: undefined});
    }
  };
}
