import {
  Observable,
  Subject,
  VirtualTimeScheduler,
  lastValueFrom,
  map,
  of,
  range,
  throwError,
  timer,
  toArray
} from "rxjs";
import {describe, expect, it} from "vitest";
import {abortedBy} from "../../lib/reactive/abortedBy.js";
import {progress} from "../../lib/reactive/progress.js";
import {run} from "../../lib/reactive/run.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {toAsyncIterable} from "../../lib/reactive/toAsyncIterable.js";
import {marbles} from "./drift.js";
import {altered, drift} from "./fixtures/stages.js";

describe("progress", () => {
  it("tells rate and time left", () =>
    marbles(({hot, expectObservable, expectSubscriptions}, scheduler) => {
      const source = hot("a 99ms b 99ms c|", {a: {step: 0}, b: {step: 10}, c: {step: 20}});
      const told = source.pipe(progress(30, {scheduler, smoothing: Infinity}));
      expectObservable(told).toBe("a 99ms b 99ms c|", {
        a: {frame: {step: 0}, step: 0, rate: undefined, secondsLeft: undefined},
        b: {frame: {step: 10}, step: 10, rate: 100, secondsLeft: 0.2},
        c: {frame: {step: 20}, step: 20, rate: 100, secondsLeft: 0.1}
      });
      expectSubscriptions(source.subscriptions).toBe("^ 200ms !");
    }));

  const told = async (frames: readonly (readonly [ms: number, step: number])[], total?: number) => {
    const scheduler = new VirtualTimeScheduler();
    const frames$ = new Observable<{step: number}>((subscriber) => {
      for (const [ms, step] of frames) scheduler.schedule(() => subscriber.next({step}), ms);
      scheduler.schedule(() => subscriber.complete(), 100_000);
    });
    const all = lastValueFrom(frames$.pipe(progress(total, {scheduler}), toArray()));
    scheduler.flush();
    return all;
  };

  it("smooths: a short burst moves the rate little, a lasting change moves it all the way", async () => {
    const steady = Array.from({length: 50}, (_, i) => [i * 100, i * 10] as const);
    const burst = await told([...steady, [4901, 500]]);
    expect(burst.at(-2)!.rate).toBeCloseTo(100, 6);
    expect(burst.at(-1)!.rate).toBeLessThan(115);
    const changed = await told([...steady, ...steady.map(([ms, step]) => [5000 + ms, 500 + 2 * step] as const)]);
    expect(changed.at(-1)!.rate).toBeGreaterThan(190);
  });

  it("measures anew after a step back, and copes with frames of one moment", async () => {
    const back = await told([
      [0, 0],
      [100, 50],
      [200, 20],
      [300, 30]
    ]);
    expect(back.map(({rate}) => rate)).toEqual([undefined, 500, undefined, 100]);
    const same = await told([
      [0, 0],
      [0, 10],
      [100, 20]
    ]);
    expect(same.map(({rate}) => rate)).toEqual([undefined, undefined, expect.closeTo(191, 0)]);
  });

  it("has no time left at the total and beyond, and does not guess without one", async () => {
    const frames = [
      [0, 10],
      [100, 20]
    ] as const;
    expect((await told(frames, 15)).map(({secondsLeft}) => secondsLeft)).toEqual([undefined, 0]);
    expect((await told(frames)).at(-1)!.secondsLeft).toBeUndefined();
  });
});

describe("toAsyncIterable", () => {
  const collect = async <T>(items: AsyncIterable<T>) => {
    const all: T[] = [];
    for await (const item of items) all.push(item);
    return all;
  };

  it("gives all values, in order, however slow the reader", async () => {
    expect(await collect(toAsyncIterable(range(0, 1000)))).toEqual(Array.from({length: 1000}, (_, i) => i));
    const slow: number[] = [];
    for await (const n of toAsyncIterable(range(0, 5))) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      slow.push(n);
    }
    expect(slow).toEqual([0, 1, 2, 3, 4]);
  });

  it("gives only the latest of those that came while the reader was busy", async () => {
    const source = new Subject<number>();
    const iterator = toAsyncIterable(source, {keep: "latest"})[Symbol.asyncIterator]();
    const first = iterator.next();
    for (const n of [1, 2, 3]) source.next(n);
    expect([(await first).value, (await iterator.next()).value]).toEqual([1, 3]);
    const next = iterator.next();
    source.next(4);
    expect((await next).value).toBe(4);
    source.complete();
    expect(await iterator.next()).toEqual({done: true, value: undefined});
  });

  it("subscribes when the first value is asked for, and unsubscribes at once when the loop is left", async () => {
    const source = new Subject<number>();
    const items = toAsyncIterable(source);
    const iterator = items[Symbol.asyncIterator]();
    expect(source.observed).toBe(false);
    const waiting = iterator.next();
    expect(source.observed).toBe(true);
    void iterator.return?.();
    expect(source.observed).toBe(false);
    expect(await waiting).toEqual({done: true, value: undefined});
    expect(await iterator.next()).toEqual({done: true, value: undefined});

    let closed = 0;
    for await (const n of toAsyncIterable(new Observable<number>((s) => (s.next(1), s.next(2), () => closed++))))
      if (n === 1) break;
    expect(closed).toBe(1);
  });

  it("never subscribes if it is left before it began", async () => {
    const source = new Subject<number>();
    const iterator = toAsyncIterable(source)[Symbol.asyncIterator]();
    await iterator.return?.();
    expect((await iterator.next()).done).toBe(true);
    expect(source.observed).toBe(false);
  });

  it("throws the error of the stream once, after the values before it", async () => {
    const failing = new Observable<number>((s) => (s.next(1), s.error(new Error("boom"))));
    const iterator = toAsyncIterable(failing)[Symbol.asyncIterator]();
    expect((await iterator.next()).value).toBe(1);
    await expect(iterator.next()).rejects.toThrow("boom");
    expect((await iterator.next()).done).toBe(true);
    await expect(collect(toAsyncIterable(throwError(() => "no")))).rejects.toBe("no");
  });

  it("answers many readers who ask at once in their order", async () => {
    const source = new Subject<number>();
    const iterator = toAsyncIterable(source)[Symbol.asyncIterator]();
    const asked = [iterator.next(), iterator.next(), iterator.next()];
    source.next(1);
    source.next(2);
    source.complete();
    expect((await Promise.all(asked)).map(({value}) => value)).toEqual([1, 2, undefined]);
  });

  it("reads a run, and leaving the loop ends the training", async () => {
    let steps = 0;
    const counted = altered(drift, () => ({data: (n) => (steps++, n)}));
    for await (const {step} of toAsyncIterable(ticks({budget: 1}).pipe(run(counted, {rate: 0.1, seed: 1})), {
      keep: "latest"
    }))
      if (step > 10) break;
    const before = steps;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(steps).toBe(before);
  });
});

describe("abortedBy", () => {
  it("ends with an AbortError when the signal aborts, and lets go of the source", () =>
    marbles(({hot, expectObservable, expectSubscriptions}, scheduler) => {
      const controller = new AbortController();
      const reason = new DOMException("stop", "AbortError");
      scheduler.schedule(() => controller.abort(reason), 4);
      const source = hot("-a-b-c-d");
      expectObservable(source.pipe(abortedBy(controller.signal))).toBe("-a-b#", undefined, reason);
      expectSubscriptions(source.subscriptions).toBe("^---!");
    }));

  it("of a signal that has aborted does not even subscribe", async () => {
    const source = new Observable(() => expect.fail("subscribed"));
    await expect(lastValueFrom(source.pipe(abortedBy(AbortSignal.abort())))).rejects.toMatchObject({
      name: "AbortError"
    });
  });

  it("is nothing to a stream that ends before", async () => {
    const controller = new AbortController();
    expect(await lastValueFrom(of(1, 2).pipe(abortedBy(controller.signal)))).toBe(2);
    controller.abort();
  });

  it("may be aborted from inside next", () => {
    const controller = new AbortController();
    const seen: unknown[] = [];
    range(0, 9)
      .pipe(abortedBy(controller.signal))
      .subscribe({next: (n) => (seen.push(n), n === 2 && controller.abort("enough")), error: (e) => seen.push(e)});
    expect(seen).toEqual([0, 1, 2, "enough"]);
  });

  it("takes its listener along, however the stream ends", async () => {
    const {signal, listeners} = countedSignal();
    const stream = (source: Observable<unknown>) => source.pipe(abortedBy(signal));
    stream(of(1)).subscribe();
    stream(throwError(() => "no")).subscribe({error: () => undefined});
    const subscription = stream(timer(1000).pipe(map(String))).subscribe();
    expect(listeners()).toBe(1);
    subscription.unsubscribe();
    expect(listeners()).toBe(0);
  });
});

function countedSignal() {
  const {signal} = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  Object.assign(signal, {
    addEventListener: (...all: Parameters<typeof add>) => (listeners++, add(...all)),
    removeEventListener: (...all: Parameters<typeof remove>) => (listeners--, remove(...all))
  });
  return {signal, listeners: () => listeners};
}
