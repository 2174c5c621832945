import type {Frame} from "../../core/stage.js";
import type {Parts} from "../parts.js";
import {trunk, type Keeping, type Trunk} from "./trunk.js";

/**
 * A run, and the one it was forked from, which answers for the steps before `from`. If that one is done sooner, the fork
 * goes on from there.
 */
export interface Branch<B, S, M> extends Keeping<S> {
  readonly parts: Parts<B, S, M>;
  readonly past: Branch<B, S, M> | undefined;
  readonly from: number;
  /** Its own steps, once it was asked for one. */
  grown: Trunk<B, S, M> | undefined;
}

/** A run, and how far it has to go for a question. */
interface Leg<B, S, M> {
  readonly run: Branch<B, S, M>;
  readonly until: number;
}

/** The runs that a question leads through: from one that has been there, or the first of all, to the one asked. */
function legs<B, S, M>(branch: Branch<B, S, M>, step: number): readonly Leg<B, S, M>[] {
  const reversed: Leg<B, S, M>[] = [];
  let until = step;
  for (let run: Branch<B, S, M> | undefined = branch; run !== undefined; run = run.past) {
    reversed.push({run, until});
    if (run.grown !== undefined && until >= run.grown.origin) break;
    until = Math.min(until, run.from);
  }
  return reversed.reverse();
}

/** From the last known moment to the step asked for, frame by frame; the answer is the value returned. */
export function* walk<B, S, M>(branch: Branch<B, S, M>, step: number): Generator<Frame<S, M>, Frame<S, M>, undefined> {
  let last: Frame<S, M> | undefined;
  let ended = false;
  let worked = false;
  for (const {run, until} of legs(branch, step)) {
    if (last !== undefined && until < run.from && !ended) continue; // that is still its past
    const steps = (run.grown ??= trunk(run.parts, last ?? {step: 0, state: run.parts.model()}, run));
    let moment = steps.nearest(until);
    for (; moment.step < until && !steps.ended(moment); worked = true) {
      if (worked) yield steps.frame(moment);
      moment = steps.after(moment);
    }
    last = steps.frame(moment);
    ended = steps.ended(moment);
  }
  return last!;
}

/** The last step not after `step` that is remembered, on the way to it. */
export function known<B, S, M>(branch: Branch<B, S, M>, step: number): number {
  const {run, until} = legs(branch, step)[0]!;
  return run.grown?.known(until) ?? 0;
}

/** What was measured at steps `first` … `step`, as far as the run has been there. */
export function history<B, S, M>(branch: Branch<B, S, M>, step: number, first: number): readonly M[] {
  const pieces: (readonly M[])[] = [];
  let last = step;
  for (let run: Branch<B, S, M> | undefined = branch; run !== undefined && last >= first; run = run.past) {
    if (run.grown === undefined) {
      last = Math.min(last, run.from - 1);
    } else {
      const {origin, log, end} = run.grown;
      if (run !== branch) last = Math.min(last, end() - 1); // where it ends, a fork begins
      pieces.unshift(log.slice(Math.max(0, first - origin), Math.max(0, last + 1 - origin)));
      last = Math.min(last, origin - 1);
    }
  }
  return ([] as M[]).concat(...pieces);
}

/** The run to fork from at a step: the one that is known to answer for it, which may be a past one. */
export function parent<B, S, M>(branch: Branch<B, S, M>, step: number): Branch<B, S, M> {
  let run = branch;
  while (run.past !== undefined && run.grown !== undefined && step < run.grown.origin) run = run.past;
  return run;
}
