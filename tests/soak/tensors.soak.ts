/**
 * 100,000 steps of a small training loop on float32 tensors: the JavaScript heap and the memory of the kernels stay
 * where they were, whether every state is carried out or only every hundredth.
 *
 * Run by `npm run soak`.
 */
import {
  adamw,
  adamwInit,
  crossEntropy,
  embedding,
  grad,
  inRegion,
  iterate,
  linear,
  randomNormal,
  reshape,
  tanh,
  tensor,
  zeros,
  type AdamwState,
  type Tensor
} from "../../lib/tensor.js";
import {fold, key} from "../../lib/core/random/key.js";
import {engine} from "../../lib/kernels/wasm.js";

const STEPS = 100_000;
const BYTES_A_STEP = 10;
const draw = (i: number, shape: readonly number[]): Tensor => randomNormal(fold(key(1), i), shape);

const params = {emb: draw(1, [17, 6]), w1: draw(2, [18, 20]), b1: zeros([20]), w2: draw(3, [20, 17]), b2: zeros([17])};
type Params = typeof params;
interface State {
  readonly p: Params;
  readonly opt: AdamwState<Params>;
}

const batch = (i: number): {readonly x: Tensor; readonly y: Tensor} => ({
  x: tensor(
    Int32Array.from({length: 15}, (_, j) => (i * 31 + j * 7) % 17),
    {shape: [5, 3]}
  ),
  y: tensor(Int32Array.from({length: 5}, (_, j) => (i * 13 + j) % 17))
});
const loss = (p: Params, x: Tensor, y: Tensor): Tensor => {
  const hidden = tanh(linear(reshape(embedding(p.emb, x), [5, 18]), p.w1, p.b1));
  return crossEntropy(linear(hidden, p.w2, p.b2), y);
};
const step = inRegion(({p, opt}: State, i: number): State => {
  const {x, y} = batch(i);
  const [next, state] = adamw(p, grad(loss)(p, x, y), opt, {learningRate: 1e-3});
  return {p: next, opt: state};
});

const used = (): number => {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const {heapUsed, external, arrayBuffers} = process.memoryUsage();
  return heapUsed + external + arrayBuffers - engine().memory.buffer.byteLength;
};

function watch(name: string, run: (state: State, from: number, steps: number) => State): void {
  let state = run({p: params, opt: adamwInit(params)}, 0, 2000);
  const [before, wasm] = [used(), engine().memory.buffer.byteLength];
  const began = performance.now();
  state = run(state, 2000, STEPS);
  const seconds = (performance.now() - began) / 1000;
  const grown = (used() - before) / STEPS;
  const wasmGrown = engine().memory.buffer.byteLength - wasm;
  console.log(
    `${name}: ${grown.toFixed(2)} bytes a step on the heap, ${wasmGrown} in the kernels' memory (${(wasm / 1e6).toFixed(1)} MB); ${seconds.toFixed(0)} s, t = ${state.opt.t}`
  );
  if (grown > BYTES_A_STEP || wasmGrown > 0) throw new Error(`${name}: memory grows`);
}

watch("every state carried out", (state, from, steps) => {
  let now = state;
  for (let i = from; i < from + steps; i++) now = step(now, i);
  return now;
});
watch("a hundred steps at a time", (state, from, steps) => {
  let now = state;
  for (let i = from; i < from + steps; i += 100) now = iterate(step, now, 100, i);
  return now;
});
