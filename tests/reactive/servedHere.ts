import {VirtualTimeScheduler, of} from "rxjs";
import {ConfigError} from "../../lib/core/errors.js";
import {remote, type Remote} from "../../lib/reactive/remote.js";
import {seek} from "../../lib/reactive/seek.js";
import {serve} from "../../lib/reactive/serve.js";
import {served} from "../../lib/reactive/worker/served.js";
import {handTurned} from "./drift.js";
import {altered, drift, type DriftConfig, type DriftState} from "./fixtures/stages.js";
import {served as inThisThread} from "./fakeWorker.js";

export const config: DriftConfig = {rate: 0.1, seed: 3};
const broken = altered(drift, ({step}) => ({
  step: (state, batch) => {
    if (state.age === 3) throw new TypeError("boom");
    return step(state, batch);
  }
}));
const refusing = (_: DriftConfig): never => {
  throw new ConfigError("config.rate", "must be positive", [{name: "rate", value: "-1"}], "try 0.1");
};
const uncloneable = altered(drift, () => ({model: () => ({x: 1, age: 0, f: () => 1})}));
export const stages = {
  drift: served(drift),
  seen: served(
    drift,
    (_, {rate}) =>
      ({state}) =>
        `${rate}: ${state.x}`
  ),
  broken: served(broken),
  refusing: served(refusing),
  uncloneable: served(uncloneable)
};
export type Drift = Remote<DriftConfig, DriftState, number>;
/** A frame as a worker sends it. */
export const frame = (question: number, step: number, history: number[] = [], from = 0) =>
  ({type: "frame", question, step, seen: {x: step, age: step}, metrics: step, history, from}) as const;

/** A worker on this thread, which serves in slices that the test turns by hand. */
export function thread(options: {stage?: keyof typeof stages; credit?: number} = {}) {
  const {scheduler, turn, waiting} = handTurned(1);
  const timer = new VirtualTimeScheduler();
  const worker = inThisThread((port) => serve(port, stages, {scheduler, timer}));
  const run: Drift = remote(worker.create, {stage: "drift", config, scheduler: new VirtualTimeScheduler(), ...options});
  const turnAll = () => {
    while (waiting() > 0) turn();
  };
  /** The frames of a question, asked with a budget of some readings of the clock. */
  const ask = (n: number, of_: Drift = run, budget = 3) => {
    const frames: {readonly step: number}[] = [];
    let error: unknown;
    of(n)
      .pipe(seek(of_, {budget}))
      .subscribe({next: (frame) => frames.push(frame), error: (e: unknown) => (error = e)});
    turnAll();
    return {frames, error};
  };
  return {...worker, run, ask, turn, turnAll, waiting};
}
