/** The raced network, taken apart: its gradients, its loss and its data, for whoever wants to tamper with a step. */
import {bengio, type BengioConfig, type BengioParams} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import {racedNetwork} from "./networks.js";

type Opened = ReturnType<typeof bengio>;
export type Batch = ReturnType<Opened["data"]>;

export interface PracticeNetwork {
  readonly first: BengioParams;
  /** As many tokens as logits. */
  readonly vocabulary: number;
  readonly data: (step: number) => Batch;
  readonly gradients: (params: BengioParams, batch: Batch) => BengioParams;
  /** In nats per token. */
  readonly lossOn: (params: BengioParams, batch: Batch) => number;
  /** On all held-out names, in nats per token. */
  readonly held: (params: BengioParams) => number;
}

export function practiceNetwork(corpus: string, change: Partial<BengioConfig> = {}): PracticeNetwork {
  const opened = bengio({...racedNetwork(corpus), ...change});
  const state = opened.model();
  const {held, parts} = opened;
  return {
    first: state.params,
    vocabulary: opened.tokenizer.vocabulary.tokens.length,
    data: opened.data,
    gradients: (params, batch) => opened.gradients({...state, params}, batch),
    lossOn: (params, {contexts, next}) =>
      t.inRegion(() => t.item(t.crossEntropy(opened.logits(params, contexts), next)))(),
    held: (params) => opened.informationOf(params, parts.held(0, held.length)).crossEntropyNats
  };
}

/** The same parameters with each number of each tensor as `f` makes it, as float32. */
export const mapNumbers = <P extends object>(params: P, f: (x: number) => number): P =>
  t.mapTree((leaf) => {
    const {data, shape} = leaf as t.Tensor;
    return t.tensor(Float32Array.from(data as Float32Array, f), {shape});
  }, params) as P;

/** First weights a factor larger: those of the hidden layer, and those of the output. */
export function rescaled({embedding, layers}: BengioParams, hidden: number, output: number): BengioParams {
  const last = layers.length - 1;
  return {
    embedding,
    layers: layers.map((layer, i) => ({...layer, weight: t.affine(layer.weight, i === last ? output : hidden, 0)}))
  };
}

/** All hidden neurons alike: each with the weights of the first, to it and from it. */
export function allAlike({embedding, layers}: BengioParams): BengioParams {
  const [hidden, output] = layers as readonly [BengioParams["layers"][number], BengioParams["layers"][number]];
  const columns = hidden.weight.shape[1]!;
  const outputs = output.weight.shape[1]!;
  const [into, from] = [hidden.weight.data, output.weight.data];
  const filled = (like: t.Tensor, at: (i: number) => number): t.Tensor =>
    t.tensor(
      Float32Array.from(like.data as Float32Array, (_, i) => at(i)),
      {shape: like.shape}
    );
  return {
    embedding,
    layers: [
      {...hidden, weight: filled(hidden.weight, (i) => into[i - (i % columns)]!)},
      {...output, weight: filled(output.weight, (i) => from[i % outputs]!)}
    ]
  };
}

/** The largest difference between a hidden neuron's weights, to it and from it, and those of the first. */
export function differenceOfNeurons({layers}: BengioParams): number {
  const [hidden, output] = layers as readonly [BengioParams["layers"][number], BengioParams["layers"][number]];
  const columns = hidden.weight.shape[1]!;
  const outputs = output.weight.shape[1]!;
  const [into, from] = [hidden.weight.data, output.weight.data];
  return Math.max(
    ...Array.from(into, (x, i) => Math.abs(x - into[i - (i % columns)]!)),
    ...Array.from(from, (x, i) => Math.abs(x - from[i % outputs]!))
  );
}
