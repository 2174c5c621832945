export {documentsOf, windowsOf, type SequenceBatch} from "./sequences.js";
export {transformerLm, type TransformerLmView} from "./transformerLm.js";
export {transformerLmFields, type TransformerLmConfig} from "./transformerLmConfig.js";
export {
  OPTIMIZERS,
  SCHEDULES,
  type LmConfig,
  type LmTrainingConfig,
  type OptimizerName,
  type ScheduleName
} from "../../lm/lmConfig.js";
export type {LayerMeasure} from "../../lm/layerMeasures.js";
export type {LmMetrics, LmState, LmView} from "../../lm/lmModel.js";
export type {LmText} from "../../lm/lmText.js";
export {generationFrom, sampleFrom, type SampleOptions, type Writing} from "../../lm/sampleFrom.js";
