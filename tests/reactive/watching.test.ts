import {Subject, firstValueFrom, of as just, take, takeLast, toArray, throwError, concat} from "rxjs";
import {describe, expect, it} from "vitest";
import {NaNError} from "../../lib/autodiff/nan.js";
import {ConfigError} from "../../lib/core/errors.js";
import type {Frame} from "../../lib/core/stage.js";
import {allFinite, NotFiniteError} from "../../lib/reactive/allFinite.js";
import {bestSoFar} from "../../lib/reactive/bestSoFar.js";
import {earlyStopping} from "../../lib/reactive/earlyStopping.js";
import {evaluating} from "../../lib/reactive/evaluating.js";
import {run} from "../../lib/reactive/run.js";
import {StageError} from "../../lib/reactive/stageError.js";
import {ticks} from "../../lib/reactive/ticks.js";
import * as t from "../../lib/tensor.js";
import {marbles} from "./drift.js";
import {drift, type DriftState} from "./fixtures/stages.js";

/** Frames a, b, c, … at steps 0, 1, 2, …, with these losses. */
const framesOf = (losses: readonly (number | undefined)[]): Record<string, Frame<number, number | undefined>> =>
  Object.fromEntries(losses.map((loss, i) => ["abcdefghij"[i]!, {step: i, state: 10 * i, metrics: loss}]));
const of = ({metrics}: Frame<number, number | undefined>): number | undefined => metrics;

describe("evaluating", () => {
  it("gives every n-th frame an evaluation, made once, and when it is read", async () => {
    const calls: number[] = [];
    const evaluate = (state: DriftState, step: number): number => {
      calls.push(step);
      return state.age;
    };
    const frames = ticks().pipe(run(drift, {rate: 0.1, seed: 1}), evaluating(3, evaluate), take(7), toArray());
    const seen = await firstValueFrom(frames);
    expect(calls).toEqual([]);
    expect(seen.map(({evaluation}) => evaluation)).toEqual([0, undefined, undefined, 3, undefined, undefined, 6]);
    expect(seen[3]!.evaluation).toBe(3);
    expect(calls).toEqual([0, 3, 6]);
  });

  it("leaves metrics unmeasured, and refuses a stride that is none", () => {
    let measured = 0;
    const frame = {
      step: 0,
      state: 1,
      get metrics() {
        return ++measured;
      }
    };
    const out: Frame<number, number>[] = [];
    just(frame)
      .pipe(evaluating(1, () => 0))
      .subscribe((each) => out.push(each));
    expect(measured).toBe(0);
    expect(out[0]!.metrics).toBe(1);
    expect(() => evaluating(0, () => 0)).toThrow(ConfigError);
  });
});

describe("bestSoFar", () => {
  it("keeps frames that are better than all before", () =>
    marbles(({hot, expectObservable, expectSubscriptions}) => {
      const source = hot("a-b-c-d-e-f|", framesOf([NaN, 5, 6, undefined, 3, 3]));
      expectObservable(source.pipe(bestSoFar({of}))).toBe("--b-----e--|", framesOf([NaN, 5, 6, undefined, 3, 3]));
      expectSubscriptions(source.subscriptions).toBe("^----------!");
    }));

  it("has the best of a run at the end, with its state, and begins anew for each subscriber", () => {
    const source = new Subject<Frame<number, number | undefined>>();
    const best = source.pipe(bestSoFar({of}), takeLast(1), toArray());
    const all: unknown[] = [];
    best.subscribe((list) => all.push(list));
    for (const frame of Object.values(framesOf([4, 2, 3]))) source.next(frame);
    best.subscribe((list) => all.push(list));
    source.next({step: 3, state: 30, metrics: 9});
    source.complete();
    expect(all).toEqual([[{step: 1, state: 10, metrics: 2}], [{step: 3, state: 30, metrics: 9}]]);
  });
});

describe("earlyStopping", () => {
  it("completes with the last frame of a row that brought nothing better", () =>
    marbles(({hot, expectObservable, expectSubscriptions}) => {
      const frames = framesOf([5, 4, 4.5, 3, 3, undefined, NaN, 2, 1]);
      const source = hot("a-b-c-d-e-f-g-h-i|", frames);
      expectObservable(source.pipe(earlyStopping({patience: 2, of}))).toBe("a-b-c-d-e-f-(g|)", frames);
      expectSubscriptions(source.subscriptions).toBe("^-----------!");
    }));

  it("does not count a gain that is too small, and goes to the end where all gains are large", () =>
    marbles(({hot, expectObservable}) => {
      const slow = framesOf([5, 4.95, 4.9, 4.5]);
      expectObservable(hot("abcd|", slow).pipe(earlyStopping({patience: 2, minDelta: 0.3, of}))).toBe("ab(c|)", slow);
      const fast = framesOf([5, 4, 3, 2]);
      expectObservable(hot("abcd|", fast).pipe(earlyStopping({patience: 1, minDelta: 0.3, of}))).toBe("abcd|", fast);
    }));

  it("refuses settings that cannot be", () => {
    expect(() => earlyStopping({patience: 0, of})).toThrow(/earlyStopping.patience/);
    expect(() => earlyStopping({patience: 1, minDelta: -1, of})).toThrow(/earlyStopping.minDelta/);
  });
});

describe("allFinite", () => {
  const good = {step: 4, state: {w: [1, 2], b: t.zeros([2, 2])}, metrics: {loss: 1}};

  it.each([
    ["a metric", {...good, step: 5, metrics: {loss: NaN}}, "metrics.loss", "NaN"],
    ["a number of the state", {...good, step: 5, state: {...good.state, w: [1, Infinity]}}, "state.w.1", "Infinity"],
    [
      "a number of a tensor",
      {
        ...good,
        step: 5,
        state: {
          ...good.state,
          b: t.tensor([
            [1, 2],
            [NaN, 3]
          ])
        }
      },
      "state.b",
      "NaN at position 2 of [2, 2]"
    ]
  ])("ends a run at %s that is not finite, and keeps the last good frame", (_, bad, path, value) => {
    const seen: unknown[] = [];
    let error: unknown;
    just(good, bad, good)
      .pipe(allFinite())
      .subscribe({next: (frame) => seen.push(frame), error: (e: unknown) => (error = e)});
    expect(seen).toEqual([good]);
    expect(error).toBeInstanceOf(NotFiniteError);
    expect(error).toMatchObject({step: 5, path, lastGood: good});
    expect((error as Error).message).toContain(value);
    expect((error as Error).message).toMatch(/last good step +4/);
  });

  it("looks at what it is told alone", () => {
    let measured = 0;
    const frame = {
      step: 0,
      state: 1,
      get metrics() {
        return ++measured;
      }
    };
    just(frame)
      .pipe(allFinite(({state}) => state))
      .subscribe();
    expect(measured).toBe(0);
  });

  it("passes on what else goes wrong, and adds the last good frame to what a step blames", () => {
    const errors: unknown[] = [];
    const nan = new NaNError({op: "log", param: "layers.0.weight", step: 5}, []);
    for (const thrown of [new StageError("step", 5, nan), new StageError("step", 5, new Error("else"))])
      concat(
        just(good),
        throwError(() => thrown)
      )
        .pipe(allFinite())
        .subscribe({error: (e: unknown) => errors.push(e)});
    expect(errors[0]).toMatchObject({name: "NotFiniteError", step: 5, path: "layers.0.weight", lastGood: good});
    expect(errors[1]).toMatchObject({name: "StageError"});
  });
});
