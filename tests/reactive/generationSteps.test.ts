import {lastValueFrom, take, toArray} from "rxjs";
import {describe, expect, it} from "vitest";
import {key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {writing, type WritingConfig} from "../../lib/decode/writing.js";
import {abortedBy} from "../../lib/reactive/abortedBy.js";
import {generationSteps} from "../../lib/reactive/generationSteps.js";
import {toAsyncIterable} from "../../lib/reactive/toAsyncIterable.js";
import {handTurned} from "./drift.js";

/** A model that counts how often it is asked. */
function counted() {
  let asked = 0;
  const predict = (ids: ArrayLike<number>): Float64Array => {
    asked++;
    return Float64Array.from({length: 4}, (_, i) => normal(key(ids[ids.length - 1]!), i));
  };
  const config: WritingConfig = {
    predict,
    prompt: [1],
    length: 12,
    key: key(2),
    decode: (ids) => ids.map((id) => "abcd"[id]).join("")
  };
  return {config, asked: () => asked};
}

/** A list of numbers that says when it is left. */
function numbers(length = Infinity) {
  let left = 0;
  function* steps() {
    try {
      for (let n = 0; n < length; n++) yield {n};
    } finally {
      left++;
    }
  }
  return {steps, left: () => left};
}

describe("a stream of steps", () => {
  it("has a step for each token, with what is known of it and the text so far", async () => {
    const {config} = counted();
    const steps = await lastValueFrom(generationSteps(() => writing(config)).pipe(toArray()));
    expect(steps.map(({milliseconds: _, ...step}) => step)).toEqual([...writing(config)]);
    for (const {milliseconds} of steps) expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(steps.map(({text}) => text.length)).toEqual(Array.from({length: 12}, (_, i) => i + 1));
  });

  it("tells how long each took, by the clock, without what was waited between them", () => {
    const {scheduler, turn} = handTurned(1);
    const times: number[] = [];
    generationSteps(numbers(3).steps, {budget: 0, scheduler}).subscribe(({milliseconds}) => times.push(milliseconds));
    for (let i = 0; i < 3; i++) {
      turn();
      scheduler.now(); // time goes by
      scheduler.now();
    }
    expect(times).toEqual([1, 1, 1]);
  });

  it("begins after subscribe has returned, in slices of the budget, and ends with what it reads", () => {
    const {scheduler, turn, waiting} = handTurned(1);
    const seen: (number | string)[] = [];
    const {steps, left} = numbers(5);
    generationSteps(steps, {budget: 9, scheduler}).subscribe({
      next: ({n}) => seen.push(n),
      complete: () => seen.push("end")
    });
    expect(seen).toEqual([]);
    turn();
    expect([seen, waiting()]).toEqual([[0, 1, 2], 1]);
    turn();
    expect([seen, waiting(), left()]).toEqual([[0, 1, 2, 3, 4, "end"], 0, 1]);
  });

  it("stops at once when it is unsubscribed from, within a slice or between two, and asks the model no more", async () => {
    const {config, asked} = counted();
    await lastValueFrom(generationSteps(() => writing(config), {budget: Infinity}).pipe(take(3)));
    expect(asked()).toBe(3);
    const {scheduler, turn, waiting} = handTurned(1);
    const {steps, left} = numbers();
    const subscription = generationSteps(steps, {budget: 0, scheduler}).subscribe();
    turn();
    expect([waiting(), left()]).toEqual([1, 0]);
    subscription.unsubscribe();
    expect([waiting(), left()]).toEqual([0, 1]);
  });

  it("may be left by what it is made of", () => {
    const {scheduler, turn, waiting} = handTurned(0);
    const seen: unknown[] = [];
    let left = false;
    function* steps() {
      try {
        yield {n: 0};
        subscription.unsubscribe();
        yield {n: 1};
      } finally {
        left = true;
      }
    }
    const subscription = generationSteps(steps, {scheduler}).subscribe({
      next: ({n}) => seen.push(n),
      error: (error) => seen.push(error)
    });
    turn();
    expect([seen, waiting(), left]).toEqual([[0], 0, true]);
  });

  it("begins anew for each subscriber", async () => {
    const {config, asked} = counted();
    const stream = generationSteps(() => writing({...config, length: 4})).pipe(toArray());
    const [a, b] = await Promise.all([lastValueFrom(stream), lastValueFrom(stream)]);
    expect(a.map(({token}) => token)).toEqual(b.map(({token}) => token));
    expect(asked()).toBe(8);
  });

  it("is read by for await, and stops with the loop", async () => {
    const {config, asked} = counted();
    const texts: string[] = [];
    for await (const {text} of toAsyncIterable(generationSteps(() => writing(config), {budget: 0}))) {
      texts.push(text);
      if (texts.length === 3) break;
    }
    expect(texts.map((text) => text.length)).toEqual([1, 2, 3]);
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([asked(), before < 12]).toEqual([before, true]);
  });

  it("ends by a signal, with its reason", async () => {
    const {config, asked} = counted();
    const controller = new AbortController();
    const seen: number[] = [];
    const stream = generationSteps(() => writing(config)).pipe(abortedBy(controller.signal));
    const ended = new Promise((resolve) => {
      stream.subscribe({
        next: ({count}) => {
          seen.push(count);
          if (count === 2) controller.abort();
        },
        error: resolve
      });
    });
    expect(await ended).toBe(controller.signal.reason);
    expect([seen, asked()]).toEqual([[1, 2], 2]);
  });

  it("has what a step throws as its error, and refuses a budget that is none", async () => {
    const {config} = counted();
    const wrong = generationSteps(() => writing({...config, length: -1}));
    await expect(lastValueFrom(wrong)).rejects.toThrow("writing.length");
    expect(() => generationSteps(() => [], {budget: -1})).toThrow("generationSteps.budget");
  });
});
