/** Fused operations beside the small ones that they stand for: the gradient of a weighted sum, by both. */
import {key} from "/lib/index.js";
import * as t from "/lib/tensor.js";

export const [ROWS, COLUMNS] = [768, 256];

export type Fused = "softmax" | "logSoftmax" | "layerNorm";
interface Gradients {
  readonly fused: () => t.Tensor;
  readonly composed: () => t.Tensor;
}

const draw = (seed: number, shape: readonly number[]) => t.randomNormal(key(seed), shape);
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

/** On float32 tensors of ROWS by COLUMNS. */
export function gradientsBoth(): Readonly<Record<Fused, Gradients>> {
  const [x, weight] = [draw(1, [ROWS, COLUMNS]), draw(9, [ROWS, COLUMNS])];
  const [scale, shift] = [draw(2, [COLUMNS]), draw(3, [COLUMNS])];
  const gradient = (f: (x: t.Tensor) => t.Tensor) => {
    const slope = t.grad((y: t.Tensor) => t.sum(t.mul(f(y), weight)));
    return () => slope(x);
  };
  const both = (fused: (x: t.Tensor) => t.Tensor, composed: (x: t.Tensor) => t.Tensor): Gradients => ({
    fused: gradient(fused),
    composed: gradient(composed)
  });
  return {
    softmax: both((y) => t.softmax(y), composedSoftmax),
    logSoftmax: both((y) => t.logSoftmax(y), composedLogSoftmax),
    layerNorm: both(
      (y) => t.layerNorm(y, scale, shift),
      (y) => composedLayerNorm(y, scale, shift)
    )
  };
}
