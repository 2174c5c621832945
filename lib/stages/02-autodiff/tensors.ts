export {
  pointBatch,
  tensorLogits,
  tensorMlp,
  type PointBatch,
  type TensorMlpConfig,
  type TensorMlpMetrics,
  type TensorMlpParams,
  type TensorMlpState
} from "./tensorMlp.js";
