import type {Observable} from "rxjs";
import type {Frame} from "../core/stage.js";
import type {SliceOptions} from "./timeline/slice.js";

/** How a question is worked on, and what is looked at of its frames. */
export interface SeekOptions extends SliceOptions {
  /**
   * What a worker's view is to show of these frames, such as which of many parameters: it is given to the view as it is.
   * Frames of a run that is computed here have their whole state, and nothing is looked at.
   */
  readonly look?: unknown;
  /**
   * Whether frames on the way to a step come too, each where a slice ended. Default true. A frame that comes is measured, and a
   * worker's is looked at and sent: who wants the answer alone should not pay for them.
   */
  readonly between?: boolean;
}

/** A run that can be asked for any step, wherever it is computed: a `timeline` here, a `remote` in a worker. */
export interface Seekable<Config, State, Metrics> {
  readonly config: Config;
  /**
   * Step numbers in, frames out: what `seek` calls. A newer question replaces an older one; frames on the way are
   * progress; the last frame of a question is its answer. Step Infinity is worked towards until the run is done.
   *
   * A question for the step that comes next never replaces the one before: who asks for one step after the other gets
   * every frame.
   */
  readonly answers: (steps: Observable<number>, options?: SeekOptions) => Observable<Frame<State, Metrics>>;
  /** What was measured at steps `from` … `step`, as far as the run has been there: the line of a loss curve. */
  readonly history: (step: number, from?: number) => readonly Metrics[];
  /** Another run: the same up to `step`, and from there under a changed config. Costs nothing until it is asked. */
  readonly fork: (step: number, change: Partial<Config>) => Seekable<Config, State, Metrics>;
}
