import type {Frame} from "../core/stage.js";
import type {Parts} from "./parts.js";
import type {Memory} from "./snapshots.js";
import {trunk, type Trunk} from "./trunk.js";

/** A run, and the one it was forked from, which answers for all steps before `from`. */
export interface Branch<B, S, M> {
  readonly parts: Parts<B, S, M>;
  readonly memory: Required<Memory<S>>;
  readonly past: Branch<B, S, M> | undefined;
  readonly from: number;
  /** Its own steps, once it was asked for one. */
  grown: Trunk<B, S, M> | undefined;
}

/** The run that answers for a step. */
export function owner<B, S, M>(branch: Branch<B, S, M>, step: number): Branch<B, S, M> {
  let answering = branch;
  while (answering.past !== undefined && step < answering.from) answering = answering.past;
  return answering;
}

/** From the last known moment to the step asked for, frame by frame, through the pasts that were not visited yet. */
export function* walk<B, S, M>(branch: Branch<B, S, M>, step: number): Generator<Frame<S, M>, Frame<S, M>, undefined> {
  const legs = [{run: owner(branch, step), until: step}];
  for (let run = legs[0]!.run; run.grown === undefined && run.past !== undefined; run = run.past)
    legs.unshift({run: run.past, until: run.from});
  let last: Frame<S, M> | undefined;
  let worked = false;
  for (const {run, until} of legs) {
    const steps = (run.grown ??= trunk(run.parts, last ?? {step: 0, state: run.parts.model()}, run.memory));
    let moment = steps.nearest(until);
    for (; moment.step < until && !steps.ended(moment); worked = true) {
      if (worked) yield steps.frame(moment);
      moment = steps.after(moment);
    }
    last = steps.frame(moment);
  }
  return last!;
}

/** The last step not after `step` that is remembered, on the way to it. */
export function known<B, S, M>(branch: Branch<B, S, M>, step: number): number {
  let [run, until] = [owner(branch, step), step];
  while (run.grown === undefined && run.past !== undefined) [run, until] = [run.past, run.from];
  return run.grown?.known(until) ?? 0;
}

/** What was measured at steps `first` … `step`, as far as the run has been there. */
export function history<B, S, M>(branch: Branch<B, S, M>, step: number, first: number): readonly M[] {
  const pieces: (readonly M[])[] = [];
  let last = step;
  for (let run: Branch<B, S, M> | undefined = owner(branch, last); run && last >= first;) {
    if (run.grown === undefined) {
      last = Math.min(last, run.from - 1);
    } else {
      const {origin, log} = run.grown;
      pieces.unshift(log.slice(Math.max(0, first - origin), Math.max(0, last + 1 - origin)));
      last = origin - 1;
    }
    run = run.past && owner(run.past, last);
  }
  return ([] as M[]).concat(...pieces);
}
