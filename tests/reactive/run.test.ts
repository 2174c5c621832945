import fc from "fast-check";
import {EMPTY, filter, lastValueFrom, map, of, pipe, range, take, tap, toArray} from "rxjs";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import type {Stage} from "../../lib/core/stage.js";
import {batches} from "../../lib/reactive/batches.js";
import {every} from "../../lib/reactive/every.js";
import {measuring} from "../../lib/reactive/measuring.js";
import {run} from "../../lib/reactive/run.js";
import {StageError, type Part} from "../../lib/reactive/stageError.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {training} from "../../lib/reactive/training.js";
import {folded, marbles, unhurried} from "./drift.js";
import {altered, drift, type DriftConfig} from "./fixtures/stages.js";

const config: DriftConfig = {rate: 0.1, seed: 7};
const counting: Stage<{readonly add: number}, number, number, string> = ({add}) => ({
  data: (step) => step,
  model: () => 100,
  step: (state, batch) => state + add + batch,
  metrics: (state, batch) => `${state}/${batch}`
});

describe("run", () => {
  it("emits the untrained frame first, then one frame a step, and closes with its source", () =>
    marbles(({hot, expectObservable, expectSubscriptions}) => {
      const steps = hot("-0-1-2-|").pipe(map(Number));
      const source = hot("-0-1-2-|");
      expectObservable(steps.pipe(run(counting, {add: 1}))).toBe("-a-b-c-|", {
        a: {step: 0, state: 100, metrics: "100/0"},
        b: {step: 1, state: 101, metrics: "101/1"},
        c: {step: 2, state: 103, metrics: "103/2"}
      });
      expectObservable(source.pipe(map(Number), run(counting, {add: 1})), "^---!").toBe("-a-b", {
        a: {step: 0, state: 100, metrics: "100/0"},
        b: {step: 1, state: 101, metrics: "101/1"}
      });
      expectSubscriptions(source.subscriptions).toBe("^---!");
    }));

  it("is the fold of its steps", () =>
    fc.assert(
      fc.property(fc.nat(50), fc.float({min: 0, max: 1, noNaN: true}), fc.nat(99), (n, rate, seed) => {
        const frames: unknown[] = [];
        range(0, n + 1)
          .pipe(run(drift, {rate, seed}))
          .subscribe((frame) => frames.push(frame));
        expect(frames).toEqual(Array.from({length: n + 1}, (_, step) => folded({rate, seed}, step)));
      })
    ));

  it("agrees with the timeline at every step", () => {
    const {at} = timeline(drift, config);
    range(0, 200)
      .pipe(run(drift, config))
      .subscribe((frame) => expect(frame).toEqual(at(frame.step)));
  });

  it("is batches, training and measuring in a row, with room for an operator between any two", () => {
    const seen: unknown[] = [];
    const opened = counting({add: 0});
    range(0, 4)
      .pipe(
        batches(opened),
        map(({step, batch}) => ({step, batch: 10 * batch})),
        training(opened),
        filter(({step}) => step % 2 === 1),
        measuring(opened)
      )
      .subscribe((frame) => seen.push(frame));
    expect(seen).toEqual([
      {step: 1, state: 100, metrics: "100/10"},
      {step: 3, state: 130, metrics: "130/30"}
    ]);
  });

  it("completes with the state that is done, and lets go of its source", () =>
    marbles(({hot, expectObservable, expectSubscriptions}) => {
      const steps = hot("-a-b-c-d-e");
      const frames = steps.pipe(
        map((_, i) => i),
        run(drift, {...config, steps: 2}),
        map(({step}) => step)
      );
      expectObservable(frames).toBe("-x-y-(z|)", {x: 0, y: 1, z: 2});
      expectSubscriptions(steps.subscriptions).toBe("^----!");
    }));

  it("of a model that is done already is one frame", async () => {
    expect(await lastValueFrom(ticks().pipe(run(drift, {...config, steps: 0}), toArray()))).toHaveLength(1);
  });

  it("resumed from any of its frames is the run that never stopped", () =>
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (before, after) => {
        let last: unknown;
        range(before, after + 1)
          .pipe(run(drift, config, folded(config, before)))
          .subscribe((frame) => (last = frame));
        expect(last).toEqual(folded(config, before + after));
      })
    ));

  it("is cold: each subscriber trains a model of its own", async () => {
    const frames = range(0, 5).pipe(run(drift, config));
    expect(await lastValueFrom(frames)).toEqual(await lastValueFrom(frames));
  });

  it("emits nothing after it was unsubscribed, also from inside next", async () => {
    const seen: number[] = [];
    const subscription = ticks()
      .pipe(run(drift, config))
      .subscribe(({step}) => {
        seen.push(step);
        if (step === 3) subscription.unsubscribe();
      });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it("of no steps is no frame", async () => {
    expect(await lastValueFrom(EMPTY.pipe(run(drift, config)), {defaultValue: "none"})).toBe("none");
  });
});

const look = ({metrics}: {readonly metrics: unknown}) => void metrics;
const boom = new Error("boom");
const thrower = (): never => {
  throw boom;
};
/** The stage, but a part of it throws when the state is three steps old. */
const broken = (part: Part) =>
  altered(part === "open" ? thrower : drift, ({data, model, step, metrics}) => ({
    data: (n) => (part === "data" && n === 3 ? thrower() : data(n)),
    model: () => (part === "model" ? thrower() : model()),
    step: (state, batch) => (part === "step" && state.age === 3 ? thrower() : step(state, batch)),
    metrics: (state, batch) => (part === "metrics" && state.age === 3 ? thrower() : metrics(state, batch)),
    done: (state) => (part === "done" && state.age === 3 ? thrower() : false)
  }));

describe.each<[Part, number, number]>([
  ["open", 0, 0],
  ["model", 0, 0],
  ["data", 3, 3],
  ["step", 3, 4],
  ["metrics", 3, 3],
  ["done", 3, 3]
])("a throw in %s", (part, step, frames) => {
  it("arrives on the stream as an error that names part and step, after the frames before it", () => {
    const seen: unknown[] = [];
    let error: unknown;
    range(0, 9)
      .pipe(run(broken(part), config), tap(look))
      .subscribe({next: (frame) => seen.push(frame), error: (e: unknown) => (error = e)});
    expect(seen).toHaveLength(frames);
    expect(error).toBeInstanceOf(StageError);
    expect(error).toMatchObject({part, step, cause: boom});
    expect(String(error)).toBe(`StageError: stage.${part}: threw at step ${step}\n  cause  boom`);
  });

  it("leaves the timeline usable for the steps before it", () => {
    const run = timeline(broken(part), config, {memory: {snapshots: 1}});
    for (let again = 0; again < 2; again++) {
      expect(() => run.at(8)).toThrow(StageError);
      for (let n = frames - 1; n >= 0; n--) expect(run.at(n)).toEqual(folded(config, n));
      expect(run.history(99)).toHaveLength(frames);
    }
  });
});

it("a ConfigError of a stage names its field itself, and stays as it is", () => {
  const refusal = new ConfigError("config.rate", "must be positive");
  const stage = altered(drift, () => ({
    step: () => {
      throw refusal;
    }
  }));
  let error: unknown;
  range(0, 3)
    .pipe(run(stage, config))
    .subscribe({error: (e: unknown) => (error = e)});
  expect(error).toBe(refusal);
});

describe("every", () => {
  const frames = pipe(map((marble: string) => ({step: Number(marble)})));
  it("keeps the multiples, and the last frame when it completes", () =>
    marbles(({hot, expectObservable, expectSubscriptions}) => {
      const source = hot("-0-1-2-3-4-5-|");
      const values = Object.fromEntries([0, 2, 3, 4, 5, 6].map((step) => [step, {step}]));
      expectObservable(source.pipe(frames, every(2))).toBe("-0---2---4---(5|)", values);
      expectObservable(hot("-0-1-2-|").pipe(frames, every(2))).toBe("-0---2-|", values);
      expectObservable(hot("-0-1-2-#").pipe(frames, every(3))).toBe("-0-----#", values);
      expectObservable(source.pipe(frames, every(2)), "^---!").toBe("-0---", values);
      expectSubscriptions(source.subscriptions).toBe(["^------------!", "^---!"]);
    }));

  it("keeps all with 1", async () => {
    expect(await lastValueFrom(of({step: 0}, {step: 1}, {step: 2}).pipe(every(1), toArray()))).toHaveLength(3);
  });

  it("emits nothing after it was unsubscribed from inside next", () => {
    const seen: number[] = [];
    range(0, 9)
      .pipe(
        map((step) => ({step})),
        every(2),
        take(2)
      )
      .subscribe(({step}) => seen.push(step));
    expect(seen).toEqual([0, 2]);
  });

  it.each([0, -1, 1.5, NaN, Infinity])("refuses %s", (n) => {
    expect(() => every(n)).toThrow(ConfigError);
  });
});

it("ticks, run and every in a row give the thread back and end at once", () =>
  marbles(({expectObservable}, scheduler) => {
    const steps = ticks({budget: 0, scheduler: unhurried(scheduler)}).pipe(
      run(drift, config),
      every(3),
      map(({step}) => step)
    );
    expectObservable(steps, "---------!").toBe("-a--b--c-", {a: 0, b: 3, c: 6});
  }));
