import type {TransformerLmConfig} from "/lib/stages/transformer.js";

/** How the transformer that comes with the book was trained: on Moby Dick, letter by letter. */
export const characterGptConfig = {
  context: 96,
  width: 96,
  layers: 4,
  heads: 4,
  batchSize: 16,
  learningRate: 0.004,
  schedule: "cosine",
  warmup: 100,
  totalSteps: 3000,
  weightDecay: 0.05,
  scored: 20000,
  seed: 1
} as const satisfies Omit<TransformerLmConfig, "corpus">;
