/** A transformer of any description as a stage. */
import {fold, key, type Stage} from "/lib/index.js";
import {
  adamw,
  adamwInit,
  add,
  affine,
  crossEntropy,
  inRegion,
  item,
  linearSchedule,
  region,
  valueAndGrad,
  warmupSchedule,
  type AdamwState,
  type Tensor
} from "/lib/tensor.js";
import {transformerLm, type SequenceBatch} from "/lib/stages/transformer.js";
import {transformer, type Transformer, type TransformerParams} from "/lib/transformer.js";
import {BALANCE, BATCH, JUDGED, STEPS, WARMUP, type Form} from "./architectureForms.js";
import {judgedWindows} from "./judgedWindows.js";

export interface ArchitectureConfig {
  readonly corpus: string;
  readonly form: Form;
  readonly learningRate: number;
  readonly seed: number;
  /** How much using experts alike counts beside the loss. */
  readonly balance?: number;
}

interface ArchitectureState {
  readonly step: number;
  readonly params: TransformerParams;
  readonly optimizer: AdamwState<TransformerParams>;
}

interface ArchitectureView {
  readonly transformer: Transformer;
  /** Windows of held-out text, far apart: what all forms are judged by. */
  readonly judged: readonly SequenceBatch[];
}

export interface ArchitectureMetrics {
  /** On text that is held out, in nats a letter: the mean over whole windows. */
  readonly held: number;
}

/** It learns a text, whatever its form is. */
export const architectureStage: Stage<
  ArchitectureConfig,
  SequenceBatch,
  ArchitectureState,
  ArchitectureMetrics,
  ArchitectureView
> = ({corpus, form, learningRate, seed, balance = BALANCE}) => {
  const {context} = form;
  const {data, held, tokenizer} = transformerLm({corpus, context, batchSize: BATCH, seed});
  const model = transformer({...form, vocabSize: tokenizer.vocabulary.tokens.length});
  const loss =
    ({inputs, targets}: SequenceBatch) =>
    (params: TransformerParams): Tensor => {
      const {logits, balance: uneven} = model.forward(params, inputs);
      const said = crossEntropy(logits, targets);
      return uneven === undefined ? said : add(said, affine(uneven, balance, 0));
    };
  const rate = warmupSchedule(WARMUP, linearSchedule({learningRate, totalSteps: STEPS - WARMUP}));
  const judged = judgedWindows(held, {...JUDGED, context});
  const judge = ({inputs, targets}: SequenceBatch, params: TransformerParams): number =>
    item(region(() => crossEntropy(model.apply(params, inputs), targets)));
  return {
    transformer: model,
    judged,
    data,
    model: () => {
      const params = model.init(fold(key(seed), 0));
      return {step: 0, params, optimizer: adamwInit(params)};
    },
    step: inRegion(({step, params, optimizer}: ArchitectureState, batch: SequenceBatch): ArchitectureState => {
      const {grads} = valueAndGrad(loss(batch))(params);
      const [moved, next] = adamw(params, grads, optimizer, {learningRate: rate(step)});
      return {step: step + 1, params: moved, optimizer: next};
    }),
    metrics: ({params}) => ({
      held: judged.reduce((sum, batch) => sum + judge(batch, params), 0) / judged.length
    })
  };
};
