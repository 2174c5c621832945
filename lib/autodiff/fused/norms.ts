import {real} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import {foundShape, sameShape} from "../../tensor/shape.js";
import {affine} from "../ops/affine.js";
import {add, mul, sub} from "../ops/binary.js";
import {mean} from "../ops/reduce.js";
import {rsqrt, square} from "../ops/unary.js";
import {apply} from "../tracked.js";
import {fused} from "./fused.js";

const rowsOf = ({shape}: Tensor): readonly [rows: number, n: number] => [sizeOf(shape.slice(0, -1)), shape.at(-1)!];
const last = {axes: -1, keepDims: true};

/** (x − mean)/√(variance + ε)·weight + bias, over the last axis. */
export function composedLayerNorm(x: Tensor, weight: Tensor, bias: Tensor, epsilon: number): Tensor {
  const centered = sub(x, mean(x, last));
  const scale = rsqrt(affine(mean(square(centered), last), 1, epsilon));
  return add(mul(mul(centered, scale), weight), bias);
}

/** x/√(mean x² + ε)·weight, over the last axis. */
export const composedRmsNorm = (x: Tensor, weight: Tensor, epsilon: number): Tensor =>
  mul(mul(x, rsqrt(affine(mean(square(x), last), 1, epsilon))), weight);

/**
 * With x̂ the normalized x and g = ȳ·weight: x̄ = r·(g − mean g − x̂·mean(g·x̂)), weight's gradient Σ ȳ·x̂ and bias's Σ ȳ.
 * The two means are taken out because x moves the mean and the variance as well.
 */
const normalizing = fused<number>({
  name: "layerNorm",
  forward: ([x, weight, bias], epsilon, keep) => {
    const backend = backendOf(x!.dtype);
    const [rows, n] = rowsOf(x!);
    const [y, stats] = [backend.make(rows * n), backend.make(2 * rows)];
    backend.kernels.layerNorm(
      rows,
      n,
      epsilon,
      backend.floats(x!),
      backend.floats(weight!),
      backend.floats(bias!),
      y,
      stats
    );
    keep(backend.tensor(stats, [rows, 2]));
    return backend.tensor(y, x!.shape);
  },
  grad: (dy, {inputs: [x, weight], saved: [stats]}) => {
    const backend = backendOf(dy.dtype);
    const [rows, n] = rowsOf(x!);
    const [dx, dweight, dbias] = [backend.make(rows * n), backend.make(n), backend.make(n)];
    backend.kernels.layerNormGrad(
      rows,
      n,
      backend.floats(x!),
      backend.floats(weight!),
      backend.floats(stats!),
      backend.floats(dy),
      dx,
      dweight,
      dbias
    );
    return [backend.tensor(dx, x!.shape), backend.tensor(dweight, [n]), backend.tensor(dbias, [n])];
  },
  composed: ([x, weight, bias], epsilon) => composedLayerNorm(x!, weight!, bias!, epsilon)
});

/** With x̂ = x·r and g = ȳ·weight: x̄ = r·(g − x̂·mean(g·x̂)), and weight's gradient Σ ȳ·x̂. */
const scaling = fused<number>({
  name: "rmsNorm",
  forward: ([x, weight], epsilon, keep) => {
    const backend = backendOf(x!.dtype);
    const [rows, n] = rowsOf(x!);
    const [y, stats] = [backend.make(rows * n), backend.make(rows)];
    backend.kernels.rmsNorm(rows, n, epsilon, backend.floats(x!), backend.floats(weight!), y, stats);
    keep(backend.tensor(stats, [rows]));
    return backend.tensor(y, x!.shape);
  },
  grad: (dy, {inputs: [x, weight], saved: [stats]}) => {
    const backend = backendOf(dy.dtype);
    const [rows, n] = rowsOf(x!);
    const [dx, dweight] = [backend.make(rows * n), backend.make(n)];
    backend.kernels.rmsNormGrad(
      rows,
      n,
      backend.floats(x!),
      backend.floats(weight!),
      backend.floats(stats!),
      backend.floats(dy),
      dx,
      dweight
    );
    return [backend.tensor(dx, x!.shape), backend.tensor(dweight, [n])];
  },
  composed: ([x, weight], epsilon) => composedRmsNorm(x!, weight!, epsilon)
});

/** The number that keeps quotients finite where all numbers of a row are equal. */
export interface NormOptions {
  /** Added to the variance, or to the mean square: 1e-5 unless it is named. */
  readonly epsilon?: number;
}

function check(where: string, tensors: Readonly<Record<string, Tensor>>, options: NormOptions): number {
  for (const [name, x] of Object.entries(tensors)) givenFloats(where, name, x);
  const [x, ...params] = Object.values(tensors) as [Tensor, ...Tensor[]];
  commonDtype(where, [x, ...params], Object.keys(tensors));
  params.forEach((param, i) => {
    if (x.shape.length === 0 || !sameShape(param.shape, x.shape.slice(-1)))
      throw new ShapeError(where, "one weight (and bias) for each number of the last axis", [
        foundShape("x", x),
        foundShape(i === 0 ? "weight" : "bias", param)
      ]);
  });
  checkFields(`${where}.options`, options, ["epsilon"]);
  const {epsilon = 1e-5} = options;
  return real(`${where}.epsilon`, epsilon, {least: 0});
}

/**
 * Layer normalization over the last axis (Ba, Kiros & Hinton 2016, equations 3 and 4): mean 0 and variance 1, then
 * weight and bias, of shape [dModel] each.
 *
 * @example
 * toNested(layerNorm(tensor([[1, 3]]), tensor([1, 1]), tensor([0, 0]))); // [[-1.0000, 1.0000]]
 */
export function layerNorm(x: Tensor, weight: Tensor, bias: Tensor, options: NormOptions = {}): Tensor {
  const epsilon = check("layerNorm", {x, weight, bias}, options);
  return apply(normalizing, [x, weight, bias], epsilon);
}

/**
 * Root-mean-square normalization over the last axis (Zhang & Sennrich 2019, equation 4): no mean, no bias.
 *
 * @example
 * toNested(rmsNorm(tensor([[3, 4]]), tensor([1, 1]))); // [[0.8485, 1.1314]]
 */
export function rmsNorm(x: Tensor, weight: Tensor, options: NormOptions = {}): Tensor {
  const epsilon = check("rmsNorm", {x, weight}, options);
  return apply(scaling, [x, weight], epsilon);
}
