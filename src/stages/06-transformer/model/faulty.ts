/** A small transformer, and a program around it that has a fault: runs to be diagnosed. */
import {fold, key, temperature, type Stage} from "/lib/index.js";
import {
  adamwChain,
  affine,
  chain,
  clipByGlobalNorm,
  crossEntropy,
  globalNorm,
  inRegion,
  isTensor,
  item,
  leaves,
  optimizerStep,
  reshape,
  slice,
  tensor,
  trace,
  valueAndGrad,
  warmupSchedule,
  type Tensor
} from "/lib/tensor.js";
import {
  sampleFrom,
  transformerLm,
  type LmState,
  type LmText,
  type SequenceBatch,
  type Writing
} from "/lib/stages/transformer.js";
import type {Transformer, TransformerParams} from "/lib/transformer.js";
import type {BenchMetrics} from "../../../components/workbench/benchMetrics.js";
import {faultStart, PROMPT, type FaultyConfig} from "./faultCases.js";
import {judgedWindows} from "./judgedWindows.js";

export type FaultyState = LmState<TransformerParams>;

export interface FaultyView extends LmText {
  readonly transformer: Transformer;
  /** Logits as the program has them, for ids [batch, seqLen]. */
  readonly read: (params: TransformerParams, ids: Tensor) => Tensor;
  /** What it writes from: logits of what follows ids. */
  readonly predict: Writing<TransformerParams>["predict"];
  /** The text that it writes, as it spells it. */
  readonly write: (
    params: TransformerParams,
    step: number,
    how: {readonly length: number; readonly temperature: number}
  ) => string;
  /** Ids as it spells them. */
  readonly spell: (ids: ArrayLike<number>) => string;
  readonly gradients: (state: FaultyState, batch: SequenceBatch) => TransformerParams;
  readonly activations: (params: TransformerParams, ids: Tensor) => Readonly<Record<string, Tensor>>;
}

/** Deviations of the wide embedding, beside what is usual. */
const WIDER = 1 / 0.02;

/** Held-out windows of a measure. */
const JUDGED = 24;

const lengths = (tree: object): ReadonlyMap<string, number> =>
  new Map(leaves(tree).flatMap(([path, leaf]) => (isTensor(leaf) ? [[path, item(globalNorm([leaf]))]] : [])));

/** A transformer in training, with a fault if it is told one. Measures are those of the program, faults and all. */
export const faulty: Stage<FaultyConfig, SequenceBatch, FaultyState, BenchMetrics, FaultyView> = (
  {fault = "none", ...config},
  reuse
) => {
  const opened = transformerLm(config, reuse);
  const {transformer: model, tokenizer, held} = opened;
  const {learningRate = faultStart.learningRate, warmup = 0, clip = 1, context = faultStart.context, seed = 1} = config;
  const rises = warmupSchedule(warmup, learningRate);
  const rateAt = (step: number): number => rises(step + 1); // no step is lost to a rate of 0
  const optimizerAt = (step: number) =>
    chain(clipByGlobalNorm(clip), adamwChain({learningRate: rateAt(step), weightDecay: 0}));
  const told = (batch: SequenceBatch): SequenceBatch =>
    fault === "not shifted" ? {...batch, targets: batch.inputs} : batch;
  const read = (params: TransformerParams, ids: Tensor): Tensor =>
    model.apply(params, ids, fault === "no mask" ? {prefix: ids.shape[1]!} : {}); // a prefix is what all places see
  const loss =
    (batch: SequenceBatch) =>
    (params: TransformerParams): Tensor => {
      const {inputs, targets} = told(batch);
      const places = inputs.shape[0]! * inputs.shape[1]!;
      return crossEntropy(reshape(read(params, inputs), [places, model.config.vocabSize]), reshape(targets, [places]));
    };
  const [judged] = judgedWindows(held, {windows: JUDGED, context});
  const predict: FaultyView["predict"] = (params) => (ids) => {
    const all = ids.length === 0 ? [0] : Array.from(ids);
    const seen = (fault === "last unread" && all.length > 1 ? all.slice(0, -1) : all).slice(-context);
    const {data} = inRegion((p: TransformerParams) =>
      slice(read(p, tensor(Int32Array.from(seen), {shape: [1, seen.length]})), null, [seen.length - 1, seen.length])
    )(params);
    return Float64Array.from(data);
  };
  const writer = {tokenizer: fault === "other vocabulary" ? byFrequency(opened) : tokenizer, predict};
  return {
    ...opened,
    read,
    predict,
    write: (params, step, {length, temperature: heat}) =>
      sampleFrom(writer, params, {key: fold(key(seed), 1000 + step), length, rule: temperature(heat), prompt: PROMPT}),
    spell: writer.tokenizer.decode,
    model: () => {
      const {params} = opened.model();
      const first =
        fault === "wide embedding"
          ? {...params, embedding: {weight: affine(params.embedding.weight, WIDER, 0)}}
          : params;
      return {step: 0, params: first, optimizer: optimizerAt(0).init(first)};
    },
    step: inRegion(({step, params, optimizer}: FaultyState, batch: SequenceBatch): FaultyState => {
      const {grads} = valueAndGrad(loss(batch))(params);
      const at = optimizerAt(step);
      const [next, state] = optimizerStep(at, params, grads, optimizer as ReturnType<typeof at.init>);
      return {step: step + 1, params: next, optimizer: state};
    }),
    gradients: inRegion(({params}: FaultyState, batch: SequenceBatch) => valueAndGrad(loss(batch))(params).grads),
    activations: (params, ids) =>
      trace((p: TransformerParams) =>
        model.apply(p, ids, {patterns: true, ...(fault === "no mask" && {prefix: ids.shape[1]!})})
      )(params).activations,
    metrics: inRegion(({step, params, optimizer}: FaultyState, batch: SequenceBatch): BenchMetrics => {
      const {value, grads} = valueAndGrad(loss(batch))(params);
      const at = optimizerAt(step);
      const [updates] = at.update(grads, optimizer as ReturnType<typeof at.init>, params);
      const [gradientOf, updateOf] = [lengths(grads), lengths(updates)];
      return {
        batchLoss: item(value),
        validationLoss: item(loss(judged!)(params)),
        gradientNorm: item(globalNorm(grads)),
        learningRate: rateAt(step),
        layers: [...lengths(params)].map(([path, weightNorm]) => ({
          path,
          weightNorm,
          gradientNorm: gradientOf.get(path)!,
          updateNorm: updateOf.get(path)!
        }))
      };
    })
  };
};

/** The same letters under other ids: the commonest first, where training had them by their code. */
function byFrequency({tokenizer, train}: Pick<LmText, "tokenizer" | "train">): LmText["tokenizer"] {
  const {tokens} = tokenizer.vocabulary;
  const counts = new Float64Array(tokens.length);
  for (const id of train) counts[id]!++;
  const order = [...tokens.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const place = new Map(order.map((id, rank) => [id, rank]));
  return {
    ...tokenizer,
    encode: (text) => tokenizer.encode(text).map((id) => place.get(id)!),
    decode: (ids) => tokenizer.decode(Array.from(ids, (id) => order[id]!))
  };
}
