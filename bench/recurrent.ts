import {fold, key} from "../lib/core/random/key.js";
import type {Tensor} from "../lib/core/tensorData.js";
import {
  adamw,
  adamwInit,
  crossEntropy,
  dense,
  embedding,
  gruCell,
  inRegion,
  item,
  iterate,
  lookup,
  recurrent,
  reshape,
  tensor,
  valueAndGrad,
  type AdamwState
} from "../lib/tensor.js";
import {openTfjs} from "./peers/tfjs.js";
import type {Measure} from "./suite.js";
import {adam} from "./training/models.js";
import {trainer, type TfjsModule} from "./training/tfjs.js";

const [BATCH, TIME, WIDTH, VOCABULARY] = [32, 64, 128, 65] as const;
const PEER = "tfjs-wasm 4.22.0";
const RESIDENT = 10;

const table = lookup({count: VOCABULARY, width: WIDTH});
const layer = recurrent({cell: gruCell, inputs: WIDTH, hidden: WIDTH});
const output = dense({inputs: WIDTH, outputs: VOCABULARY});
const initial = {
  table: table.init(fold(key(1), 0)),
  gru: layer.init(fold(key(1), 1)),
  output: output.init(fold(key(1), 2))
};
type Params = typeof initial;

const ids = Int32Array.from({length: BATCH * TIME}, (_, i) => (i * 7919) % VOCABULARY);
const targets = Int32Array.from({length: BATCH * TIME}, (_, i) => (i * 104_729) % VOCABULARY);

/** A step of a GRU through time: loss at each place, gradients back to the first, and AdamW. */
function ours(steps: number): () => number {
  const [x, y] = [tensor(ids, {shape: [BATCH, TIME]}), tensor(targets, {shape: [BATCH * TIME]})];
  const loss = (params: Params): Tensor => {
    const {outputs} = layer.apply(params.gru, {x: embedding(params.table.weight, x)});
    return crossEntropy(output.apply(params.output, reshape(outputs, [BATCH * TIME, WIDTH])), y);
  };
  interface State {
    readonly params: Params;
    readonly optimizer: AdamwState<Params>;
    readonly loss: number;
  }
  const step = ({params, optimizer}: State): State => {
    const {value, grads} = valueAndGrad(loss)(params);
    const [next, remembered] = adamw(params, grads, optimizer, adam);
    return {params: next, optimizer: remembered, loss: item(value)};
  };
  const alone = inRegion(step);
  let state: State = {params: initial, optimizer: adamwInit(initial), loss: NaN};
  return () => {
    state = steps === 1 ? alone(state) : iterate(step, state, steps);
    return state.loss;
  };
}

type Ten = ReturnType<TfjsModule["zerosLike"]>;
interface Arrays {
  readonly table: {readonly weight: Ten};
  readonly gru: Readonly<Record<"weightInput" | "weightHidden" | "biasInput" | "biasHidden", Ten>>;
  readonly output: {readonly weight: Ten; readonly bias: Ten};
}

/** The same in TensorFlow.js, by its users' means: a loop over time, whose inputs were multiplied for all times at once. */
function theirs(tf: TfjsModule): () => number {
  const {add: plus, sub, mul, matMul} = tf;
  const hot = (list: Int32Array): Ten =>
    tf.keep(tf.cast(tf.oneHot(tf.tensor(list, [list.length], "int32"), VOCABULARY), "float32"));
  // time first, so that the inputs of one time lie together
  const byTime = (list: Int32Array): Int32Array =>
    Int32Array.from({length: list.length}, (_, i) => list[(i % BATCH) * TIME + Math.floor(i / BATCH)]!);
  const [x, y] = [hot(byTime(ids)), hot(byTime(targets))];
  const h0 = tf.keep(tf.tensor(new Float32Array(BATCH * WIDTH), [BATCH, WIDTH]));
  const loss = ({table: {weight: vectors}, gru, output: out}: Arrays): Ten => {
    const gates = tf.split(plus(matMul(matMul(x, vectors), gru.weightInput), gru.biasInput), TIME, 0);
    let h = h0;
    const all = gates.map((gate) => {
      const [r0, z0, n0] = tf.split(gate, 3, 1);
      const [r1, z1, n1] = tf.split(plus(matMul(h, gru.weightHidden), gru.biasHidden), 3, 1);
      const sigmoid = (tf as unknown as {readonly sigmoid: (x: Ten) => Ten}).sigmoid;
      const [r, z] = [sigmoid(plus(r0!, r1!)), sigmoid(plus(z0!, z1!))];
      const n = tf.tanh(plus(n0!, mul(r, n1!)));
      h = plus(n, mul(z, sub(h, n)));
      return h;
    });
    const concat = (tf as unknown as {readonly concat: (list: readonly Ten[], axis: number) => Ten}).concat;
    const logits = plus(matMul(concat(all, 0), out.weight), out.bias);
    return tf.neg(tf.mean(tf.sum(mul(tf.logSoftmax(logits), y), -1)));
  };
  return trainer(tf, initial, loss);
}

/** A recurrent step. @throws unless both have the same losses at first: nobody does less work. */
export async function measures(): Promise<readonly Measure[]> {
  const their = theirs((await openTfjs()) as TfjsModule);
  const own = ours(1);
  for (let step = 0; step < 3; step++) {
    const [a, b] = [own(), their()];
    if (!(Math.abs(a - b) < 1e-3))
      throw new Error(`GRU: after ${step} steps our loss is ${a} and that of ${PEER} is ${b}`);
  }
  const common = {suite: "recurrent", unit: "a step", peer: PEER, theirs: their, rounds: 4};
  const workload = `GRU, width ${WIDTH}, ${TIME} steps, batch ${BATCH}`;
  return [
    {...common, workload, ours: own},
    {...common, workload: `${workload}, ${RESIDENT} resident`, ours: ours(RESIDENT), steps: RESIDENT}
  ];
}
