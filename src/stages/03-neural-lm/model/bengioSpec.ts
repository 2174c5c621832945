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

/** How a run writes as it goes. */
export const SAMPLE = {length: 80, temperature: 0.8} as const;

/** A config, from a form and a text: a list of names is learned name by name. */
export const bengioConfig = (settings: Partial<BengioConfig>, corpus: string, documents: boolean): BengioConfig => ({
  ...bengioStart,
  ...settings,
  corpus,
  documents
});
