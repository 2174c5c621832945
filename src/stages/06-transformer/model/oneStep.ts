/** One training step of a transformer of Llama’s form, on made-up ids. */
import {adamw, adamwInit, crossEntropy, key, region, tensor, valueAndGrad, type Tensor} from "/lib/tensor.js";
import {llama, transformer, type TransformerConfig, type TransformerParams} from "/lib/transformer.js";

export interface StepSizes {
  readonly vocabSize: number;
  readonly layers: number;
  readonly width: number;
  readonly batch: number;
  readonly context: number;
}

export const described = ({vocabSize, layers, width, context}: StepSizes): TransformerConfig =>
  llama({vocabSize, layers, width, heads: 4, context, tied: true});

/** A function that makes the step, and gives the parameters and means after it. All that it starts from is there before. */
export function oneStep(sizes: StepSizes) {
  const {vocabSize, batch, context} = sizes;
  const model = transformer(described(sizes));
  const params = model.init(key(1));
  const optimizer = adamwInit(params);
  const ids = tensor(
    Int32Array.from({length: batch * context}, (_, i) => (i * 7) % vocabSize),
    {shape: [batch, context]}
  );
  const loss = (p: TransformerParams): Tensor => crossEntropy(model.apply(p, ids), ids);
  return () => region(() => adamw(params, valueAndGrad(loss)(params).grads, optimizer, {learningRate: 0.001}));
}
