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
  lastPositions,
  readOn,
  type KeyValueCache,
  type ReadOn
} from "./nn/transformer/keyValueCache.js";
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
export {
  fromHuggingFaceConfig,
  toHuggingFaceConfig,
  type EndTokens,
  type HuggingFaceConfig
} from "./interop/huggingFaceConfig.js";
export {
  fromHuggingFaceWeights,
  huggingFaceKind,
  toHuggingFaceWeights,
  type HuggingFaceKind,
  type NamedTensors
} from "./interop/huggingFaceWeights.js";
export type {ExportedModel, ImportedModel} from "./interop/exportedModel.js";
export type {GenerationSettings} from "./interop/generationSettings.js";
export {readGguf, type ReadGguf, type ReadGgufOptions} from "./interop/readGguf.js";
export {writeGguf, type GgufModel} from "./interop/writeGguf.js";
export {readHuggingFace, type ReadHuggingFace, type ReadHuggingFaceOptions} from "./interop/readHuggingFace.js";
export {writeHuggingFace, type Files, type HuggingFaceModel} from "./interop/writeHuggingFace.js";
export type {FloatType} from "./io/floatBytes.js";
export {zip} from "./io/zip.js";
