import {lastValueFrom, map, of, range, toArray} from "rxjs";
import {describe, expect, it} from "vitest";
import {makeAnew, type Reuse, type Stage} from "../../lib/core/stage.js";
import {every} from "../../lib/reactive/every.js";
import {run} from "../../lib/reactive/run.js";
import {seek} from "../../lib/reactive/seek.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {handTurned} from "./drift.js";
import {drift, type DriftConfig} from "./fixtures/stages.js";

const config: DriftConfig = {rate: 0.1, seed: 3};

/** Drift, with notes of what was opened, made and measured. */
function noted() {
  const notes = {opened: [] as DriftConfig[], noise: 0, measured: [] as number[]};
  const stage: Stage<DriftConfig, number, {readonly x: number; readonly age: number}, number> = (
    config,
    reuse: Reuse = makeAnew
  ) => {
    notes.opened.push(config);
    const opened = drift(config);
    const data = reuse("noise", [config.seed], () => (notes.noise++, opened.data));
    return {...opened, data, metrics: (state, batch) => (notes.measured.push(state.age), opened.metrics(state, batch))};
  };
  return {stage, notes};
}

describe("a config is opened once", () => {
  it("by each subscriber of a run, and not before", async () => {
    const {stage, notes} = noted();
    const frames = range(0, 50).pipe(run(stage, config));
    expect(notes.opened).toEqual([]);
    await lastValueFrom(frames);
    expect(notes.opened).toEqual([config]);
    await lastValueFrom(frames);
    expect(notes.opened).toEqual([config, config]);
  });

  it("by a timeline, whatever it is asked and by whom", async () => {
    const {stage, notes} = noted();
    const first = timeline(stage, config, {memory: {snapshots: 2}});
    expect(notes.opened).toEqual([]);
    for (const n of [30, 4, 60, 0]) first.at(n);
    await lastValueFrom(of(90).pipe(seek(first)));
    expect(first.opened().model()).toEqual(drift(config).model());
    expect(notes.opened).toEqual([config]);
  });

  it("and not again for a fork that changes nothing", () => {
    const {stage, notes} = noted();
    const first = timeline(stage, config);
    for (const fork of [first.fork(5, {}), first.fork(7, {rate: config.rate}).fork(9, {})]) fork.at(20);
    expect(notes.opened).toEqual([config]);
  });

  it("and again for a fork with a change, when it is asked, but of its parts only what the change touches", () => {
    const {stage, notes} = noted();
    const first = timeline(stage, config);
    const [faster, other] = [first.fork(5, {rate: 0.5}), first.fork(5, {seed: 4})];
    const again = faster.fork(8, {rate: 0.6});
    expect(notes.opened).toEqual([]);
    again.at(20);
    expect(notes.opened).toEqual([config, {...config, rate: 0.5}, {...config, rate: 0.6}]);
    expect(notes.noise).toBe(1);
    other.at(20);
    expect(notes.noise).toBe(2);
    expect(other.at(20)).toEqual(timeline(drift, config).fork(5, {seed: 4}).at(20));
    expect(again.at(20)).toEqual(timeline(drift, config).fork(5, {rate: 0.5}).fork(8, {rate: 0.6}).at(20));
  });
});

describe("metrics cost nothing where nobody looks", () => {
  it("of a run, those frames alone are measured whose metrics are read, each once", async () => {
    const {stage, notes} = noted();
    const frames = await lastValueFrom(range(0, 21).pipe(run(stage, config), every(10), toArray()));
    expect(notes.measured).toEqual([]);
    expect(frames.map(({metrics}) => metrics)).toEqual([0, 10, 20].map((n) => timeline(drift, config).at(n).metrics));
    expect(frames.map(({metrics}) => metrics)).toHaveLength(3);
    expect(notes.measured).toEqual([0, 10, 20]);
  });

  it("a frame that is copied, sent to another thread or written as JSON takes its metrics along", async () => {
    const frame = await lastValueFrom(range(0, 4).pipe(run(drift, config)));
    const plain = {step: 3, state: {...frame.state}, metrics: timeline(drift, config).at(3).metrics};
    expect({...frame}).toEqual(plain);
    expect(structuredClone(frame)).toEqual(plain);
    expect(JSON.parse(JSON.stringify(frame))).toEqual(plain);
    expect(Object.getOwnPropertyDescriptor({...frame}, "metrics")).toHaveProperty("value", plain.metrics);
  });

  it("of a timeline without history, likewise; its answers are the same", () => {
    const {stage, notes} = noted();
    const quiet = timeline(stage, {...config, steps: 40}, {history: false});
    const fork = quiet.fork(10, {rate: 0.7});
    const usual = timeline(drift, {...config, steps: 40});
    for (const n of [30, 3, 50]) {
      notes.measured.length = 0;
      expect(quiet.at(n)).toEqual(usual.at(n));
      expect(notes.measured).toEqual([usual.at(n).step]);
      expect(fork.at(n)).toEqual(usual.fork(10, {rate: 0.7}).at(n));
    }
    expect([quiet.history(50), fork.history(50)]).toEqual([[], []]);
  });

  it("of what a seek passes on the way, too", () => {
    const {stage, notes} = noted();
    const {scheduler, turn, waiting} = handTurned(1);
    const steps: number[] = [];
    of(30)
      .pipe(
        seek(timeline(stage, config, {history: false}), {budget: 5, scheduler}),
        map(({step}) => step)
      )
      .subscribe((step) => steps.push(step));
    while (waiting() > 0) turn();
    expect(steps).toEqual([5, 10, 15, 20, 25, 30]);
    expect(notes.measured).toEqual([]);
  });
});
