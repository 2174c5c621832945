import {Observable, type MonoTypeOperatorFunction} from "rxjs";

/**
 * Stops a stream when the signal aborts: it unsubscribes at once and ends with the signal's reason as its error, an
 * AbortError unless the aborter gave another, as `fetch` does. The listener goes with the subscription.
 */
export const abortedBy =
  <T>(signal: AbortSignal): MonoTypeOperatorFunction<T> =>
  (source) =>
    new Observable((subscriber) => {
      const abort = () => subscriber.error(signal.reason);
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort);
      subscriber.add(() => signal.removeEventListener("abort", abort));
      source.subscribe(subscriber);
    });
