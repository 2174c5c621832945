/** A transformer trained with numbers of few bits, emulated: each number is rounded where a machine would store it. */
import {fold, key} from "/lib/index.js";
import {
  adamw,
  adamwInit,
  add,
  affine,
  crossEntropy,
  inRegion,
  item,
  linearSchedule,
  mapTree,
  region,
  stopGradient,
  sub,
  tensor,
  valueAndGrad,
  warmupSchedule,
  type AdamwState,
  type Tensor
} from "/lib/tensor.js";
import {transformerLm, type SequenceBatch} from "/lib/stages/transformer.js";
import {transformer, type Edit, type TransformerParams} from "/lib/transformer.js";
import {FLOAT32, type FloatFormat} from "../../../components/floats.js";
import {judgedWindows} from "./judgedWindows.js";
import {rounderTo} from "./rounder.js";
import {PRECISION_STEPS, PRECISIONS, type Precision} from "./precisionSpec.js";

const [CONTEXT, BATCH, RATE, WARMUP] = [48, 16, 0.006, 20];
const rate = warmupSchedule(WARMUP, linearSchedule({learningRate: RATE, totalSteps: PRECISION_STEPS - WARMUP}));

/** A tensor with each number rounded. */
function rounded({data, shape}: Tensor, format: FloatFormat): Tensor {
  const numbers = data as Float32Array;
  return tensor(format === FLOAT32 ? numbers.slice() : numbers.map(rounderTo(format)), {shape});
}

const roundedTree = <P extends object>(tree: P, format: FloatFormat): P =>
  mapTree((leaf) => rounded(leaf as Tensor, format), tree) as P;

/** Rounds what the model computes. The slope goes through as if nothing were rounded: a machine has none for it either. */
const roundedOnTheWay =
  (format: FloatFormat): Edit =>
  (_, x) =>
    format === FLOAT32 ? x : add(x, stopGradient(sub(rounded(x, format), x)));

/** Slopes of 2^power times the loss, rounded, and divided by it again in float32. */
function slopes(
  loss: (params: TransformerParams) => Tensor,
  params: TransformerParams,
  format: FloatFormat,
  power: number
): TransformerParams {
  const {grads} = valueAndGrad((p: TransformerParams) => affine(loss(p), 2 ** power, 0))(params);
  return mapTree((leaf) => affine(rounded(leaf as Tensor, format), 2 ** -power, 0), grads) as TransformerParams;
}

/** Held-out loss after so many steps. */
export function precisionRun(corpus: string, precision: Precision, seed: number, steps = PRECISION_STEPS): number {
  const {format, master, power} = PRECISIONS[precision];
  const {data, held, tokenizer} = transformerLm({corpus, context: CONTEXT, batchSize: BATCH, seed});
  const model = transformer({
    vocabSize: tokenizer.vocabulary.tokens.length,
    layers: 2,
    width: 48,
    heads: 4,
    context: CONTEXT,
    tied: true
  });
  const edit = roundedOnTheWay(format);
  const step = inRegion(
    (params: TransformerParams, state: AdamwState<TransformerParams>, batch: SequenceBatch, learningRate: number) => {
      const loss = (p: TransformerParams): Tensor => crossEntropy(model.apply(p, batch.inputs, {edit}), batch.targets);
      const grads = slopes(loss, roundedTree(params, format), format, power);
      const [moved, next] = adamw(params, grads, state, {learningRate});
      return [master ? moved : roundedTree(moved, format), next] as const;
    }
  );
  let params = model.init(fold(key(seed), 0));
  let state = adamwInit(params);
  for (let i = 0; i < steps; i++) [params, state] = step(params, state, data(i), rate(i));
  const [judged] = judgedWindows(held, {windows: 96, context: CONTEXT});
  const {inputs, targets} = judged!;
  return item(region(() => crossEntropy(model.apply(roundedTree(params, format), inputs, {edit}), targets)));
}
