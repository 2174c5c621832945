import {Observable} from "rxjs";
import {macrotaskScheduler} from "./macrotaskScheduler.js";
import {slice, type SliceOptions} from "./timeline/slice.js";
import {real, whole} from "../core/check.js";

export interface TicksOptions extends SliceOptions {
  /** The first number. */
  readonly from?: number;
}

/**
 * The whole numbers, as fast as the subscriber works: many in one go, until `budget` milliseconds are spent and the
 * thread is given back. The first comes after `subscribe` has returned; unsubscribing stops at once.
 *
 * @throws ConfigError if `from` is not a whole number from 0, or `budget` no number from 0.
 *
 * @example
 * import {lastValueFrom, take, toArray} from "rxjs";
 * await lastValueFrom(ticks().pipe(take(3), toArray())); // [0, 1, 2]
 */
export function ticks({from = 0, budget = 8, scheduler = macrotaskScheduler}: TicksOptions = {}): Observable<number> {
  whole("ticks.from", from);
  real("ticks.budget", budget, {least: 0, most: Infinity});
  return new Observable((subscriber) => {
    let step = from;
    const work = () => {
      subscriber.next(step++);
      return !subscriber.closed;
    };
    return scheduler.schedule(function () {
      if (slice({budget, scheduler}, work)) this.schedule();
    });
  });
}
