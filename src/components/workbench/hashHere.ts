import {hash, seek, timeline, type Stage} from "/lib/index.js";
import {lastValueFrom, of} from "/lib/rxjs.js";

/** Milliseconds that a proof holds the page before it gives it back. */
const BUDGET = 8;

/** The fingerprint of the state that a stage has after so many steps, computed here, in slices. */
export const hashHere =
  <C, B, S, M>(stage: Stage<C, B, S, M>) =>
  async (config: C, step: number): Promise<string> => {
    const run = timeline(stage, config, {history: false, memory: {snapshots: 1}});
    const {state} = await lastValueFrom(of(step).pipe(seek(run, {budget: BUDGET})));
    return hash(state);
  };
