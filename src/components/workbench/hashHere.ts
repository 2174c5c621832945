import {hash, seek, timeline, type Stage} from "/lib/index.js";
import {lastValueFrom, of, tap} from "/lib/rxjs.js";

/** Milliseconds that a proof holds the page before it gives it back. */
const BUDGET = 8;

/** Computes a fingerprint: of the state after so many steps; `reached` is told how far it has come. */
export type HashHere<C> = (config: C, step: number, reached: (step: number) => void) => Promise<string>;

/** The fingerprint of the state that a stage has after so many steps, computed here, in slices. */
export const hashHere =
  <C, B, S, M>(stage: Stage<C, B, S, M>): HashHere<C> =>
  async (config, step, reached) => {
    const run = timeline(stage, config, {history: false, memory: {snapshots: 1}});
    const frames = of(step).pipe(seek(run, {budget: BUDGET}));
    const {state} = await lastValueFrom(frames.pipe(tap((frame) => reached(frame.step))));
    return hash(state);
  };
