import {
  addDecayedWeights,
  chain,
  clipByGlobalNorm,
  masked,
  partition,
  scaleByAdam,
  scaleByLearningRate,
  type Rate,
  type Selector
} from "/lib/tensor.js";

/** What most language models are trained with: clip first, then Adam, then decay for matrices alone, then the rate. */
export const usualOptimizer = (rate: Rate, decay = 0.1, decayed: Selector = "layers.*.weight") =>
  chain(
    clipByGlobalNorm(1),
    scaleByAdam({b2: 0.95}),
    masked(decayed, addDecayedWeights(decay)),
    scaleByLearningRate(rate)
  );

/** The same with a rate of its own for the embedding. */
export const groupedOptimizer = (rate: number, embeddingRate: number) =>
  partition((path) => (path.startsWith("embedding") ? "embedding" : "layers"), {
    embedding: chain(scaleByAdam(), scaleByLearningRate(embeddingRate)),
    layers: chain(scaleByAdam(), scaleByLearningRate(rate))
  });
