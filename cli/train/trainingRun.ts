import {
  allFinite,
  batches,
  macrotaskScheduler,
  measuring,
  NotFiniteError,
  progress,
  ticks,
  training,
  type Frame,
  type Origin,
  type Progress
} from "llm-first-principles";
import type {LmMetrics} from "llm-first-principles/stages/neural-lm";
import {
  endWith,
  filter,
  map,
  merge,
  scan,
  takeWhile,
  timestamp,
  type MonoTypeOperatorFunction,
  type Observable,
  type Timestamp
} from "rxjs";
import type {OpenedModel, State} from "../models/openModel.js";
import type {RunSettings} from "../runs/runSettings.js";
import {dueAt, type Due} from "./due.js";
import {byStep, inStretches, stretchLengths} from "./stretches.js";

/** A run at one of its steps, as whoever writes it down or shows it sees it. */
export interface Seen {
  readonly step: number;
  readonly state: State;
  readonly due: Due;
  /** What was measured last, at this step or before. */
  readonly metrics: LmMetrics | undefined;
  /** Steps per second. */
  readonly rate: number | undefined;
  readonly secondsLeft: number | undefined;
  /** Since this process began to train. */
  readonly seconds: number;
  /** Whether it ends here because it was told to. */
  readonly stopped: boolean;
}

interface TrainingRun {
  readonly opened: OpenedModel;
  readonly settings: RunSettings;
  /** Where it goes on from; that state is saved already. */
  readonly origin?: Origin<State>;
  /** Ends the run after the step that is being worked on. */
  readonly stop: Observable<unknown>;
}

/** Seconds over which the pace is smoothed. */
const SMOOTHING = 10;

type Paced = Timestamp<Progress<Frame<State, LmMetrics>>>;

/** The library’s pipeline: stretches, states, frames. A state that is to be saved is looked at for NaN first. */
function paced({opened, settings, origin}: TrainingRun): Observable<Paced> {
  const {steps} = settings;
  const stretched = inStretches(opened, settings);
  return ticks({budget: 0}).pipe(
    stretchLengths(),
    batches(stretched),
    training(stretched, origin),
    measuring(stretched),
    byStep(),
    takeWhile(({step}) => step < steps, true),
    allFinite(({step, state}) => (dueAt(settings, step).saved ? state : undefined)),
    progress(steps, {smoothing: SMOOTHING}),
    timestamp(macrotaskScheduler)
  );
}

const DONE = Symbol("done");
const TOLD = Symbol("told to stop");

/** A run that ends at a step: what was due there is done, and nothing else is due but that it is saved. */
const stoppedAt = (last: Seen, origin: Origin<State> | undefined): Seen => ({
  ...last,
  due: {measured: false, sampled: false, saved: !last.due.saved && last.step !== origin?.step},
  stopped: true
});

/** A stream that, once it is told to stop, says its last value again as one at which it stopped, and ends. */
const stoppedBy =
  ({stop, origin}: TrainingRun): MonoTypeOperatorFunction<Seen> =>
  (source) =>
    merge(source.pipe(endWith(DONE)), stop.pipe(map(() => TOLD))).pipe(
      scan<Seen | symbol, Seen | undefined, undefined>((last, now) => {
        if (typeof now !== "symbol") return now;
        return now === DONE || last === undefined ? undefined : stoppedAt(last, origin);
      }, undefined),
      takeWhile((seen) => seen !== undefined && !seen.stopped, true),
      filter((seen) => seen !== undefined)
    );

/**
 * What is measured on a frame. Where it cannot be, for the numbers have left what is finite, the step that comes next says by
 * which operation.
 */
function metricsOf({step, data}: OpenedModel, frame: Frame<State, LmMetrics>): LmMetrics {
  try {
    return frame.metrics;
  } catch (cause) {
    step(frame.state, data(frame.step));
    throw new NotFiniteError(frame.step, "what it says of held-out text", "NaN", undefined, {cause});
  }
}

/** All steps of a run, each once. */
export const trainingRun = (run: TrainingRun): Observable<Seen> => {
  const {settings, origin} = run;
  return paced(run).pipe(
    scan<Paced, {readonly seen: Seen; readonly began: number}, undefined>((last, {value, timestamp: now}) => {
      const {step, frame, rate, secondsLeft} = value;
      const due = dueAt(settings, step);
      const began = last?.began ?? now;
      const seen: Seen = {
        step,
        state: frame.state,
        due: {...due, saved: due.saved && step !== origin?.step},
        metrics: due.measured ? metricsOf(run.opened, frame) : last?.seen.metrics,
        rate,
        secondsLeft,
        seconds: (now - began) / 1000,
        stopped: false
      };
      return {seen, began};
    }, undefined),
    map(({seen}) => seen),
    stoppedBy(run)
  );
};
