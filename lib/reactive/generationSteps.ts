import {Observable} from "rxjs";
import {real} from "../core/check.js";
import {macrotaskScheduler} from "./macrotaskScheduler.js";
import {slice, type SliceOptions} from "./timeline/slice.js";

/** A step, and how long it took. */
export type TimedStep<S> = S & {
  /** Milliseconds that it was worked on; what was waited between steps is not among them. */
  readonly milliseconds: number;
};

/**
 * A stream of what writes step by step: of `writing`, one step for each token, with its log-probability, its rank, how unsure
 * the model was, and the text so far; likewise of `generate`, `generateBatch`, `contrastive` and `speculate`, or of anything
 * else that `for … of` goes through.
 *
 * `generationSteps(() => writing(config))` writes as fast as it can, in slices of `budget` milliseconds, and gives the thread
 * back between them. The first step comes after `subscribe` has returned; unsubscribing stops at once, and each subscriber
 * begins anew. `toAsyncIterable` reads it by `for await`, `abortedBy` ends it by a signal.
 *
 * @throws ConfigError if `budget` is no number from 0. What a step throws is the stream's error.
 */
export function generationSteps<S extends object>(
  steps: () => Iterable<S>,
  {budget = 8, scheduler = macrotaskScheduler}: SliceOptions = {}
): Observable<TimedStep<S>> {
  real("generationSteps.budget", budget, {least: 0, most: Infinity});
  return new Observable((subscriber) => {
    const iterator = steps()[Symbol.iterator]();
    let working = false;
    // an iterator cannot be left while it works, as when the model itself unsubscribes
    const leave = () => void (working || iterator.return?.());
    subscriber.add(leave);
    const work = (): boolean => {
      const began = scheduler.now();
      working = true;
      try {
        const {done, value} = iterator.next();
        working = false;
        if (subscriber.closed) leave();
        else if (done === true) subscriber.complete();
        else subscriber.next({...value, milliseconds: Math.max(0, scheduler.now() - began)});
      } catch (error) {
        working = false;
        subscriber.error(error);
      }
      return !subscriber.closed;
    };
    return scheduler.schedule(function () {
      if (slice({budget, scheduler}, work)) this.schedule();
    });
  });
}
