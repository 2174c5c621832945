import fc from "fast-check";
import {Subject, VirtualTimeScheduler, asyncScheduler, of} from "rxjs";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {clock, type Control} from "../../lib/reactive/clock.js";
import {marbles} from "./drift.js";

const controls: Record<string, Control> = {
  p: {type: "play"},
  q: {type: "pause"},
  n: {type: "step"},
  b: {type: "step", by: -2},
  s: {type: "seek", step: 7},
  f: {type: "speed", speed: 500},
  r: {type: "reset"}
};
const numbers = Object.fromEntries(Array.from({length: 10}, (_, i) => [i, i]));

const played = of<Control>({type: "play"});

/** At 50 steps a second: one in twenty frames. */
const picture = (name: string, source: string, expected: string, options: Parameters<typeof clock>[1] = {}) =>
  it(name, () =>
    marbles(({hot, expectObservable, expectSubscriptions}, scheduler) => {
      const source$ = hot(source, controls);
      expectObservable(clock(source$, {scheduler, speed: 50, ...options}), "^ 119ms !").toBe(expected, numbers);
      expectSubscriptions(source$.subscriptions).toBe("^ 119ms !");
    })
  );

describe("clock", () => {
  picture("begins with the first step and waits", "-------", "0");
  picture("plays and pauses", "-p 44ms q", "0 20ms 1 19ms 2");
  picture("steps forth, back, and no further back than the first step", "-n-n-n-b-b", "01-2-3-1-0");
  picture("stepping pauses", "-p 29ms n", "0 20ms 1 9ms 2");
  picture("seeks, and plays on from there", "-p 9ms s", "0 10ms 7 19ms 8 19ms 9", {to: 9});
  picture("pauses at the last step, and plays again from the first", "-s 99ms p", "07 99ms 0", {to: 7});
  picture("resets", "-n-n-r", "01-2-0");
  picture("emits no step twice in a row", "-q-r-q", "0");
  picture("with reduced motion shows two pictures a second at the most", "-p", "0", {reducedMotion: true});

  it("changes speed while playing", () =>
    marbles(({hot, expectObservable}, scheduler) => {
      const source = hot<Control>("-p 44ms x 30ms q", {...controls, x: {type: "speed", speed: 10}});
      expectObservable(clock(source, {scheduler, speed: 50}), "^ 200ms !").toBe("0 20ms 1 19ms 2", numbers);
      const faster = hot<Control>("-p 100ms x 45ms q", {...controls, x: {type: "speed", speed: 50}});
      expectObservable(clock(faster, {scheduler, speed: 10}), "^ 200ms !").toBe("0 100ms 1 20ms 2 19ms 3", numbers);
    }));

  it("plays as slowly as it is told, also where one step takes years", async () => {
    const seen: number[] = [];
    const playing = [1e-7, 1e-300].map((speed) => clock(played, {speed}).subscribe((step) => seen.push(step)));
    await new Promise((resolve) => setTimeout(resolve, 30));
    playing.forEach((subscription) => subscription.unsubscribe());
    expect(seen).toEqual([0, 0]);
    const scheduler = new VirtualTimeScheduler();
    const late: number[] = [];
    clock(played, {scheduler, speed: 1e-7, to: 2}).subscribe(() => late.push(scheduler.now()));
    scheduler.flush();
    expect(late).toEqual([0, 1e10, 2e10]);
  });

  it("keeps its speed with reduced motion, and shows fewer steps", () => {
    const scheduler = new VirtualTimeScheduler();
    const seen: [number, number][] = [];
    clock(played, {scheduler, speed: 10, to: 20, reducedMotion: true}).subscribe((step) =>
      seen.push([scheduler.now(), step])
    );
    scheduler.flush();
    expect(seen).toEqual([
      [0, 0],
      [500, 5],
      [1000, 10],
      [1500, 15],
      [2000, 20]
    ]);
  });

  it("hears that reduced motion was asked for while playing", () =>
    marbles(({hot, cold, expectObservable, expectSubscriptions}, scheduler) => {
      const reducedMotion = cold("f 45ms t", {f: false, t: true});
      const steps = clock(hot("-p", controls), {scheduler, speed: 50, reducedMotion});
      expectObservable(steps, "^ 600ms !").toBe("0 20ms 1 19ms 2 504ms x", {...numbers, x: 27});
      expectSubscriptions(reducedMotion.subscriptions).toBe("^ 600ms !");
    }));

  it("at high speed skips steps, and which they are depends on the speed alone", () => {
    const steps = (speed: number, scheduler: VirtualTimeScheduler) => {
      const seen: number[] = [];
      clock(played, {scheduler, speed, to: 1000}).subscribe((step) => seen.push(step));
      scheduler.flush();
      return seen;
    };
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.infiniteStream(fc.nat(5000)), (speed, delays) => {
        const late = new VirtualTimeScheduler();
        const punctual = late.schedule.bind(late);
        late.schedule = (work: never, delay = 0, state?: never) => punctual(work, delay + delays.next().value, state);
        const seen = steps(speed, new VirtualTimeScheduler());
        expect(steps(speed, late)).toEqual(seen);
        if (speed <= 60) expect(seen).toEqual(Array.from({length: 1001}, (_, i) => i));
        expect(seen.at(-1)).toBe(1000);
      })
    );
  });

  it("asks no clock but its scheduler's", () => {
    const scheduler = new VirtualTimeScheduler();
    const seen: number[] = [];
    clock(played, {scheduler, to: 3}).subscribe((step) => seen.push(step));
    expect(seen).toEqual([0]);
    scheduler.flush();
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(scheduler.now()).toBe(300);
  });

  it("emits nothing after it was unsubscribed from inside next, and leaves no timer", async () => {
    const source = new Subject<Control>();
    const seen: number[] = [];
    const subscription = clock(source, {speed: 1000, scheduler: asyncScheduler}).subscribe((step) => {
      seen.push(step);
      if (seen.length === 2) subscription.unsubscribe();
    });
    source.next({type: "play"});
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(seen).toHaveLength(2);
    expect(source.observed).toBe(false);
  });

  it.each<Control>([
    {type: "speed", speed: 0},
    {type: "speed", speed: NaN},
    {type: "speed", speed: Infinity},
    {type: "seek", step: 0.5},
    {type: "step", by: NaN},
    {type: "rewind"} as never
  ])("ends in a ConfigError on %j", (control) => {
    const source = new Subject<Control>();
    let error: unknown;
    clock(source).subscribe({error: (e: unknown) => (error = e)});
    source.next(control);
    expect(error).toBeInstanceOf(ConfigError);
    expect(source.observed).toBe(false);
  });

  it("moves by a whole number however far, within its bounds", () => {
    const source = new Subject<Control>();
    const seen: number[] = [];
    clock(source, {from: 2, to: 10}).subscribe((step) => seen.push(step));
    for (const by of [1000000, -1000000, 3]) source.next({type: "step", by});
    source.next({type: "seek", step: 99});
    source.next({type: "reset"});
    expect(seen).toEqual([2, 10, 2, 5, 10, 2]);
  });
});
