import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {mul, ones, randomNormal, tensor, zeros} from "../../lib/tensor.js";

/** A model that every library trains, written in each as its users would write it. */
export type Model = Readonly<{name: string; kind: "gpt"} & GptSizes> | Readonly<{name: string; kind: "mlp"} & MlpSizes>;

interface GptSizes {
  readonly vocabSize: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly context: number;
  readonly batch: number;
}
export interface Layer<T> {
  readonly norm1: {readonly weight: T; readonly bias: T};
  readonly qkv: {readonly weight: T; readonly bias: T};
  readonly projection: {readonly weight: T; readonly bias: T};
  readonly norm2: {readonly weight: T; readonly bias: T};
  readonly up: {readonly weight: T; readonly bias: T};
  readonly down: {readonly weight: T; readonly bias: T};
}
/** A pre-norm decoder with learned positions and a head of its own (Radford et al. 2019). */
export interface Gpt<T> {
  readonly tokens: T;
  readonly positions: T;
  readonly layers: readonly Layer<T>[];
  readonly norm: {readonly weight: T; readonly bias: T};
  readonly head: T;
}

interface MlpSizes {
  readonly vocabSize: number;
  readonly embedding: number;
  readonly context: number;
  readonly hidden: number;
  readonly batch: number;
}
/** The neural language model of Bengio et al. 2003, without the direct connections. */
export interface Mlp<T> {
  readonly tokens: T;
  readonly hidden: {readonly weight: T; readonly bias: T};
  readonly out: {readonly weight: T; readonly bias: T};
}

export type GptModel = Extract<Model, {kind: "gpt"}>;
export type MlpModel = Extract<Model, {kind: "mlp"}>;

const gpt = {kind: "gpt", vocabSize: 65, layers: 4, heads: 4, context: 64} as const;
export const models = {
  bengio: {kind: "mlp", name: "Bengio MLP, batch 64", vocabSize: 65, embedding: 24, context: 8, hidden: 200, batch: 64},
  gpt: {...gpt, name: "char-GPT, width 128, batch 12", width: 128, batch: 12},
  small: {...gpt, name: "char-GPT, width 64, batch 32", width: 64, batch: 32}
} as const satisfies Readonly<Record<string, Model>>;

export const adam = {learningRate: 1e-3, b1: 0.9, b2: 0.999, eps: 1e-8, weightDecay: 0.01};

const SEED = key(1);

/** Draws for each matrix its own numbers: the same for every library, as they all begin with these tensors. */
function drawing(): (spread: number, ...shape: readonly number[]) => Tensor {
  let drawn = 0;
  return (spread, ...shape) => mul(randomNormal(fold(SEED, drawn++), shape), spread);
}

export function gptParams({vocabSize, width, layers, context}: GptModel): Gpt<Tensor> {
  const draw = drawing();
  const norm = () => ({weight: ones([width]), bias: zeros([width])});
  const linear = (from: number, to: number) => ({weight: draw(0.02, from, to), bias: zeros([to])});
  return {
    tokens: draw(0.02, vocabSize, width),
    positions: draw(0.02, context, width),
    layers: Array.from({length: layers}, () => ({
      norm1: norm(),
      qkv: linear(width, 3 * width),
      projection: linear(width, width),
      norm2: norm(),
      up: linear(width, 4 * width),
      down: linear(4 * width, width)
    })),
    norm: norm(),
    head: draw(0.02, width, vocabSize)
  };
}

export function mlpParams({vocabSize, embedding, context, hidden}: MlpModel): Mlp<Tensor> {
  const draw = drawing();
  return {
    tokens: draw(1, vocabSize, embedding),
    hidden: {weight: draw(0.05, context * embedding, hidden), bias: zeros([hidden])},
    out: {weight: draw(0.05, hidden, vocabSize), bias: zeros([vocabSize])}
  };
}

export interface Batch<T> {
  /** [batch, context] */
  readonly ids: T;
  /** One for each prediction: after every position by a GPT, after the last by an MLP. */
  readonly targets: T;
}

/** The batch of every step: a model that learns it shows by its loss that it does all of the work. */
export function batchOf({kind, vocabSize, context, batch}: Model): Batch<Tensor> {
  const ids = (size: number, factor: number): Int32Array =>
    Int32Array.from({length: size}, (_, i) => (i * factor) % vocabSize);
  const predictions = kind === "gpt" ? [batch, context] : [batch];
  return {
    ids: tensor(ids(batch * context, 7919), {shape: [batch, context]}),
    targets: tensor(ids(kind === "gpt" ? batch * context : batch, 104_729), {shape: predictions})
  };
}

/** A model in one library, on its way: each call does one step of AdamW and gives the loss before it. */
export type Trainer = () => number | Promise<number>;
