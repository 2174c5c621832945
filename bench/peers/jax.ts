import {installed} from "./load.js";
import {numbers, type Workloads} from "./workloads.js";

interface Tensor {
  /** Calls consume their arguments; this keeps one. */
  readonly ref: Tensor;
  readonly add: (y: Tensor | number) => Tensor;
  readonly sub: (y: Tensor) => Tensor;
  readonly mul: (y: Tensor | number) => Tensor;
  readonly div: (y: Tensor) => Tensor;
  readonly reshape: (shape: readonly number[]) => Tensor;
  readonly transpose: () => Tensor;
  readonly sum: () => Tensor;
  readonly dispose: () => void;
}
type F = (...inputs: readonly Tensor[]) => Tensor | readonly Tensor[];

interface Jax {
  readonly init: (device: string) => Promise<unknown>;
  readonly defaultDevice: (device: string) => void;
  readonly jit: (f: F) => F;
  readonly valueAndGrad: (
    f: F,
    options: {readonly argnums: readonly number[]}
  ) => (...inputs: readonly Tensor[]) => readonly [Tensor, readonly Tensor[]];
  readonly blockUntilReady: (x: readonly Tensor[]) => Promise<readonly Tensor[]>;
  readonly numpy: {
    readonly array: (data: Float32Array) => Tensor;
    readonly matmul: (a: Tensor, b: Tensor) => Tensor;
    readonly sqrt: (x: Tensor) => Tensor;
  };
  readonly nn: {
    readonly softmax: (x: Tensor, axis: number) => Tensor;
    readonly gelu: (x: Tensor, options: {readonly approximate: boolean}) => Tensor;
    readonly standardize: (x: Tensor, axis: number) => Tensor;
    readonly dotProductAttention: (q: Tensor, k: Tensor, v: Tensor, options: {readonly isCausal: boolean}) => Tensor;
  };
}

/** The package uses the iterator helpers, which Node 20 does not have. */
function shim(): void {
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()) as object) as object;
  if ("map" in iterator) return;
  Object.assign(iterator, {
    *map<T, U>(this: Iterable<T>, f: (x: T, i: number) => U) {
      let i = 0;
      for (const x of this) yield f(x, i++);
    },
    *filter<T>(this: Iterable<T>, f: (x: T) => boolean) {
      for (const x of this) if (f(x)) yield x;
    },
    toArray<T>(this: Iterable<T>) {
      return [...this];
    }
  });
}

/** The package, set to its WebAssembly device. */
export async function openJax(): Promise<unknown> {
  shim();
  const jax = (await import(`${installed("@jax-js/jax")}/dist/index.js`)) as Jax;
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  return jax;
}

/** jax-js on its WebAssembly device, compiled by its `jit`. */
export async function jax(): Promise<Workloads> {
  const jax = (await openJax()) as Jax;
  const {numpy: np, nn} = jax;
  const tensor = (shape: readonly number[], low?: number, high?: number): Tensor =>
    np
      .array(
        numbers(
          shape.reduce((a, b) => a * b, 1),
          low,
          high
        )
      )
      .reshape(shape);
  const call = (f: F, ...inputs: readonly Tensor[]) => {
    const compiled = jax.jit(f);
    return async () => {
      const made = compiled(...inputs.map((x) => x.ref));
      const list = Array.isArray(made) ? (made as readonly Tensor[]) : [made as Tensor];
      await jax.blockUntilReady(list);
      for (const x of list) x.dispose();
    };
  };
  return {
    name: "jax-js 0.1.25",
    matmul: (flags, m, n, k) =>
      call(
        (a, b) => np.matmul(flags & 1 ? a!.transpose() : a!, flags & 2 ? b!.transpose() : b!),
        tensor(flags & 1 ? [k, m] : [m, k]),
        tensor(flags & 2 ? [n, k] : [k, n])
      ),
    softmax: (rows, n) => call((x) => nn.softmax(x!, -1), tensor([rows, n])),
    layerNorm: (rows, n) =>
      call((x, w, b) => nn.standardize(x!, -1).mul(w!).add(b!), tensor([rows, n]), tensor([n]), tensor([n])),
    gelu: (rows, n) => call((x) => nn.gelu(x!, {approximate: true}), tensor([rows, n])),
    attention: (batch, heads, length, dim) => {
      const shape = [batch, length, heads, dim];
      const both = jax.valueAndGrad(
        (q, k, v, d) => nn.dotProductAttention(q!, k!, v!, {isCausal: true}).mul(d!).sum(),
        {argnums: [0, 1, 2]}
      );
      const f: F = (...inputs) => {
        const [value, slopes] = both(...inputs);
        return [value, ...slopes];
      };
      return call(f, tensor(shape), tensor(shape), tensor(shape), tensor(shape));
    },
    adamw: (n) =>
      call(
        (p, m, v, g) => {
          const mean = m!.mul(0.9).add(g!.ref.mul(0.1));
          const square = v!.mul(0.999).add(g!.ref.mul(g!).mul(0.001));
          const step = mean.ref.mul(2).div(np.sqrt(square.ref.mul(3)).add(1e-8));
          return [p!.mul(1 - 1e-5).sub(step.mul(1e-3)), mean, square];
        },
        tensor([n]),
        tensor([n]),
        tensor([n], 0, 0.2),
        tensor([n])
      )
  };
}
