import type {BengioConfig} from "/lib/stages/neural-lm.js";

/** What the workbench of the book starts from, the text besides. */
export const bengioStart = {
  context: 8,
  width: 16,
  hidden: [128],
  learningRate: 0.003,
  batchSize: 64,
  scored: 2000
} as const;

export const STEPS = 2000;
export const EVERY = 20;

/** A config, from a form and a text: a list of names is learned name by name. */
export const bengioConfig = (settings: Partial<BengioConfig>, corpus: string, documents: boolean): BengioConfig => ({
  ...bengioStart,
  ...settings,
  corpus,
  documents
});
