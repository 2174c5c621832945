import type * as Scalar from "/lib/scalar.js";
import type * as Engine from "/lib/tensor.js";

/** A layer y = tanh(x·W + b) with its gradient, measured once as scalars and once as tensors. */
export interface LayerTime {
  readonly width: number;
  /** Expressions that the scalar graph has. */
  readonly nodes: number;
  /** Milliseconds for the value and all gradients. */
  readonly scalars: number;
  readonly tensors: number;
}

const number = (i: number): number => ((i * 37) % 101) / 101 - 0.5;

/** Builds the layer of single numbers, and takes the gradient of the sum of its outputs. */
export function layerOfScalars(
  s: typeof Scalar,
  batch: number,
  width: number
): {readonly nodes: number; readonly slope: number} {
  const x = Array.from({length: batch}, (_, i) =>
    Array.from({length: width}, (_, k) => s.constant(number(i * width + k)))
  );
  const w = x[0]!.map((_, k) => Array.from({length: width}, (_, j) => s.variable(number(k * width + j))));
  const b = x[0]!.map((_, j) => s.variable(number(j)));
  let total = s.constant(0);
  for (const row of x)
    for (let j = 0; j < width; j++) {
      let y = b[j]!;
      for (let k = 0; k < width; k++) y = s.add(y, s.mul(row[k]!, w[k]![j]!));
      total = s.add(total, s.tanh(y));
    }
  return {nodes: total.birth - x[0]![0]!.birth + 1, slope: s.backward(total).get(w[0]![0]!)};
}

/** The same layer as four operations on float32 tensors. */
export function layerOfTensors(t: typeof Engine, batch: number, width: number): () => number {
  const of = (shape: readonly number[]) =>
    t.tensor(
      Float32Array.from({length: shape.reduce((a, b) => a * b)}, (_, i) => number(i)),
      {shape}
    );
  const [x, params] = [of([batch, width]), {w: of([width, width]), b: of([width])}];
  const gradient = t.grad(({w, b}: typeof params) => t.sum(t.tanh(t.linear(x, w, b))));
  return () => gradient(params).w.data[0]!;
}

/** Milliseconds of one call: the best of several, each repeated until the clock can see it. */
function best(call: () => unknown, now: () => number, rounds = 3): number {
  call();
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    let [calls, spent] = [0, 0];
    const began = now();
    while (spent < 4) {
      call();
      calls++;
      spent = now() - began;
    }
    least = Math.min(least, spent / calls);
  }
  return least;
}

export function timeLayer(
  s: typeof Scalar,
  t: typeof Engine,
  batch: number,
  width: number,
  now: () => number
): LayerTime {
  const {nodes} = layerOfScalars(s, batch, width);
  return {
    width,
    nodes,
    scalars: best(() => layerOfScalars(s, batch, width), now),
    tensors: best(layerOfTensors(t, batch, width), now)
  };
}
