import fc from "fast-check";
import {NEVER, Subject, concat, lastValueFrom, map, of, switchMap, takeWhile, throwError, timer, toArray} from "rxjs";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {seek} from "../../lib/reactive/seek.js";
import {StageError} from "../../lib/reactive/stageError.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {folded, handTurned, marbles, unhurried} from "./drift.js";
import {altered, drift, type DriftConfig} from "./fixtures/stages.js";

const config: DriftConfig = {rate: 0.1, seed: 3};
const step = map(({step}: {readonly step: number}) => step);

describe("seek", () => {
  it("works towards a far step in slices, and answers a known one at once", () =>
    marbles(({hot, expectObservable, expectSubscriptions}, scheduler) => {
      const questions = hot("-a-----b--|", {a: 4, b: 2});
      const frames = questions.pipe(seek(timeline(drift, config), {budget: 0, scheduler: unhurried(scheduler)}), step);
      expectObservable(frames).toBe("-1234--2--|", {1: 1, 2: 2, 3: 3, 4: 4});
      expectSubscriptions(questions.subscriptions).toBe("^---------!");
    }));

  it("answers the newest question first, and ends with its last answer", () =>
    marbles(({hot, expectObservable}, scheduler) => {
      const questions = hot("-a--(b|)", {a: 1000000000, b: 5});
      const frames = questions.pipe(seek(timeline(drift, config), {budget: 0, scheduler: unhurried(scheduler)}), step);
      expectObservable(frames).toBe("-1234(5|)", {1: 1, 2: 2, 3: 3, 4: 4, 5: 5});
    }));

  it("stops the work when it is unsubscribed, and lets go of the questions", () =>
    marbles(({hot, expectObservable, expectSubscriptions, flush}, scheduler) => {
      let steps = 0;
      const stage = altered(drift, () => ({data: (n) => (steps++, n)}));
      const questions = hot("-a", {a: 1000000000});
      const frames = questions.pipe(seek(timeline(stage, config), {budget: 0, scheduler: unhurried(scheduler)}), step);
      expectObservable(frames, "---!").toBe("-12", {1: 1, 2: 2});
      expectSubscriptions(questions.subscriptions).toBe("^--!");
      flush();
      expect(steps).toBe(3);
    }));

  it("emits one frame a slice, however many steps the budget holds, and the answer last", () => {
    const {scheduler, turn, waiting} = handTurned(1);
    const seen: number[] = [];
    of(10)
      .pipe(seek(timeline(drift, config), {budget: 4, scheduler}), step)
      .subscribe((n) => seen.push(n));
    while (waiting() > 0) turn();
    expect(seen).toEqual([4, 8, 10]);
  });

  it("ends with the right frame, by whatever slices and through whatever forks", () =>
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.integer({min: 0, max: 9}), (k, l, n, budget) => {
        const {scheduler, turn, waiting} = handTurned(1);
        const make = () =>
          timeline(drift, {...config, steps: 50})
            .fork(k, {rate: 0.7})
            .fork(l, {steps: 70});
        const frames: unknown[] = [];
        of(n)
          .pipe(seek(make(), {budget, scheduler}))
          .subscribe((frame) => frames.push(frame));
        while (waiting() > 0) turn();
        const run = make();
        expect(frames.at(-1)).toEqual(run.at(n));
        expect(new Set(frames.map((frame) => (frame as {step: number}).step)).size).toBe(frames.length);
        for (const frame of frames) expect(frame).toEqual(run.at((frame as {step: number}).step));
      })
    ));

  it("lets two walk the same run at once, neither sending the other back", async () => {
    let steps = 0;
    const stage = altered(drift, ({step}) => ({step: (state, batch) => (steps++, step(state, batch))}));
    const run = timeline(stage, config, {memory: {snapshots: 1}});
    const ask = (n: number) => lastValueFrom(of(n).pipe(seek(run, {budget: 0})));
    await ask(300);
    steps = 0;
    expect(await Promise.all([ask(100), ask(200)])).toEqual([folded(config, 100), folded(config, 200)]);
    expect(steps).toBeLessThanOrEqual(300);
  });

  it("emits nothing after it was unsubscribed from inside next", () => {
    const {scheduler, turn, waiting} = handTurned(1);
    const seen: number[] = [];
    const questions = new Subject<number>();
    const subscription = questions.pipe(seek(timeline(drift, config), {budget: 1, scheduler}), step).subscribe((n) => {
      seen.push(n);
      if (n === 3) subscription.unsubscribe();
    });
    questions.next(9);
    while (waiting() > 0) turn();
    expect(seen).toEqual([1, 2, 3]);
    expect(questions.observed).toBe(false);
  });

  it("takes a new question from inside next", () => {
    const {scheduler, turn, waiting} = handTurned(1);
    const seen: number[] = [];
    const questions = new Subject<number>();
    questions.pipe(seek(timeline(drift, config), {budget: 1, scheduler}), step).subscribe((n) => {
      seen.push(n);
      if (n === 2 && seen.length === 2) questions.next(1);
    });
    questions.next(9);
    while (waiting() > 0) turn();
    expect(seen).toEqual([1, 2, 1]);
  });

  it("passes on what the stage throws, what the questions throw, and what is no step", async () => {
    const broken = altered(drift, () => ({
      step: () => {
        throw new Error("boom");
      }
    }));
    const ask = (question: number) => lastValueFrom(of(question).pipe(seek(timeline(drift, config))));
    await expect(lastValueFrom(of(5).pipe(seek(timeline(broken, config))))).rejects.toBeInstanceOf(StageError);
    await expect(lastValueFrom(throwError(() => "no").pipe(seek(timeline(drift, config))))).rejects.toBe("no");
    await expect(ask(-1)).rejects.toBeInstanceOf(ConfigError);
    await expect(ask(NaN)).rejects.toBeInstanceOf(ConfigError);
  });

  it("refuses a budget that is none", async () => {
    for (const budget of [-1, NaN]) {
      const frames = of(5).pipe(seek(timeline(drift, config), {budget}));
      await expect(lastValueFrom(frames)).rejects.toThrow(/seek\.budget/);
      expect(() => ticks({budget})).toThrow(/ticks\.budget/);
    }
  });

  it("of step Infinity works until the run is done, or until nobody listens", async () => {
    const {step: last} = await lastValueFrom(of(Infinity).pipe(seek(timeline(drift, {...config, steps: 5}))));
    expect(last).toBe(5);
    const endless = of(Infinity).pipe(seek(timeline(drift, config), {budget: 1}));
    await lastValueFrom(endless.pipe(takeWhile(({step}) => step < 100, true)));
  });

  it("of a run that is done short of the question ends with its last frame", async () => {
    const frames = await lastValueFrom(of(1000).pipe(seek(timeline(drift, {...config, steps: 5})), step, toArray()));
    expect(frames.at(-1)).toBe(5);
  });
});

it("a change of architecture is another timeline: the old one stops", async () => {
  const worked = new Map<number, number>();
  const stage = altered(drift, ({step}, {seed}) => ({
    step: (state, batch) => (worked.set(seed, (worked.get(seed) ?? 0) + 1), step(state, batch))
  }));
  const configs = concat(of(1), timer(5).pipe(map(() => 2)));
  const frames = configs.pipe(
    switchMap((seed) =>
      concat(of(seed === 1 ? 1000000000 : 20), seed === 1 ? NEVER : []).pipe(
        seek(timeline(stage, {rate: 0.1, seed}), {budget: 1})
      )
    )
  );
  expect((await lastValueFrom(frames)).step).toBe(20);
  const before = worked.get(1);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(worked.get(1)).toBe(before);
});
