import {crossEntropy} from "../../autodiff/fused/crossEntropy.js";
import {grad} from "../../autodiff/grad.js";
import {argmax} from "../../autodiff/ops/reduce.js";
import {relu, sigmoid, sin, tanh} from "../../autodiff/ops/unary.js";
import {checkFields} from "../../core/checkFields.js";
import {fold, key} from "../../core/random/key.js";
import {makeAnew, type Stage} from "../../core/stage.js";
import type {Tensor} from "../../core/tensorData.js";
import {dense, type DenseParams} from "../../nn/dense.js";
import {followedBy} from "../../nn/followedBy.js";
import {sequence} from "../../nn/sequence.js";
import {adamw, adamwInit, type AdamwState} from "../../optim/adamw.js";
import {item, tensor} from "../../tensor/make.js";
import {inRegion} from "../../tensor/region.js";
import type {LabeledPoint} from "./datasets.js";
import {scalarMlp, type HeldOutPoints} from "./scalarMlp.js";
import {scalarMlpConfig, type FullScalarMlpConfig, type ScalarMlpConfig} from "./scalarMlpConfig.js";

/** What the network on tensors can be told: what the one of scalars can, but for what AdamW does in its own way. */
export type TensorMlpConfig = Omit<ScalarMlpConfig, "loss" | "momentum">;

/** Layers: `weight` is `[inputs, outputs]`, `bias` `[outputs]`, both float32. */
export type TensorMlpParams = readonly DenseParams[];

/** A network on tensors while it learns. */
export interface TensorMlpState {
  readonly step: number;
  readonly params: TensorMlpParams;
  readonly moments: AdamwState<TensorMlpParams>;
}

/** Points as tensors: `x` is `[points, 2]`, `y` `[points]` int32, 1 for class 1 and 0 for class −1. */
export interface PointBatch {
  readonly x: Tensor;
  readonly y: Tensor;
}

/** Losses in nats per point, and shares of points whose larger logit is that of their class. */
export interface TensorMlpMetrics {
  readonly trainLoss: number;
  readonly validationLoss: number;
  readonly trainAccuracy: number;
  readonly validationAccuracy: number;
}

const activations = {tanh, relu, sigmoid, sin} as const;
const defaults: TensorMlpConfig = {hidden: [16, 16], learningRate: 0.01, batchSize: 32};

function fullConfig(config: TensorMlpConfig): FullScalarMlpConfig {
  checkFields("config", config, [
    "dataset",
    "samples",
    "noise",
    "validation",
    "hidden",
    "activation",
    "learningRate",
    "weightDecay",
    "batchSize",
    "seed"
  ]);
  return scalarMlpConfig({...defaults, ...config});
}

/** Points as a network on tensors takes them. */
export const pointBatch = (points: readonly LabeledPoint[]): PointBatch => ({
  x: tensor(Float32Array.from(points.flatMap(({x}) => x)), {shape: [points.length, 2]}),
  y: tensor(Int32Array.from(points, ({label}) => (label === 1 ? 1 : 0)))
});

/** The network: dense layers with an activation between them, from `[points, 2]` to two logits for each point. */
function networkOf({hidden, activation}: FullScalarMlpConfig) {
  const sizes = [2, ...hidden, 2];
  const layers = sizes.slice(1).map((outputs, i) => {
    const layer = dense({inputs: sizes[i]!, outputs, gain: activation === "relu" ? 2 : 1});
    return i === hidden.length ? layer : followedBy(layer, activations[activation]);
  });
  return sequence(...layers);
}

/** Two logits for each point: `[points, 2]`. */
export const tensorLogits = (config: TensorMlpConfig): ((params: TensorMlpParams, x: Tensor) => Tensor) =>
  networkOf(fullConfig(config)).apply;

/**
 * The network of stage 2 on tensors: layers are matrices, the loss is the cross-entropy of two logits, steps are
 * AdamW's. Points and batches are those of `scalarMlp`.
 */
export const tensorMlp: Stage<TensorMlpConfig, PointBatch, TensorMlpState, TensorMlpMetrics, HeldOutPoints> = (
  config,
  reuse = makeAnew
) => {
  const full = fullConfig(config);
  const {seed, learningRate, weightDecay} = full;
  const {data, train, held} = scalarMlp(full, reuse);
  const {init, apply: logits} = networkOf(full);
  const gradients = grad((params: TensorMlpParams, {x, y}: PointBatch) => crossEntropy(logits(params, x), y));
  const [ofTrain, ofHeld] = reuse("tensors", [train, held], () => [pointBatch(train), pointBatch(held)] as const);
  const measured = inRegion((params: TensorMlpParams, {x, y}: PointBatch) => {
    const scores = logits(params, x);
    const classes = argmax(scores).data;
    const right = Array.from(y.data).filter((label, i) => label === classes[i]).length;
    return [item(crossEntropy(scores, y)), right / y.data.length] as const;
  });
  return {
    train,
    held,
    data: (step) => pointBatch(data(step)),
    model: () => {
      const params = init(fold(key(seed), 3));
      return {step: 0, params, moments: adamwInit(params)};
    },
    step: inRegion(({step, params, moments}: TensorMlpState, batch: PointBatch): TensorMlpState => {
      const [next, seen] = adamw(params, gradients(params, batch), moments, {learningRate, weightDecay});
      return {step: step + 1, params: next, moments: seen};
    }),
    metrics: ({params}) => {
      const [trainLoss, trainAccuracy] = measured(params, ofTrain);
      const [validationLoss, validationAccuracy] = measured(params, ofHeld);
      return {trainLoss, validationLoss, trainAccuracy, validationAccuracy};
    }
  };
};
