import {macrotaskScheduler, type Frame, type Opened} from "llm-first-principles";
import type {LmMetrics} from "llm-first-principles/stages/neural-lm";
import {iterate} from "llm-first-principles/tensor";
import {map, pipe, scan, timestamp, type OperatorFunction, type Timestamp} from "rxjs";
import type {OpenedModel, State} from "../models/openModel.js";
import type {RunSettings} from "../runs/runSettings.js";

/** Steps from one on to the next at which something is due. */
function untilDue({steps, every, saveEvery, sampleEvery}: RunSettings, step: number): number {
  const periods = [every, saveEvery, ...(sampleEvery > 0 ? [sampleEvery] : [])];
  return Math.max(1, Math.min(steps - step, ...periods.map((period) => period - (step % period))));
}

/**
 * A model whose batches are stretches: at most so many steps, and never beyond one at which something is due. The states between
 * stay in the engine’s memory, where the next step finds them, so a stretch is faster than its steps one by one, and has the
 * same bits.
 */
export const inStretches = (
  {model, data, step, metrics}: OpenedModel,
  settings: RunSettings
): Opened<number, State, LmMetrics> => ({
  model,
  data: (most) => most,
  step: (state, most) =>
    iterate((now: State, at) => step(now, data(at)), state, Math.min(most, untilDue(settings, state.step)), state.step),
  metrics: (state) => metrics(state, data(state.step))
});

/** Milliseconds that a stretch is to take: then signals and timers have their turn. */
const [SHORT, LONG] = [100, 300] as const;
const MOST = 256;

/** How many steps a stretch has at most, from ticks that each wait for the one before: more while they come fast, fewer while slowly. */
export const stretchLengths = (): OperatorFunction<number, number> =>
  pipe(
    timestamp(macrotaskScheduler),
    scan<Timestamp<number>, Pace>(({length, last}, {timestamp: now}) => {
      const took = now - last;
      const next = took < SHORT ? Math.min(MOST, 2 * length) : took > LONG ? Math.max(1, length >> 1) : length;
      return {length: next, last: now};
    }, FIRST),
    map(({length}) => length)
  );

interface Pace {
  readonly length: number;
  /** When the last tick came. */
  readonly last: number;
}

const FIRST: Pace = {length: 2, last: -Infinity}; // the first tick halves it

/** Frames by the steps that their states have done, where a stream counts stretches. */
export const byStep = (): OperatorFunction<Frame<State, LmMetrics>, Frame<State, LmMetrics>> =>
  map((frame) => ({
    step: frame.state.step,
    state: frame.state,
    get metrics() {
      return frame.metrics;
    }
  }));
