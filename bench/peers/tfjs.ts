import {createRequire} from "node:module";
import {installed} from "./load.js";
import {numbers, type Workloads} from "./workloads.js";

interface Tensor {
  readonly dispose: () => void;
}
type One = (x: Tensor) => Tensor;
type Two = (x: Tensor, y: Tensor | number) => Tensor;
type Made = Tensor | readonly Tensor[];

interface Tfjs {
  readonly setBackend: (name: string) => Promise<boolean>;
  readonly tensor: (data: Float32Array, shape: readonly number[]) => Tensor;
  readonly tidy: (f: () => Made) => Made;
  readonly matMul: (a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean) => Tensor;
  readonly add: Two;
  readonly sub: Two;
  readonly mul: Two;
  readonly div: Two;
  readonly sqrt: One;
  readonly square: One;
  readonly tanh: One;
  readonly softmax: One;
  readonly moments: (x: Tensor, axis: number, keepDims: boolean) => {readonly mean: Tensor; readonly variance: Tensor};
  readonly grads: (
    f: (...inputs: readonly Tensor[]) => Tensor
  ) => (inputs: readonly Tensor[], dy: Tensor) => readonly Tensor[];
}

/** The package, set to its WebAssembly backend with SIMD, one thread. */
export async function openTfjs(): Promise<unknown> {
  const packages = createRequire(`${installed("@tensorflow/tfjs-backend-wasm")}/package.json`);
  const tf = packages("@tensorflow/tfjs-core") as Tfjs;
  packages("./dist/tf-backend-wasm.node.js");
  packages("@tensorflow/tfjs-core/dist/register_all_gradients.js"); // they go into a registry of the realm
  if (!(await tf.setBackend("wasm"))) throw new Error("TensorFlow.js could not open its WebAssembly backend.");
  return tf;
}

/** TensorFlow.js on its WebAssembly backend. */
export async function tfjs(): Promise<Workloads> {
  const tf = (await openTfjs()) as Tfjs;
  const {add, sub, mul, div, sqrt, square, tanh} = tf;
  const tensor = (shape: readonly number[], low?: number, high?: number): Tensor =>
    tf.tensor(
      numbers(
        shape.reduce((a, b) => a * b, 1),
        low,
        high
      ),
      shape
    );
  const call = (f: () => Made) => () => {
    const made = tf.tidy(f);
    for (const x of Array.isArray(made) ? (made as readonly Tensor[]) : [made as Tensor]) x.dispose();
  };
  return {
    name: "tfjs-wasm 4.22.0",
    matmul: (flags, m, n, k) => {
      const a = tensor(flags & 1 ? [k, m] : [m, k]);
      const b = tensor(flags & 2 ? [n, k] : [k, n]);
      return call(() => tf.matMul(a, b, (flags & 1) !== 0, (flags & 2) !== 0));
    },
    softmax: (rows, n) => {
      const x = tensor([rows, n]);
      return call(() => tf.softmax(x));
    },
    layerNorm: (rows, n) => {
      const [x, w, b] = [tensor([rows, n]), tensor([n]), tensor([n])];
      return call(() => {
        const {mean, variance} = tf.moments(x, -1, true);
        return add(mul(div(sub(x, mean), sqrt(add(variance, 1e-5))), w), b);
      });
    },
    gelu: (rows, n) => {
      const x = tensor([rows, n]);
      const inner = () => mul(mul(x, add(mul(square(x), 0.044715), 1)), 0.7978845608);
      return call(() => mul(mul(x, add(tanh(inner()), 1)), 0.5));
    },
    attention: (batch, heads, length, dim) => {
      const shape = [batch * heads, length, dim];
      const [q, k, v, d] = [tensor(shape), tensor(shape), tensor(shape), tensor(shape)];
      const unseen = (_: number, at: number) => (at % length > Math.floor(at / length) ? -1e9 : 0);
      const mask = tf.tensor(new Float32Array(length * length).map(unseen), [length, length]);
      const attend = (...[q, k, v]: readonly Tensor[]) =>
        tf.matMul(tf.softmax(add(mul(tf.matMul(q!, k!, false, true), 1 / Math.sqrt(dim)), mask)), v!);
      const slopes = tf.grads(attend); // computes the values, too
      return call(() => slopes([q, k, v], d));
    },
    adamw: (n) => {
      const [p, m, v, g] = [tensor([n]), tensor([n]), tensor([n], 0, 0.2), tensor([n])];
      return call(() => {
        const mean = add(mul(m, 0.9), mul(g, 0.1));
        const second = add(mul(v, 0.999), mul(square(g), 0.001));
        const step = div(mul(mean, 2), add(sqrt(mul(second, 3)), 1e-8));
        return [sub(mul(p, 1 - 1e-5), mul(step, 1e-3)), mean, second];
      });
    }
  };
}
