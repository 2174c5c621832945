export {bengio, bengioFields, type BengioConfig, type BengioParams} from "./bengio.js";
export {OPTIMIZERS, type LmConfig, type OptimizerName} from "./lmConfig.js";
export {neuralBigram, neuralBigramFields, type NeuralBigramParams} from "./neuralBigram.js";
export type {ContextBatch, LmMetrics, LmState, LmView, WindowModel} from "./windowModel.js";
