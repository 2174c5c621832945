import {filter, defer, type MonoTypeOperatorFunction} from "rxjs";

/** What frames are judged by. */
export interface JudgedBy<F> {
  /** What is to be small, such as a loss on held-out text. A frame of which it is undefined is not judged. */
  readonly of: (frame: F) => number | undefined;
}

/**
 * Keeps the frames that are better than all before them: whose `of` is smaller, the first one that has a number among them. So
 * the last frame that it gave is the best so far, with its state, and `bestSoFar({of}), takeLast(1)` is the best of a run.
 * NaN is never better.
 */
export const bestSoFar =
  <F>({of}: JudgedBy<F>): MonoTypeOperatorFunction<F> =>
  (frames) =>
    defer(() => {
      let best: number | undefined;
      return frames.pipe(
        filter((frame) => {
          const value = of(frame);
          if (value === undefined || !(best === undefined ? value === value : value < best)) return false;
          best = value;
          return true;
        })
      );
    });
