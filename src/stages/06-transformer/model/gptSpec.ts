import type {TransformerLmConfig} from "/lib/stages/transformer.js";

/** What the workbench of transformers starts from, the text besides. */
export const gptStart = {
  context: 64,
  width: 64,
  layers: 2,
  heads: 4,
  batchSize: 16,
  learningRate: 0.003,
  scored: 2000
} as const;

export const STEPS = 1000;
export const EVERY = 20;

/** How a run writes as it goes. */
export const SAMPLE = {length: 160, temperature: 0.8} as const;

/** A config, from a form and a text: a list of names is learned name by name. */
export const gptConfig = (
  settings: Partial<TransformerLmConfig>,
  corpus: string,
  documents: boolean
): TransformerLmConfig => ({...gptStart, ...settings, corpus, documents});
