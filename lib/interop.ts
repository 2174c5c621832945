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
export type {GgufArray, GgufFact, GgufFile, GgufKind, GgufTensor, GgufType, GgufValue} from "./io/ggufFormat.js";
export {readGgufFile} from "./io/readGgufFile.js";
export {zip} from "./io/zip.js";
