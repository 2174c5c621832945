import {Observable} from "rxjs";
import {real} from "../../core/check.js";
import {macrotaskScheduler} from "../macrotaskScheduler.js";
import {slice, type SliceOptions} from "./slice.js";

/** A long work, piece by piece: what it has so far, and in the end its result. */
type Work<T> = Iterator<T, T, undefined>;

/**
 * Works in slices, the first of them at once, and emits where each slice ended: progress, unless what is `between` is not wanted,
 * and in the end the result. Unsubscribing stops the work.
 */
export const inSlices = <T>(
  begin: () => Work<T>,
  {budget = 8, scheduler = macrotaskScheduler, between = true}: SliceOptions & {readonly between?: boolean} = {}
): Observable<T> =>
  new Observable((subscriber) => {
    real("seek.budget", budget, {least: 0, most: Infinity});
    const work = begin();
    let piece: IteratorResult<T, T>;
    /** Returns whether more is left. */
    const onward = (): boolean => {
      try {
        slice({budget, scheduler}, () => (piece = work.next()).done !== true);
      } catch (error) {
        subscriber.error(error);
        return false;
      }
      if (between || piece.done === true) subscriber.next(piece.value);
      if (piece.done === true) subscriber.complete();
      return !subscriber.closed;
    };
    if (!onward()) return;
    return scheduler.schedule(function () {
      if (onward()) this.schedule();
    });
  });
