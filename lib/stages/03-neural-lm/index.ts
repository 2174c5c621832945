export {
  bootstrapMean,
  clusteredMean,
  type Bootstrap,
  type BootstrapOptions,
  type ClusteredMean
} from "../../core/clusteredMean.js";
export {
  heldOutDocuments,
  type DocumentEnds,
  type HeldOutDocuments,
  type HeldOutDocumentsOptions
} from "../../text/heldOutDocuments.js";
export {bengio, type BengioParams} from "./bengio.js";
export {bengioFields, type BengioConfig} from "./bengioFields.js";
export {
  OPTIMIZERS,
  SCHEDULES,
  type LmConfig,
  type LmTrainingConfig,
  type OptimizerName,
  type ScheduleName
} from "../../lm/lmConfig.js";
export type {LayerMeasure} from "../../lm/layerMeasures.js";
export type {Learning, LmMetrics, LmState, LmView} from "../../lm/lmModel.js";
export {windowsAt, type ContextBatch, type LmText} from "../../lm/lmText.js";
export {neuralBigram, type NeuralBigramParams} from "./neuralBigram.js";
export {neuralBigramFields} from "./neuralBigramFields.js";
export {recurrent, type Carried, type RecurrentState, type RecurrentView} from "./recurrent.js";
export {recurrentFields, type RecurrentConfig} from "./recurrentFields.js";
export type {RecurrentParams} from "./recurrentNetwork.js";
export {generationFrom, sampleFrom, type SampleOptions, type Writing} from "../../lm/sampleFrom.js";
export type {SegmentBatch} from "./segments.js";
export type {WindowModel, WindowView} from "./windowModel.js";
