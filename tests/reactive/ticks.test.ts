import {type Observable, firstValueFrom, last, lastValueFrom, map, merge, take, timer, toArray} from "rxjs";
import {afterEach, describe, expect, it, vi} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {macrotaskScheduler} from "../../lib/reactive/macrotaskScheduler.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {handTurned, marbles, unhurried} from "./drift.js";

describe("ticks", () => {
  it("with no budget are one number a task, and end with their subscription", () =>
    marbles(({expectObservable}, scheduler) => {
      const numbers = ticks({budget: 0, scheduler: unhurried(scheduler)});
      expectObservable(numbers, "-----!").toBe("-abcd-", {a: 0, b: 1, c: 2, d: 3});
      expectObservable(numbers.pipe(take(2))).toBe("-a(b|)", {a: 0, b: 1});
    }));

  it("begin where they are told", async () => {
    expect(await lastValueFrom(ticks({from: 137}).pipe(take(3), toArray()))).toEqual([137, 138, 139]);
  });

  it("work in slices of the budget and give the thread back between them", () => {
    const {scheduler, turn} = handTurned(1);
    const seen: number[] = [];
    const subscription = ticks({budget: 4, scheduler}).subscribe((n) => seen.push(n));
    expect(seen).toEqual([]);
    turn();
    expect(seen).toEqual([0, 1, 2, 3]);
    turn();
    expect(seen).toHaveLength(8);
    subscription.unsubscribe();
  });

  it("give the thread back when the clock is set back", () => {
    let time = 1e6;
    const {scheduler, turn, waiting} = handTurned();
    const subscription = ticks({budget: 8, scheduler: {...scheduler, now: () => (time -= 1000)}}).subscribe();
    turn();
    expect(waiting()).toBe(1);
    subscription.unsubscribe();
  });

  it("stop in the middle of a slice, and leave nothing scheduled", () => {
    const {scheduler, turn, waiting} = handTurned(0);
    const seen: number[] = [];
    const subscription = ticks({scheduler}).subscribe((n) => {
      seen.push(n);
      if (n === 2) subscription.unsubscribe();
    });
    turn();
    expect([seen, waiting()]).toEqual([[0, 1, 2], 0]);
  });

  it("are cold: each subscriber begins anew", async () => {
    const numbers = ticks().pipe(take(2), toArray());
    expect(await Promise.all([lastValueFrom(numbers), lastValueFrom(numbers)])).toEqual([
      [0, 1],
      [0, 1]
    ]);
  });

  it.each([-1, 0.5, NaN])("refuse to begin at %s", (from) => {
    expect(() => ticks({from})).toThrow(ConfigError);
  });

  it("let timers have their turn", async () => {
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      const subscription = ticks({budget: 1}).subscribe(() => seen.push("tick"));
      setTimeout(() => {
        subscription.unsubscribe();
        seen.push("timer");
        resolve();
      }, 5);
    });
    expect(seen.at(-1)).toBe("timer");
    expect(seen.length).toBeGreaterThan(10);
  });
});

describe.each(["setImmediate", "MessageChannel"])("macrotaskScheduler on %s", (kind) => {
  afterEach(() => vi.unstubAllGlobals());
  const setUp = () => kind === "MessageChannel" && vi.stubGlobal("setImmediate", undefined);

  it("keeps the order of work", async () => {
    setUp();
    const seen: number[] = [];
    await new Promise<void>((resolve) => {
      for (const n of [1, 2, 3]) macrotaskScheduler.schedule(() => seen.push(n));
      macrotaskScheduler.schedule(() => resolve());
      seen.push(0);
    });
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it("forgets work that was unsubscribed, and only that", async () => {
    setUp();
    const seen: string[] = [];
    const [a] = ["a", "b"].map((name) => macrotaskScheduler.schedule(() => seen.push(name)));
    a!.unsubscribe();
    await new Promise<void>((resolve) => void macrotaskScheduler.schedule(() => resolve()));
    expect(seen).toEqual(["b"]);
  });

  it("runs again what schedules itself, with its state, until it is unsubscribed from inside", async () => {
    setUp();
    const seen: (number | undefined)[] = [];
    macrotaskScheduler.schedule<number>(
      function (n) {
        seen.push(n);
        if (n === 2) this.unsubscribe();
        this.schedule(n! + 1);
      },
      0,
      0
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([0, 1, 2]);
  });

  it("is not slowed down as nested timeouts are", async () => {
    setUp();
    const timeouts = timer(1, 1).pipe(
      take(1000),
      last(),
      map(() => "timeouts")
    );
    const tasks = ticks({budget: 0}).pipe(
      take(1000),
      last(),
      map(() => "tasks")
    );
    expect(await firstValueFrom(merge(timeouts, tasks))).toBe("tasks");
  });
});

it("macrotaskScheduler leaves delayed work to a timer", async () => {
  const start = performance.now();
  await new Promise<void>((resolve) => void macrotaskScheduler.schedule(() => resolve(), 30));
  expect(performance.now() - start).toBeGreaterThan(25);
});

it("a subscriber that throws stops nobody else", () => {
  const {scheduler, turn} = handTurned(1);
  const seen: number[] = [];
  const errors: unknown[] = [];
  const broken = ticks({budget: 1, scheduler}).pipe(
    map((n) => {
      if (n === 1) throw new Error("mine");
      return n;
    })
  );
  broken.subscribe({error: (error: unknown) => errors.push(error)});
  const subscription = (ticks({budget: 1, scheduler}) satisfies Observable<number>).subscribe((n) => seen.push(n));
  for (let i = 0; i < 4; i++) turn();
  subscription.unsubscribe();
  expect(errors).toHaveLength(1);
  expect(seen).toEqual([0, 1, 2, 3]);
});
