import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";
import {NEVER, Subject, Subscription, concat, of, type Observable} from "rxjs";
import {describe, expect, it} from "vitest";
import {abortedBy} from "../../lib/reactive/abortedBy.js";
import {clock, type Control} from "../../lib/reactive/clock.js";
import {every} from "../../lib/reactive/every.js";
import {progress} from "../../lib/reactive/progress.js";
import {remote} from "../../lib/reactive/remote.js";
import {run} from "../../lib/reactive/run.js";
import {seek} from "../../lib/reactive/seek.js";
import {serve} from "../../lib/reactive/serve.js";
import {served} from "../../lib/reactive/worker/served.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {served as inThisThread} from "./fakeWorker.js";
import {altered, drift, type DriftConfig, type DriftState} from "./fixtures/stages.js";

const CYCLES = 10_000;
const config: DriftConfig = {rate: 0.1, seed: 3};

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes in use, once all that can be freed is freed, promises and finished timers included. */
async function heap(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

const pending = (): number => process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name)).length;

/** Subscribes and unsubscribes, at once or from inside next, again and again, and lets the thread go now and then. */
async function cycle(make: () => Observable<unknown>, times = CYCLES): Promise<void> {
  for (let i = 0; i < times; i++) {
    const cut = new Subscription();
    cut.add(make().subscribe(() => i % 2 === 0 && cut.unsubscribe()));
    worker.log.length = 0;
    if (i % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
    cut.unsubscribe();
  }
}

const controls = new Subject<Control>();
const {signal} = new AbortController();
const shared = timeline(drift, config, {memory: {snapshots: 4}});
const worker = inThisThread(
  (port) => serve(port, {drift: served(drift)}),
  (message) => message
);
const there = remote<DriftConfig, DriftState, number>(worker.create, {stage: "drift", config});

describe(`after ${CYCLES} subscriptions nothing is left of`, () => {
  it.each<[string, () => Observable<unknown>]>([
    ["ticks and run", () => ticks().pipe(run(drift, config), every(3), progress(9), abortedBy(signal))],
    ["seek", () => concat(of(1000000000), NEVER).pipe(seek(shared, {budget: 0}))],
    ["seek in a fork", () => of(50).pipe(seek(shared.fork(20, {rate: 0.5}), {budget: 0}))],
    ["clock", () => clock(concat(of<Control>({type: "play"}), controls), {speed: 1000})],
    ["remote", () => concat(of(1000000000), NEVER).pipe(seek(there, {budget: 0}))],
    ["a fork of remote", () => of(50).pipe(seek(there.fork(20, {rate: 0.5}), {budget: 0}))]
  ])(
    "%s",
    async (_, make) => {
      await cycle(make, 1000); // warms up
      const timers = pending();
      const before = await heap();
      await cycle(make);
      const growth = (await heap()) - before;
      expect(growth).toBeLessThan(1_000_000);
      expect(pending()).toBeLessThanOrEqual(timers);
      expect(controls.observed).toBe(false);
      expect([worker.living(), worker.listening()]).toEqual([0, 0]);
    },
    120_000
  );
});

it("a long run forgets its states: 100,000 steps grow by their metrics alone", async () => {
  const bigStep = altered(drift, ({step}) => ({
    model: () => ({x: 1, age: 0, ballast: new Float64Array(1000)}),
    step: (state, batch) => ({...step(state, batch), ballast: new Float64Array(1000)})
  }));
  const run = timeline(bigStep, config, {memory: {bytes: 100_000}});
  run.at(1000);
  const before = (await heap()) + process.memoryUsage().arrayBuffers;
  run.at(100_000);
  const after = (await heap()) + process.memoryUsage().arrayBuffers;
  expect(after - before).toBeLessThan(4_000_000);
  expect(run.history(100_000)).toHaveLength(100_001);
});
