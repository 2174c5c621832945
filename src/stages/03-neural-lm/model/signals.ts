/** A deep network over windows of names before and while it learns, and what passes through each of its layers. */
import * as t from "/lib/tensor.js";
import {bengio, type ContextBatch} from "/lib/stages/neural-lm.js";
import {curveOf, type SignalBend, type SignalShape} from "./predictedSignals.js";

export interface SignalSetting extends SignalShape {
  /** Neurons of each layer, and numbers of a window's vectors. */
  readonly width: number;
  readonly seed?: number;
}

interface Layer {
  readonly dense: t.DenseParams;
  readonly norm: t.LayerNormalizedParams;
}

/** `table` has a vector for each token. */
export interface SignalParams {
  readonly table: t.Tensor;
  readonly layers: readonly Layer[];
  readonly output: t.DenseParams;
}

const CONTEXT = 4;
/** A slope below this is called flat. */
const FLAT = 0.05;

const functions: Readonly<Record<SignalBend, (x: t.Tensor) => t.Tensor>> = {
  tanh: t.tanh,
  relu: t.relu,
  gelu: (x) => t.gelu(x),
  none: (x) => x
};

/** Batches of contexts of names with what follows, and a vocabulary: nothing is trained here. */
export const namesData = (corpus: string, batchSize = 64, seed = 1) => {
  const {data, tokenizer} = bengio({corpus, documents: true, context: CONTEXT, batchSize, seed});
  return {data, vocabulary: tokenizer.vocabulary.tokens.length};
};

/** The network before training. Its last layer starts a tenth as large as usual, as that of `bengio` does. */
export function firstParams({width, depth, gain, seed = 1}: SignalSetting, vocabulary: number): SignalParams {
  const {init} = t.dense({inputs: width, outputs: width, gain});
  const norm = t.layerNormalized({width});
  return {
    table: t.randomNormal(t.fold(t.key(seed), 1), [vocabulary, width / CONTEXT]),
    layers: Array.from({length: depth}, (_, i) => ({
      dense: init(t.fold(t.key(seed), 2 + i)),
      norm: norm.init(t.key(0))
    })),
    output: t.dense({inputs: width, outputs: vocabulary, gain: 0.01}).init(t.fold(t.key(seed), 100))
  };
}

/** A way through the network: the signal after 0, 1, … layers, what goes into each bend, and the logits. */
interface Way {
  readonly signals: readonly t.Tensor[];
  readonly sums: readonly t.Tensor[];
  readonly logits: t.Tensor;
}

/** `nudges` are added to the signals: nothing, by which the gradient is that by the signals. */
function through(
  {bend, layering, width}: SignalSetting,
  {table, layers, output}: SignalParams,
  contexts: t.Tensor,
  nudges?: readonly t.Tensor[]
): Way {
  const nudged = (x: t.Tensor, i: number): t.Tensor => (nudges === undefined ? x : t.add(x, nudges[i]!));
  const phi = functions[bend];
  const signals = [nudged(t.reshape(t.embedding(table, contexts), [contexts.shape[0]!, width]), 0)];
  const sums: t.Tensor[] = [];
  layers.forEach(({dense: {weight, bias}, norm}, i) => {
    const h = signals[i]!;
    const z = layering === "residual" ? h : t.linear(h, weight, bias);
    const sum = layering === "norm" ? t.layerNorm(z, norm.weight, norm.bias) : z;
    sums.push(sum);
    const out = layering === "residual" ? t.add(h, t.linear(phi(h), weight, bias)) : phi(sum);
    signals.push(nudged(out, i + 1));
  });
  return {signals, sums, logits: t.linear(signals.at(-1)!, output.weight, output.bias)};
}

/** Nats per token. */
export const lossOf =
  (setting: SignalSetting) =>
  (params: SignalParams, {contexts, next}: ContextBatch) =>
    t.crossEntropy(through(setting, params, contexts).logits, next);

/** What passes through after so many layers. */
export interface SignalLayer {
  readonly signal: readonly number[];
  /** Of the loss by the signal, example by example. */
  readonly gradient: readonly number[];
  readonly rms: number;
  readonly gradientRms: number;
  /** Shares of slopes below 0.05, and of neurons where they are for every example; 0 of the input. */
  readonly flat: number;
  readonly dead: number;
}

const rmsOf = (list: readonly number[]): number =>
  Math.sqrt(list.reduce((sum, x) => sum + x * x, 0) / Math.max(1, list.length));

/** The signals of a batch, and their gradients. */
export function signalsOf(
  setting: SignalSetting,
  params: SignalParams,
  {contexts, next}: ContextBatch
): {readonly layers: readonly SignalLayer[]; readonly loss: number} {
  const {depth, width, bend} = setting;
  const rows = contexts.shape[0]!;
  const nothing = Array.from({length: depth + 1}, () => t.zeros([rows, width]));
  const loss = (nudges: readonly t.Tensor[]) => t.crossEntropy(through(setting, params, contexts, nudges).logits, next);
  const {value, grads} = t.valueAndGrad(loss)(nothing);
  const {signals, sums} = through(setting, params, contexts);
  const layers = signals.map((one, i) => {
    const signal = Array.from(one.data);
    const gradient = Array.from(grads[i]!.data, (g) => g * rows); // the loss is a mean over examples
    return {signal, gradient, rms: rmsOf(signal), gradientRms: rmsOf(gradient), ...flatness(sums[i - 1], bend, width)};
  });
  return {layers, loss: t.item(value)};
}

function flatness(sum: t.Tensor | undefined, bend: SignalBend, width: number): {flat: number; dead: number} {
  if (sum === undefined) return {flat: 0, dead: 0};
  const {slope} = curveOf(bend);
  const alive = new Set<number>();
  let flat = 0;
  Array.from(sum.data).forEach((z, i) => {
    if (Math.abs(slope(z)) < FLAT) flat++;
    else alive.add(i % width);
  });
  return {flat: flat / sum.data.length, dead: 1 - alive.size / width};
}

/** How it is trained: gradient descent, AdamW, or AdamW with steps a hundred times as long. All clip gradients at 1. */
export type Training = "descent" | "adamw" | "long";

/** The parameters after 1, 2, 3, … steps. */
export function training(
  kind: Training,
  setting: SignalSetting,
  first: SignalParams,
  data: (step: number) => ContextBatch
): Generator<SignalParams, never> {
  if (kind === "descent") return learned(setting, t.sgd({learningRate: 0.3}), first, data);
  const learningRate = kind === "adamw" ? 0.003 : 0.3;
  return learned(setting, t.adamwChain({learningRate, weightDecay: 0}), first, data);
}

function* learned<S>(
  setting: SignalSetting,
  optimizer: t.GradientTransformation<S>,
  first: SignalParams,
  data: (step: number) => ContextBatch
): Generator<SignalParams, never> {
  const clipped = t.chain(t.clipByGlobalNorm(1), optimizer);
  const step = t.inRegion((params: SignalParams, state: readonly [null, S], batch: ContextBatch) => {
    const grads = t.grad(lossOf(setting))(params, batch);
    const [updates, next] = clipped.update(grads, state, params);
    return [t.applyUpdates(params, updates), next] as const;
  });
  let [params, state] = [first, clipped.init(first)];
  for (let i = 0; ; i++) {
    [params, state] = step(params, state, data(i));
    yield params;
  }
}
