import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Worker} from "node:worker_threads";
import {build} from "esbuild";
import {NEVER, Subject, concat, first, firstValueFrom, lastValueFrom, of, takeWhile, toArray} from "rxjs";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {WorkerError} from "../../lib/core/errors.js";
import {remote, type Remote} from "../../lib/reactive/remote.js";
import {every} from "../../lib/reactive/every.js";
import {seek} from "../../lib/reactive/seek.js";
import type {Seekable} from "../../lib/reactive/seekable.js";
import {strides} from "../../lib/reactive/strides.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {StageError} from "../../lib/reactive/stageError.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {drift, type DriftConfig, type DriftState} from "./fixtures/stages.js";

const folder = mkdtempSync(join(tmpdir(), "worker-"));
const script = join(folder, "worker.mjs");
const config: DriftConfig = {rate: 0.1, seed: 3};
let alive = 0;
const exits: Promise<void>[] = [];
const terminated = () => Promise.all(exits);

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "fixtures/driftWorker.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm"
  })
);
afterEach(terminated);
afterAll(() => rmSync(folder, {recursive: true}));

const create =
  (file = script, workerData: unknown = null) =>
  () => {
    const worker = new Worker(file, {workerData});
    alive++;
    exits.push(new Promise((resolve) => worker.once("exit", () => (alive--, resolve()))));
    return worker;
  };
const run = (stage: string, options: object = {}, worker = create()): Remote<DriftConfig, DriftState, number> =>
  remote(worker, {stage, config, ...options});
const ask = (n: number, of_: Remote<DriftConfig, DriftState, number>, budget = 1) =>
  lastValueFrom(of(n).pipe(seek(of_, {budget}), toArray()));

describe("a run in a thread of Node", () => {
  it("has the same bits as here, and so have its forks", async () => {
    const there = run("drift");
    const here = timeline(drift, config);
    const hold = there.answers(NEVER).subscribe();
    expect((await ask(2000, there)).at(-1)).toEqual(here.at(2000));
    const fork = there.fork(137, {rate: 0.01}).fork(200, {seed: 8});
    const same = here.fork(137, {rate: 0.01}).fork(200, {seed: 8});
    expect((await ask(500, fork)).at(-1)).toEqual(same.at(500));
    expect(fork.history(500)).toEqual(same.history(500));
    expect((await ask(3, there)).map(({step}) => step)).toEqual([3]);
    expect(alive).toBe(1);
    hold.unsubscribe();
    await terminated();
    expect(alive).toBe(0);
  });

  it("is answered in order: each frame is a later step", async () => {
    const steps = (await ask(20_000, run("drift"))).map(({step}) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(20_000);
    expect(steps.length).toBeGreaterThan(1);
  });

  it("gives way to a newer question in the middle of a long one", async () => {
    const questions = new Subject<number>();
    const there = run("drift");
    const answer = firstValueFrom(
      questions.pipe(
        seek(there, {budget: 1}),
        first(({step}) => step === 7)
      )
    );
    questions.next(1000000000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    questions.next(7);
    expect(await answer).toEqual(timeline(drift, config).at(7));
  });

  it("stops at once when it is unsubscribed, even in the middle of an endless step", async () => {
    const subscription = run("hangs").answers(of(9)).subscribe();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(alive).toBe(1);
    subscription.unsubscribe();
    await terminated();
    expect(alive).toBe(0);
  });
});

it("follows ticks step by step, as a run here does, and gives every nth frame of them", async () => {
  const here = timeline(drift, config);
  const follow = (of_: Seekable<DriftConfig, DriftState, number>) =>
    lastValueFrom(
      ticks().pipe(
        seek(of_),
        every(7),
        takeWhile(({step}) => step < 500, true),
        toArray()
      )
    );
  expect(await follow(run("drift"))).toEqual(await follow(here));
  expect(await lastValueFrom(strides(run("drift"), {by: 70, to: 500}).pipe(toArray()))).toEqual(
    [0, 70, 140, 210, 280, 350, 420, 490].map((n) => here.at(n))
  );
});

describe("of a thread of Node becomes an error on the stream:", () => {
  const fate = async (stage: string, options: object = {}, worker = create()) => {
    const there = run(stage, options, worker);
    await ask(4, there).catch(() => undefined);
    const error: unknown = await lastValueFrom(concat(of(9), NEVER).pipe(seek(there, {budget: 0}))).then(
      () => expect.fail("no error"),
      (error: unknown) => error
    );
    await terminated();
    return {error, there};
  };

  it.each([
    ["death", "dies", /ended by itself\n {2}code {2}3/],
    ["rejection", "rejects", /the worker failed\n {2}cause {2}lost promise/],
    ["crash", "crashes", /the worker failed\n {2}cause {2}in a timer/],
    ["gossip", "gossips", /unknown message/]
  ])("the %s, and the last frame stays", async (_, stage, message) => {
    const {error, there} = await fate(stage);
    expect(error).toBeInstanceOf(WorkerError);
    expect(error).toMatchObject({message: expect.stringMatching(message) as string});
    expect((error as WorkerError).step).toBe(there.lastFrame()!.step);
    expect(there.lastFrame()).toEqual(timeline(drift, config).at(there.lastFrame()!.step));
    expect(alive).toBe(0);
  });

  it("the silence, in a step that never ends, and in a worker that never speaks", async () => {
    const watch = {heartbeat: 20, silence: 200};
    // long enough to be loaded on a busy machine: one that was never heard has another error
    const fates = [
      [await fate("hangs", {...watch, silence: 1500}), /is silent[^]*raise `silence`/],
      [await fate("drift", watch, create(script, {mute: true})), /never answered[^]*calls `serve/]
    ] as const;
    for (const [{error}, message] of fates) {
      expect(error).toBeInstanceOf(WorkerError);
      expect(String(error)).toMatch(message);
      expect(alive).toBe(0);
    }
  });

  it("the throw of a stage, as itself", async () => {
    const {error} = await fate("throws");
    expect(error).toBeInstanceOf(StageError);
    expect(error).toMatchObject({part: "step", step: 5, cause: {name: "TypeError", message: "boom"}});
    expect(((error as StageError).cause as Error).stack).toMatch(/TypeError: boom\n.*worker\.mjs/);
  });

  it("the lack of its script", async () => {
    const {error} = await fate("drift", {}, create(join(folder, "nowhere.mjs")));
    expect(error).toBeInstanceOf(WorkerError);
    expect(String(error)).toMatch(/Cannot find module/);
  });

  it("the refusal of a config that can't be cloned", async () => {
    const {error} = await fate("drift", {config: {...config, f: () => 1}});
    expect(error).toBeInstanceOf(WorkerError);
    expect(String(error)).toMatch(/can't be sent/);
  });
});
