import type {RunSettings} from "../runs/runSettings.js";

/** What is to be done at a step. */
export interface Due {
  readonly measured: boolean;
  readonly sampled: boolean;
  readonly saved: boolean;
}

/** What is due depends on the step alone: a run that goes on does at each step what one does that never stopped. */
export function dueAt({steps, every, saveEvery, sampleEvery}: RunSettings, step: number): Due {
  const last = step >= steps;
  const saved = last || (step > 0 && step % saveEvery === 0);
  return {
    measured: saved || step % every === 0,
    sampled: sampleEvery > 0 && (last || (step > 0 && step % sampleEvery === 0)),
    saved
  };
}
