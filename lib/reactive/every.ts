import {Observable, type MonoTypeOperatorFunction} from "rxjs";
import {whole} from "../core/check.js";

/**
 * Keeps the frames whose step is a multiple of `n`, and the last one, when it is known to be the last.
 *
 * @throws ConfigError if `n` is not a whole number from 1.
 *
 * @example
 * import {from, lastValueFrom, map, toArray} from "rxjs";
 * const frames = from([0, 1, 2, 3, 4]).pipe(map((step) => ({step})));
 * await lastValueFrom(frames.pipe(every(2), map(({step}) => step), toArray())); // [0, 2, 4]
 */
export function every<F extends {readonly step: number}>(n: number): MonoTypeOperatorFunction<F> {
  whole("every.n", n, {least: 1});
  return (frames) =>
    new Observable((subscriber) => {
      let held: F | undefined; // the newest frame that was not kept
      return frames.subscribe({
        next: (frame) => {
          held = frame.step % n === 0 ? undefined : frame;
          if (held === undefined) subscriber.next(frame);
        },
        error: (error) => subscriber.error(error),
        complete: () => {
          if (held !== undefined) subscriber.next(held);
          subscriber.complete();
        }
      });
    });
}
