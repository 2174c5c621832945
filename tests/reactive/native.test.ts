import {from, lastValueFrom, map, Observable, of, take, toArray} from "rxjs";
import {describe, expect, it} from "vitest";
import {fromNative, toNative, type NativeObserver, type NativeSubscriber} from "../../lib/reactive/native.js";
import {run} from "../../lib/reactive/run.js";
import {ticks} from "../../lib/reactive/ticks.js";

/**
 * As much of the platform's Observable as is asked for here, by the letter of WICG's text: those who are subscribed at the same
 * time share one start, a subscription closes before it says so, and a teardown that comes too late is called at once.
 */
const Native = class<T> {
  readonly #start: (subscriber: NativeSubscriber<T>) => void;
  #open: Set<NativeObserver<T>> | undefined;
  #close: () => void = () => undefined;
  starts = 0;

  constructor(start: (subscriber: NativeSubscriber<T>) => void) {
    this.#start = start;
  }

  subscribe(observer: NativeObserver<T> = {}, {signal}: {readonly signal?: AbortSignal} = {}): void {
    if (signal?.aborted) return;
    const first = this.#open === undefined;
    const observers = (this.#open ??= new Set());
    observers.add(observer);
    signal?.addEventListener("abort", () => {
      observers.delete(observer);
      if (observers.size === 0 && this.#open === observers) this.#close();
    });
    if (first) this.#begin(observers);
  }

  #begin(observers: Set<NativeObserver<T>>): void {
    const teardowns: (() => void)[] = [];
    let active = true;
    const close = (this.#close = () => {
      active = false;
      this.#open = undefined;
      for (const teardown of teardowns.splice(0).reverse()) teardown();
    });
    const ending = (tell: (observer: NativeObserver<T>) => void): void => {
      if (!active) return;
      const listening = [...observers];
      close();
      listening.forEach(tell);
    };
    this.starts++;
    this.#start({
      next: (value) => {
        if (active) [...observers].forEach(({next}) => next?.(value));
      },
      error: (error) => ending((observer) => observer.error?.(error)),
      complete: () => ending((observer) => observer.complete?.()),
      addTeardown: (teardown) => void (active ? teardowns.push(teardown) : teardown())
    });
  }
};

/** Counts the runs that began and those that are under way. */
function counted<T>(source: Observable<T>): {readonly source: Observable<T>; readonly runs: () => readonly number[]} {
  let [begun, open] = [0, 0];
  const watched = new Observable<T>((subscriber) => {
    begun++;
    open++;
    subscriber.add(() => open--);
    subscriber.add(source.subscribe(subscriber));
  });
  return {source: watched, runs: () => [begun, open]};
}

const stage = ({by}: {readonly by: number}) => ({
  data: (step: number) => step * by,
  model: () => 0,
  step: (sum: number, batch: number) => sum + batch,
  metrics: (sum: number) => ({sum}),
  done: (sum: number) => sum >= 60
});
const sums = ticks({budget: 0}).pipe(
  run(stage, {by: 2}),
  map(({state}) => state)
);

describe("a stream as an Observable of the platform", () => {
  it("gives its values and its end, and nothing runs before somebody subscribes", async () => {
    const {source, runs} = counted(sums);
    const native = toNative(source, Native<number>);
    expect(runs()).toEqual([0, 0]);
    const values: number[] = [];
    await new Promise<void>((complete) => native.subscribe({next: (value) => values.push(value), complete}));
    expect(values).toEqual([0, 0, 2, 6, 12, 20, 30, 42, 56, 72]);
    expect(runs()).toEqual([1, 0]);
  });

  it("is cold: each of them has a run of its own, and so has whoever subscribes after an end", async () => {
    const {source, runs} = counted(of(1, 2, 3));
    const read = (native: {subscribe(observer: NativeObserver<number>): void}): Promise<readonly number[]> => {
      const values: number[] = [];
      return new Promise((resolve) =>
        native.subscribe({next: (value) => values.push(value), complete: () => resolve(values)})
      );
    };
    const native = toNative(source, Native<number>);
    expect(await Promise.all([read(native), read(toNative(source, Native<number>))])).toEqual([
      [1, 2, 3],
      [1, 2, 3]
    ]);
    expect(await read(native)).toEqual([1, 2, 3]);
    expect(runs()).toEqual([3, 0]);
  });

  it("gives those who are subscribed at the same time one run, as the platform does, and ends it with the last", () => {
    const {source, runs} = counted(new Observable<number>());
    const native = toNative(source, Native<number>);
    const [one, other] = [new AbortController(), new AbortController()];
    native.subscribe({}, {signal: one.signal});
    native.subscribe({}, {signal: other.signal});
    expect([native.starts, ...runs()]).toEqual([1, 1, 1]);
    one.abort();
    expect(runs()).toEqual([1, 1]);
    other.abort();
    expect(runs()).toEqual([1, 0]);
  });

  it("ends a run that is aborted while it emits, before its subscription has returned", () => {
    let made = 0;
    const endless = from(
      (function* () {
        for (;;) yield made++;
      })()
    );
    const controller = new AbortController();
    const seen: number[] = [];
    toNative(endless, Native<number>).subscribe(
      {
        next: (value) => {
          seen.push(value);
          if (value === 3) controller.abort();
        }
      },
      {signal: controller.signal}
    );
    expect([seen, made]).toEqual([[0, 1, 2, 3], 4]);
  });

  it("hands on what is thrown", () => {
    const failing = ticks().pipe(
      map(() => {
        throw new RangeError("no");
      })
    );
    const failure = new Promise((error) => toNative(failing, Native<number>).subscribe({error}));
    return expect(failure).resolves.toBeInstanceOf(RangeError);
  });
});

describe("an Observable of the platform as a stream", () => {
  it("gives its values, and is left when the subscriber leaves", async () => {
    let left = 0;
    const native = new Native<number>((subscriber) => {
      subscriber.addTeardown(() => left++);
      for (let i = 0; i < 5; i++) subscriber.next(i);
    });
    expect(await lastValueFrom(fromNative(native).pipe(take(3), toArray()))).toEqual([0, 1, 2]);
    expect(left).toBe(1);
  });

  it("completes and fails as it does", async () => {
    const ending = new Native<number>((subscriber) => (subscriber.next(7), subscriber.complete()));
    expect(await lastValueFrom(fromNative(ending))).toBe(7);
    const failing = new Native<number>((subscriber) => subscriber.error(new RangeError("no")));
    await expect(lastValueFrom(fromNative(failing))).rejects.toThrow(RangeError);
  });

  it("comes back as it went", async () => {
    expect(await lastValueFrom(fromNative(toNative(sums, Native<number>)).pipe(toArray()))).toEqual(
      await lastValueFrom(sums.pipe(toArray()))
    );
  });
});
