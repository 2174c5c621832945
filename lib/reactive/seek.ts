import type {OperatorFunction} from "rxjs";
import type {Frame} from "../core/stage.js";
import type {Seekable, SeekOptions} from "./seekable.js";

/**
 * Step numbers in, frames out, wherever the run is computed. A far step is worked towards in slices, each of which ends
 * in a frame; a newer question replaces an older one, and unsubscribing stops the work.
 *
 * `ticks().pipe(seek(run))` emits every frame, in order; `of(Infinity).pipe(seek(run))` works until the run is done.
 */
export const seek =
  <C, S, M>(run: Seekable<C, S, M>, options?: SeekOptions): OperatorFunction<number, Frame<S, M>> =>
  (steps) =>
    run.answers(steps, options);
