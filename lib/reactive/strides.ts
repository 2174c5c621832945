import {EMPTY, NEVER, Observable, expand, filter, map, subscribeOn, takeLast} from "rxjs";
import {whole} from "../core/check.js";
import type {Frame} from "../core/stage.js";
import {macrotaskScheduler} from "./macrotaskScheduler.js";
import type {Seekable, SeekOptions} from "./seekable.js";

export interface StridesOptions extends Omit<SeekOptions, "between"> {
  /** The first step. Default 0. */
  readonly from?: number;
  /** Steps from one frame to the next. Default 1. */
  readonly by?: number;
  /** The last step that may be asked for. Default none. */
  readonly to?: number;
}

/**
 * The frames at `from`, `from` + `by`, …, each asked for when the one before has come: the same frames of any run,
 * wherever it is computed, and of a remote one no others are sent. Completes after `to`, or when the run is done, with
 * its last frame.
 *
 * @throws ConfigError for steps that are not whole.
 */
export function strides<C, S, M>(
  run: Seekable<C, S, M>,
  {from = 0, by = 1, to = Infinity, scheduler = macrotaskScheduler, ...slices}: StridesOptions = {}
): Observable<Frame<S, M>> {
  whole("strides.from", from);
  whole("strides.by", by, {least: 1});
  if (to !== Infinity) whole("strides.to", to);
  const ask = (step: number) =>
    run
      .answers(new Observable<number>((subscriber) => (subscriber.next(step), subscriber.complete())), {
        ...slices,
        between: false,
        scheduler
      })
      .pipe(
        takeLast(1),
        map((frame) => ({step, frame})),
        subscribeOn(scheduler)
      );
  const frames = ask(from).pipe(
    expand(({step, frame}) => (frame.step < step || step + by > to ? EMPTY : ask(step + by))),
    map(({frame}) => frame)
  );
  return new Observable((subscriber) => {
    subscriber.add(run.answers(NEVER).subscribe({error: () => undefined})); // a worker lives on from one to the next
    let last = -1;
    subscriber.add(
      frames.pipe(filter(({step}) => step > last)).subscribe({
        next: (frame) => {
          last = frame.step;
          subscriber.next(frame);
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete()
      })
    );
  });
}
