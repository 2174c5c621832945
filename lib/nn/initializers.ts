/** How weights start. Tensors are [inputs, outputs], so an entry's fan-in is the first extent and its fan-out the last. */
import {affine} from "../autodiff/ops/affine.js";
import {real, whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {ShapeError} from "../core/errors.js";
import {normal} from "../core/random/normal.js";
import type {Key} from "../core/random/threefry.js";
import {sizeOf, type FloatDtype, type Tensor} from "../core/tensorData.js";
import {tensor} from "../tensor/make.js";
import {randomNormal, randomUniform} from "../tensor/random.js";
import {orthonormalRows} from "./orthonormalRows.js";

/** Draws a tensor of a shape. */
export type Initializer = (key: Key, shape: readonly number[], dtype?: FloatDtype) => Tensor;

/** Whose number of connections the variance is divided by. */
export type Fan = "in" | "out" | "average";

/** What variance scaling is told. */
export interface VarianceScaling {
  /** The variance is scale / fan. */
  readonly scale: number;
  readonly fan: Fan;
  readonly distribution: "uniform" | "normal";
}

function fanOf(where: string, shape: readonly number[], fan: Fan): number {
  if (shape.length < 2)
    throw new ShapeError(
      where,
      "what has a fan has at least two axes",
      [{name: "shape", value: `[${shape.join(", ")}]`}],
      "start biases with zeros"
    );
  const [inputs, outputs] = [sizeOf(shape.slice(0, -1)), shape.at(-1)!];
  return fan === "in" ? inputs : fan === "out" ? outputs : (inputs + outputs) / 2;
}

/**
 * Draws around 0 with variance scale / fan: it keeps the size of signals on their way forward (fan in), or that of gradients
 * on their way back (fan out). Normal draws are not truncated, as in PyTorch.
 *
 * @throws ConfigError for settings that cannot be; its initializer a ShapeError for fewer than two axes.
 */
export function varianceScaling(options: VarianceScaling): Initializer {
  const where = "varianceScaling";
  checkFields(`${where}.options`, options, ["scale", "fan", "distribution"]);
  const {scale, fan, distribution} = options;
  real(`${where}.scale`, scale, {least: 0});
  oneOf(`${where}.fan`, fan, ["in", "out", "average"]);
  oneOf(`${where}.distribution`, distribution, ["uniform", "normal"]);
  return (key, shape, dtype = "float32") => {
    const deviation = Math.sqrt(scale / Math.max(1, fanOf(where, shape, fan)));
    if (distribution === "normal") return affine(randomNormal(key, shape, dtype), deviation, 0);
    const bound = Math.sqrt(3) * deviation; // the variance of numbers between −bound and bound is bound²/3
    return affine(randomUniform(key, shape, dtype), 2 * bound, -bound);
  };
}

/** Variance 1 / mean of both fans: forward and back, for tanh and its like (Glorot & Bengio 2010, eq. 12). */
export const xavier = (distribution: VarianceScaling["distribution"] = "uniform"): Initializer =>
  varianceScaling({scale: 1, fan: "average", distribution});

/** Variance 2 / fan-in, for relu, which halves what passes (He et al. 2015, eq. 10). */
export const he = (distribution: VarianceScaling["distribution"] = "normal"): Initializer =>
  varianceScaling({scale: 2, fan: "in", distribution});

/** Variance 1 / fan-in (LeCun et al. 1998, section 4.6). */
export const lecun = (distribution: VarianceScaling["distribution"] = "normal"): Initializer =>
  varianceScaling({scale: 1, fan: "in", distribution});

/** Normal draws of one deviation, whatever the shape: 0.02 in GPT-2. */
export function normalOf(deviation: number): Initializer {
  real("normalOf.deviation", deviation, {least: 0});
  return (key, shape, dtype = "float32") => affine(randomNormal(key, shape, dtype), deviation, 0);
}

/**
 * An initializer for the last layer of each of so many residual branches: draws over √branches, so that their sum does not
 * grow with depth (Radford et al. 2019, section 2.3).
 */
export function scaledByDepth(initializer: Initializer, branches: number): Initializer {
  whole("scaledByDepth.branches", branches, {least: 1});
  return (key, shape, dtype) => affine(initializer(key, shape, dtype), 1 / Math.sqrt(branches), 0);
}

/**
 * A matrix with orthonormal rows or columns, whichever are fewer, times a gain: it keeps lengths (Saxe et al. 2014).
 *
 * @throws ConfigError for a gain that cannot be; its initializer a ShapeError for what is no matrix.
 */
export function orthogonal(gain = 1): Initializer {
  real("orthogonal.gain", gain, {least: 0});
  return (key, shape, dtype = "float32") => {
    if (shape.length !== 2)
      throw new ShapeError("orthogonal", "only a matrix can be orthogonal", [
        {name: "shape", value: `[${shape.join(", ")}]`}
      ]);
    const [rows, columns] = shape as readonly [number, number];
    const wide = rows <= columns;
    const [m, n] = wide ? [rows, columns] : [columns, rows];
    const q = orthonormalRows(
      Float64Array.from({length: m * n}, (_, i) => normal(key, i)),
      m,
      n
    );
    const at = (i: number, j: number): number => (wide ? q[i * n + j]! : q[j * n + i]!);
    const values = Float64Array.from({length: m * n}, (_, k) => gain * at(Math.floor(k / columns), k % columns));
    return tensor(dtype === "float64" ? values : Float32Array.from(values), {shape, dtype});
  };
}
