import type {Tensor} from "../../lib/core/tensorData.js";
import {leaves, mapTree} from "../../lib/core/tree.js";
import {
  adam,
  batchOf,
  gptParams,
  mlpParams,
  type Batch,
  type Gpt,
  type GptModel,
  type Mlp,
  type MlpModel,
  type Model,
  type Trainer
} from "./models.js";

/** A tensor of TensorFlow.js. */
interface Ten {
  readonly dispose: () => void;
  readonly dataSync: () => ArrayLike<number>;
}
type Tens = readonly Ten[];
type One = (x: Ten) => Ten;
type Two = (x: Ten, y: Ten | number) => Ten;

/** What the benchmarks of training use of the package. */
export interface TfjsModule {
  readonly tensor: (data: unknown, shape: readonly number[], dtype?: string) => Ten;
  readonly zerosLike: One;
  readonly keep: One;
  readonly tidy: <T>(f: () => T) => T;
  readonly matMul: (a: Ten, b: Ten, transposeA?: boolean, transposeB?: boolean) => Ten;
  readonly add: Two;
  readonly sub: Two;
  readonly mul: Two;
  readonly div: Two;
  readonly sqrt: One;
  readonly square: One;
  readonly tanh: One;
  readonly softmax: One;
  readonly logSoftmax: One;
  readonly neg: One;
  readonly mean: One;
  readonly sum: (x: Ten, axis: number) => Ten;
  readonly moments: (x: Ten, axis: number, keepDims: boolean) => {readonly mean: Ten; readonly variance: Ten};
  readonly oneHot: (ids: Ten, depth: number) => Ten;
  readonly cast: (x: Ten, dtype: string) => Ten;
  readonly reshape: (x: Ten, shape: readonly number[]) => Ten;
  readonly transpose: (x: Ten, order: readonly number[]) => Ten;
  readonly split: (x: Ten, parts: number, axis: number) => Tens;
  readonly valueAndGrads: (
    f: (...inputs: Tens) => Ten
  ) => (inputs: Tens) => {readonly value: Ten; readonly grads: Tens};
}

interface Affine {
  readonly weight: Ten;
  readonly bias: Ten;
}
type Loss<P> = (params: P) => Ten;

function losses(tf: TfjsModule) {
  const {add, sub, mul, div, matMul} = tf;
  const hot = ({data, shape}: Tensor, depth: number): Ten =>
    tf.keep(tf.cast(tf.oneHot(tf.tensor(data, [shape.reduce((a, b) => a * b, 1)], "int32"), depth), "float32"));
  const linear = (x: Ten, {weight, bias}: Affine): Ten => add(matMul(x, weight), bias);
  const norm = (x: Ten, {weight, bias}: Affine): Ten => {
    const {mean, variance} = tf.moments(x, -1, true);
    return add(mul(div(sub(x, mean), tf.sqrt(add(variance, 1e-5))), weight), bias);
  };
  const gelu = (x: Ten): Ten => {
    const bent = mul(mul(x, add(mul(tf.square(x), 0.044715), 1)), 0.7978845608);
    return mul(mul(x, add(tf.tanh(bent), 1)), 0.5);
  };
  const crossEntropy = (logits: Ten, targets: Ten): Ten =>
    tf.neg(tf.mean(tf.sum(mul(tf.logSoftmax(logits), targets), -1)));
  return {
    gpt: ({batch, context, width, heads, vocabSize}: GptModel, {ids, targets}: Batch<Tensor>): Loss<Gpt<Ten>> => {
      const [x0, y] = [hot(ids, vocabSize), hot(targets, vocabSize)];
      const unseen = (_: number, at: number) => (at % context > Math.floor(at / context) ? -1e9 : 0);
      const mask = tf.tensor(new Float32Array(context * context).map(unseen), [context, context]);
      const apart = (x: Ten): Ten => tf.transpose(tf.reshape(x, [batch, context, heads, width / heads]), [0, 2, 1, 3]);
      const together = (x: Ten): Ten => tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch * context, width]);
      const scale = 1 / Math.sqrt(width / heads);
      return ({tokens, positions, layers, norm: last, head}) => {
        const embedded = tf.reshape(matMul(x0, tokens), [batch, context, width]);
        let x = tf.reshape(add(embedded, positions), [batch * context, width]);
        for (const {norm1, qkv, projection, norm2, up, down} of layers) {
          const [q, k, v] = tf.split(linear(norm(x, norm1), qkv), 3, -1).map(apart);
          const weights = tf.softmax(add(mul(matMul(q!, k!, false, true), scale), mask));
          x = add(x, linear(together(matMul(weights, v!)), projection));
          x = add(x, linear(gelu(linear(norm(x, norm2), up)), down));
        }
        return crossEntropy(matMul(norm(x, last), head), y);
      };
    },
    mlp: ({batch, context, embedding, vocabSize}: MlpModel, {ids, targets}: Batch<Tensor>): Loss<Mlp<Ten>> => {
      const [x0, y] = [hot(ids, vocabSize), hot(targets, vocabSize)];
      return ({tokens, hidden, out}) => {
        const x = tf.reshape(matMul(x0, tokens), [batch, context * embedding]);
        return crossEntropy(linear(tf.tanh(linear(x, hidden)), out), y);
      };
    }
  };
}

/** Steps of AdamW down a loss of a tree of its arrays, which begin as our tensors. */
export function trainer<P>(tf: TfjsModule, initial: unknown, loss: (params: P) => Ten): () => number {
  const {add, sub, mul, div} = tf;
  const {b1, b2, eps, learningRate, weightDecay} = adam;
  const tensors = leaves(initial).map(([, leaf]) => leaf as Tensor);
  const ofList = (...list: Tens): Ten => {
    let next = 0;
    return loss(mapTree(() => list[next++]!, initial) as P);
  };
  let ps: Tens = tensors.map(({data, shape}) => tf.tensor(data, shape));
  let [ms, vs]: readonly [Tens, Tens] = [ps.map(tf.zerosLike), ps.map(tf.zerosLike)];
  let t = 0;
  return () => {
    t++;
    const [c1, c2] = [1 / (1 - b1 ** t), 1 / (1 - b2 ** t)];
    const [value, p1, m1, v1] = tf.tidy(() => {
      const {value, grads} = tf.valueAndGrads(ofList)(ps);
      const m1 = ms.map((m, i) => add(mul(m, b1), mul(grads[i]!, 1 - b1)));
      const v1 = vs.map((v, i) => add(mul(v, b2), mul(tf.square(grads[i]!), 1 - b2)));
      const p1 = ps.map((p, i) => {
        const step = div(mul(m1[i]!, c1), add(tf.sqrt(mul(v1[i]!, c2)), eps));
        return sub(mul(p, 1 - learningRate * weightDecay), mul(step, learningRate));
      });
      return [value, p1, m1, v1] as const;
    });
    for (const old of [...ps, ...ms, ...vs]) old.dispose();
    [ps, ms, vs] = [p1, m1, v1];
    const [number] = Array.from(value.dataSync());
    value.dispose();
    return number!;
  };
}

/** Training in TensorFlow.js. It has no gradient of a gather on this backend, so embeddings are products with one-hot rows. */
export const tfjsTrainer =
  (tf: TfjsModule) =>
  (model: Model): Trainer =>
    model.kind === "gpt"
      ? trainer(tf, gptParams(model), losses(tf).gpt(model, batchOf(model)))
      : trainer(tf, mlpParams(model), losses(tf).mlp(model, batchOf(model)));
