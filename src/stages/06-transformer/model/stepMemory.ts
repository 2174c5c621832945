/** What a training step of a transformer takes: as estimated from its description, and as the engine measures it. */
import {
  adamw,
  adamwInit,
  crossEntropy,
  key,
  peakMemory,
  region,
  tensor,
  valueAndGrad,
  type Tensor
} from "/lib/tensor.js";
import {estimate, llama, transformer, type Estimate, type TransformerParams} from "/lib/transformer.js";

export interface StepSizes {
  readonly layers: number;
  readonly width: number;
  readonly batch: number;
  readonly context: number;
}

const described = ({layers, width, context}: StepSizes) =>
  llama({vocabSize: 65, layers, width, heads: 4, context, tied: true});

export const stepEstimate = (sizes: StepSizes): Estimate["bytes"] =>
  estimate(described(sizes), {batch: sizes.batch}).bytes;

/** Bytes at the peak of a real step, beyond those taken before. */
export function stepMeasured(sizes: StepSizes): number {
  const model = transformer(described(sizes));
  const params = model.init(key(1));
  const optimizer = adamwInit(params);
  const ids = tensor(
    Int32Array.from({length: sizes.batch * sizes.context}, (_, i) => (i * 7) % 65),
    {shape: [sizes.batch, sizes.context]}
  );
  const loss = (p: TransformerParams): Tensor => crossEntropy(model.apply(p, ids), ids);
  return peakMemory(() =>
    region(() => adamw(params, valueAndGrad(loss)(params).grads, optimizer, {learningRate: 0.001}))
  ).bytes;
}
