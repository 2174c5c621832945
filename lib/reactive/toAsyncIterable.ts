import {Subscription, type Observable} from "rxjs";

/** What `toAsyncIterable` can be told. */
export interface AsyncIterableOptions {
  /**
   * What waits while the consumer is busy: `"all"` values, however many, or only the `"latest"`, which replaces those
   * that were not taken. A consumer slower than a run it reads should say `"latest"`. Default `"all"`.
   */
  readonly keep?: "all" | "latest";
}

/**
 * A stream to be read by `for await`. Each loop subscribes when it asks for its first value; leaving the loop
 * unsubscribes at once. An error of the stream is thrown after the values that came before it.
 */
export const toAsyncIterable = <T>(
  source: Observable<T>,
  {keep = "all"}: AsyncIterableOptions = {}
): AsyncIterable<T, undefined, undefined> => ({
  [Symbol.asyncIterator]: () => {
    const subscription = new Subscription();
    const readers: {resolve: (result: IteratorResult<T, undefined>) => void; reject: (error: unknown) => void}[] = [];
    let values: T[] = [];
    let taken = 0; // how many of them
    let end: {readonly error?: unknown} | undefined;
    let begun = false;

    const deliver = (): void => {
      while (readers.length > 0 && (taken < values.length || end !== undefined)) {
        const {resolve, reject} = readers.shift()!;
        if (taken < values.length) {
          resolve({done: false, value: values[taken++]!});
        } else if (end !== undefined && "error" in end) {
          reject(end.error);
          end = {};
        } else {
          resolve({done: true, value: undefined});
        }
      }
      if (2 * taken >= values.length) [values, taken] = [values.slice(taken), 0];
    };
    const begin = (): void => {
      begun = true;
      subscription.add(
        source.subscribe({
          next: (value) => {
            if (keep === "latest") [values, taken] = [[], 0];
            values.push(value);
            deliver();
          },
          error: (error: unknown) => {
            end = {error};
            deliver();
          },
          complete: () => {
            end = {};
            deliver();
          }
        })
      );
    };
    return {
      next: () =>
        new Promise((resolve, reject) => {
          readers.push({resolve, reject});
          if (!begun) begin();
          deliver();
        }),
      return: async () => {
        subscription.unsubscribe();
        [values, taken, end, begun] = [[], 0, {}, true];
        deliver();
        return {done: true, value: undefined};
      }
    };
  }
});
