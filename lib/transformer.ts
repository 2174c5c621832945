export * from "./reactive/generationSteps.js";
export {beams, beamSearch, type BeamConfig, type Beams, type Hypothesis} from "./decode/beamSearch.js";
export * from "./decode/contrastive.js";
export * from "./decode/lengthPenalties.js";
export * from "./decode/speculative.js";
export * from "./decode/stopStrings.js";
export * from "./decode/writing.js";
export {
  transformer,
  type Attend,
  type Forward,
  type ForwardOptions,
  type Transformer
} from "./nn/transformer/transformer.js";
export {FEED_FORWARDS, POSITIONS, type FeedForwardKind, type PositionKind} from "./nn/transformer/forms.js";
export {type FullTransformerConfig, type TransformerConfig} from "./nn/transformer/transformerConfig.js";
export * from "./nn/transformer/computeOptimal.js";
export {estimate, type Estimate, type EstimateOptions, type ParameterCounts} from "./nn/transformer/estimate.js";
export {
  cachedTensors,
  emptyCache,
  firstPositions,
  lastPositions,
  readOn,
  type KeptRows,
  type KeyValueCache,
  type ReadOn,
  type RoomOfRows
} from "./nn/transformer/keyValueCache.js";
export {cachedReader, type CachedReader, type CachedReaderOptions} from "./lm/cachedReader.js";
export {batchWriter, type BatchText, type BatchWriter, type TransformerText} from "./lm/batchWriter.js";
export type {ReadText} from "./lm/readingWindow.js";
export {generateBatch, type BatchStep, type GenerateBatchOptions} from "./lm/generateBatch.js";
export * from "./nn/transformer/headScores.js";
export * from "./nn/transformer/patching.js";
export type {Heads} from "./nn/transformer/attentionLayer.js";
export type {Edit} from "./nn/transformer/edits.js";
export * from "./nn/transformer/presets.js";
export type {
  AttentionParams,
  BlockParams,
  FeedForwardParams,
  LinearParams,
  NormParams,
  TransformerParams
} from "./nn/transformer/transformerParams.js";
