export {bengio, bengioFields, type BengioConfig, type BengioParams} from "./bengio.js";
export {OPTIMIZERS, type LmConfig, type OptimizerName} from "./lmConfig.js";
export type {LayerMeasure} from "./layerMeasures.js";
export type {Learning, LmMetrics, LmState, LmView} from "./lmModel.js";
export type {ContextBatch, LmText} from "./lmText.js";
export {neuralBigram, neuralBigramFields, type NeuralBigramParams} from "./neuralBigram.js";
export {generationFrom, sampleFrom, type SampleOptions} from "./sampleFrom.js";
export type {WindowModel, WindowView} from "./windowModel.js";
