import type {TransformerLmConfig} from "/lib/stages/transformer.js";

/** How the transformer that comes with the book was trained: on Moby Dick, letter by letter. */
export const characterGptConfig = {
  context: 96,
  width: 128,
  layers: 4,
  heads: 4,
  batchSize: 16,
  optimizer: "muon",
  learningRate: 0.01,
  schedule: "cosine",
  warmup: 100,
  totalSteps: 4000,
  weightDecay: 0.05,
  scored: 20000,
  seed: 1
} as const satisfies Omit<TransformerLmConfig, "corpus">;
