/** Transformers that are alike but for what they are trained to say. */
import {fold, key, uniform, type Key} from "/lib/index.js";
import {
  adamwChain,
  causalLm,
  chain,
  clipByGlobalNorm,
  crossEntropy,
  inRegion,
  item,
  linearSchedule,
  logSoftmax,
  maskedLm,
  optimizerStep,
  prefixLm,
  reshape,
  spanCorruption,
  tensor,
  valueAndGrad,
  warmupSchedule,
  type Aligned,
  type Tensor
} from "/lib/tensor.js";
import {transformer, type Transformer, type TransformerParams} from "/lib/transformer.js";
import {ROWS, specialsOf, TRAIN_STEPS, WINDOW, type ObjectiveName} from "./objectiveSpec.js";

const WARM_UP = 40;

/** Rows that are read and what is to be said of each place, both [rows, length], and how many places all see. */
interface ObjectiveBatch {
  readonly inputs: Tensor;
  readonly targets: Tensor;
  readonly prefix: number;
}

/** One example in the form of a decoder: what it reads, what it says, and how much at the start is seen by all. */
export function exampleOf(
  name: ObjectiveName,
  letters: number
): (ids: ArrayLike<number>, key: Key, step: number) => Aligned & {readonly prefix: number} {
  const {mask, sentinels, vocabSize} = specialsOf(letters);
  if (name === "causal") return (ids, at, step) => ({...causalLm()(ids, at, step), prefix: 0});
  if (name === "prefix") return prefixLm();
  if (name === "masked") {
    const masked = maskedLm({vocabSize, mask, special: sentinels});
    return (ids, at, step) => ({...masked(ids, at, step), prefix: 0});
  }
  const spans = spanCorruption({sentinels});
  return (ids, at, step) => {
    const {inputs, targets} = spans(ids, at, step);
    return prefixLm({prefix: inputs.length})([...inputs, ...targets], at, step); // its two parts, one after the other
  };
}

/** The batch of a step: windows of a text, each made into an example. */
export function objectiveBatch(name: ObjectiveName, ids: ArrayLike<number>, letters: number, drawn: Key) {
  const example = exampleOf(name, letters);
  return (step: number): ObjectiveBatch => {
    const here = fold(drawn, step);
    const shared = fold(here, ROWS); // rows of one batch share their prefix
    const rows = Array.from({length: ROWS}, (_, row) => {
      const start = Math.floor(uniform(here, row) * (ids.length - WINDOW));
      const window = Array.from({length: WINDOW}, (__, i) => ids[start + i]!);
      return example(window, name === "prefix" ? shared : fold(shared, row), step);
    });
    const shape = [ROWS, rows[0]!.inputs.length];
    const flat = (of: (row: Aligned) => Int32Array): Tensor =>
      tensor(Int32Array.from(rows.flatMap((row) => Array.from(of(row)))), {shape});
    return {inputs: flat((row) => row.inputs), targets: flat((row) => row.targets), prefix: rows[0]!.prefix};
  };
}

/** The model of an objective: all are alike, but only the masked one sees to both sides. */
export const modelFor = (name: ObjectiveName, letters: number): Transformer =>
  transformer({
    vocabSize: specialsOf(letters).vocabSize,
    layers: 2,
    width: 64,
    heads: 4,
    context: 80,
    tied: true,
    causal: name !== "masked"
  });

const lossOf =
  (model: Transformer, {inputs, targets, prefix}: ObjectiveBatch) =>
  (params: TransformerParams): Tensor => {
    const {vocabSize} = model.config;
    const logits = model.apply(params, inputs, prefix > 0 ? {prefix} : {});
    const places = inputs.shape[0]! * inputs.shape[1]!;
    return crossEntropy(reshape(logits, [places, vocabSize]), reshape(targets, [places]));
  };

/** How many places of a batch are told what they should have said. */
const toldIn = ({targets}: ObjectiveBatch): number => Array.from(targets.data).filter((id) => id >= 0).length;

/** Trains a model, and tells its parameters, and what it has been told, every so many steps, the first and the last among them. */
export function trainFor(
  name: ObjectiveName,
  ids: ArrayLike<number>,
  letters: number,
  {steps, every}: {readonly steps: number; readonly every: number},
  tell: (step: number, params: TransformerParams, said: number) => void
): TransformerParams {
  const model = modelFor(name, letters);
  const rate = warmupSchedule(WARM_UP, linearSchedule({learningRate: 0.004, totalSteps: TRAIN_STEPS - WARM_UP}));
  const optimizer = chain(clipByGlobalNorm(1), adamwChain({learningRate: rate, weightDecay: 0}));
  const batches = objectiveBatch(name, ids, letters, key(2));
  let params = model.init(key(1));
  let state = optimizer.init(params);
  const step = inRegion((p: TransformerParams, s: typeof state, batch: ObjectiveBatch) => {
    const {grads} = valueAndGrad(lossOf(model, batch))(p);
    return optimizerStep(optimizer, p, grads, s);
  });
  let said = 0;
  for (let i = 0; i < steps; i++) {
    if (i % every === 0) tell(i, params, said);
    const batch = batches(i);
    [params, state] = step(params, state, batch);
    said += toldIn(batch);
  }
  tell(steps, params, said);
  return params;
}

/** The loss of a model’s own task on batches of held-out text, the same ones each time. */
export function heldLoss(
  name: ObjectiveName,
  held: ArrayLike<number>,
  letters: number,
  params: TransformerParams,
  count = 8
): number {
  const model = modelFor(name, letters);
  const batches = objectiveBatch(name, held, letters, key(3));
  const one = inRegion((p: TransformerParams, batch: ObjectiveBatch) => item(lossOf(model, batch)(p)));
  return Array.from({length: count}, (_, i) => one(params, batches(i))).reduce((a, b) => a + b) / count;
}

/** Log-probabilities at every place of rows of one length: by row, by place, by token. */
export function logProbsOf(
  model: Transformer,
  params: TransformerParams,
  rows: readonly ArrayLike<number>[],
  prefix = 0
): readonly (readonly ArrayLike<number>[])[] {
  const length = rows[0]!.length;
  const ids = tensor(Int32Array.from(rows.flatMap((row) => Array.from(row))), {shape: [rows.length, length]});
  const {data} = inRegion((p: TransformerParams) => logSoftmax(model.apply(p, ids, prefix > 0 ? {prefix} : {})))(
    params
  );
  const {vocabSize} = model.config;
  return rows.map((_, row) =>
    Array.from({length}, (__, place) =>
      data.slice((row * length + place) * vocabSize, (row * length + place + 1) * vocabSize)
    )
  );
}
