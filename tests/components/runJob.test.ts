import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {runJob} from "../../src/components/exercise/runJob.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A job whose messages come at these milliseconds. */
function job(messages: readonly (readonly [at: number, message: object])[], seconds?: number) {
  const closed = vi.fn();
  const outcome = runJob((hear) => {
    for (const [at, message] of messages) setTimeout(() => hear(message), at);
    return Promise.resolve(closed);
  }, seconds);
  return {outcome, closed};
}

it("times code from where it begins, however long a busy machine takes to begin", async () => {
  const {outcome, closed} = job([
    [6000, {type: "begun"}],
    [8000, {type: "value", index: 0, value: 3, args: []}],
    [8100, {type: "done"}]
  ]);
  await vi.advanceTimersByTimeAsync(8100);
  expect(await outcome).toEqual({
    answers: new Map([[0, {kind: "value", value: 3, args: []}]]),
    logs: [],
    end: {kind: "done"}
  });
  expect(closed).toHaveBeenCalledTimes(1);
});

it("ends code that gives no answer in its seconds, and lets it begin only once", async () => {
  const {outcome} = job([
    [100, {type: "begun"}],
    [2000, {type: "begun"}]
  ]);
  await vi.advanceTimersByTimeAsync(2601);
  expect((await outcome).end).toEqual({kind: "time", seconds: 2.5});
  const longer = job([[0, {type: "begun"}]], 5);
  await vi.advanceTimersByTimeAsync(5001);
  expect((await longer.outcome).end).toEqual({kind: "time", seconds: 5});
});

it("says so where nothing begins", async () => {
  const {outcome, closed} = job([]);
  await vi.advanceTimersByTimeAsync(10_001);
  expect((await outcome).end).toMatchObject({
    kind: "broke",
    message: expect.stringContaining("has not begun") as string
  });
  expect(closed).toHaveBeenCalledTimes(1);
});
