/** Numbers of the section on tensors: sizes of graphs, times on the machine that builds the book, and derivatives. */
import {key} from "/lib/index.js";
import * as s from "/lib/scalar.js";
import * as t from "/lib/tensor.js";
import {layerOfScalars, timeLayer} from "../model/layerTimes.js";

const now = (): number => performance.now();
const draw = (seed: number, shape: readonly number[]) => t.randomNormal(key(seed), shape);

/** Milliseconds of the gradient by one kernel, and by the small operations that it stands for. */
function fusedAgainst(
  name: string,
  x: t.Tensor,
  fused: (x: t.Tensor) => t.Tensor,
  composed: (x: t.Tensor) => t.Tensor
) {
  const weight = draw(9, x.shape);
  const gradient = (f: (x: t.Tensor) => t.Tensor) => t.grad((y: t.Tensor) => t.sum(t.mul(f(y), weight)));
  const [one, many] = [gradient(fused), gradient(composed)];
  const timed = (call: (x: t.Tensor) => unknown): number => {
    const began = now();
    call(x);
    return now() - began;
  };
  // in turns, so that whatever else the machine does falls on both; the first calls are not compiled at their best
  const pairs = Array.from({length: 300}, () => [timed(one), timed(many)] as const).slice(100);
  const [a, b] = [Math.min(...pairs.map(([ms]) => ms)), Math.min(...pairs.map(([, ms]) => ms))];
  return {[`${name}Fused`]: a, [`${name}Composed`]: b, [`${name}Ratio`]: b / a};
}

const [ROWS, N] = [768, 256];
const last = {axes: -1, keepDims: true};

const composedLogSoftmax = (x: t.Tensor) => t.sub(x, t.logSumExp(x, last));

function composedSoftmax(x: t.Tensor): t.Tensor {
  const e = t.exp(t.sub(x, t.stopGradient(t.max(x, last))));
  return t.div(e, t.sum(e, last));
}

function composedLayerNorm(x: t.Tensor, weight: t.Tensor, bias: t.Tensor): t.Tensor {
  const centered = t.sub(x, t.mean(x, last));
  const scale = t.rsqrt(t.add(t.mean(t.square(centered), last), 1e-5));
  return t.add(t.mul(t.mul(centered, scale), weight), bias);
}

export const facts = () => {
  const x = draw(1, [ROWS, N]);
  const [weight, bias] = [draw(2, [N]), draw(3, [N])];
  const layer = timeLayer(s, t, 12, 64, now);
  return {
    rowsOfLayer: 12,
    widthOfLayer: 64,
    nodes: layer.nodes,
    scalarMs: layer.scalars,
    tensorMs: layer.tensors,
    ratio: layer.scalars / layer.tensors,
    smallNodes: layerOfScalars(s, 1, 4).nodes,
    rows: ROWS,
    columns: N,
    ...fusedAgainst("softmax", x, (y) => t.softmax(y), composedSoftmax),
    ...fusedAgainst("logSoftmax", x, (y) => t.logSoftmax(y), composedLogSoftmax),
    ...fusedAgainst(
      "layerNorm",
      x,
      (y) => t.layerNorm(y, weight, bias),
      (y) => composedLayerNorm(y, weight, bias)
    )
  };
};
