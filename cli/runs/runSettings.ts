import type {FieldsOf} from "llm-first-principles";

/** How long a run is, and what is kept of it on its way. */
export interface RunSettings {
  readonly steps: number;
  readonly every: number;
  readonly saveEvery: number;
  readonly sampleEvery: number;
  readonly sampleLength: number;
  readonly keep: number;
}

export const runFields: FieldsOf<RunSettings> = {
  steps: {kind: "whole", label: "Steps", about: "at which training ends", default: 2000, least: 0},
  every: {
    kind: "whole",
    label: "Measured",
    about: "every so many steps, and where a checkpoint is saved",
    default: 250,
    least: 1
  },
  saveEvery: {
    kind: "whole",
    label: "Saved",
    about: "every so many steps, and at the end: what a kill can lose",
    default: 500,
    least: 1
  },
  sampleEvery: {kind: "whole", label: "Sampled", about: "every so many steps; 0 for never", default: 1000, least: 0},
  sampleLength: {kind: "whole", label: "Sample length", about: "tokens of a sample", default: 200, least: 1},
  keep: {kind: "whole", label: "Kept", about: "checkpoints: the newest, besides the best", default: 3, least: 1}
};
