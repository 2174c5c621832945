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

/** The embedding, and of the first and the last block one matrix of each part: more lines than these nobody can read. */
export function shownLayers(paths: readonly string[]): readonly string[] {
  const inner = paths.filter((path) => /(attention\.query|feedForward\.down)\.weight$/.test(path));
  return ["embedding.weight", ...new Set([...inner.slice(0, 2), ...inner.slice(-2)])];
}
