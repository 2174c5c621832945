import type {RecurrentConfig} from "/lib/stages/neural-lm.js";

/** What the workbench of recurrent networks starts from, the text besides. */
export const recurrentStart = {
  cell: "gru",
  width: 16,
  hidden: 64,
  seqLen: 24,
  batchSize: 32,
  learningRate: 0.005,
  scored: 1500
} as const;

export const READ_STEPS = 600;
export const READ_EVERY = 10;

/** A config, from a form and a text: a list of names is learned name by name. */
export const recurrentConfig = (
  settings: Partial<RecurrentConfig>,
  corpus: string,
  documents: boolean
): RecurrentConfig => ({...recurrentStart, ...settings, corpus, documents});
