import {ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, isFloat} from "../../tensor/backend.js";
import {given, givenFloats} from "../../tensor/given.js";
import {axesOf, foundShape} from "../../tensor/shape.js";
import {heapTensor} from "../../tensor/storage.js";
import type {Primitive} from "../primitive.js";
import {stopGradient} from "../tracked.js";
import {affine} from "./affine.js";
import {div, mul, sub, add} from "./binary.js";
import {
  aroundRun,
  broadcastTo,
  checkReduce,
  reduceRuns,
  sum,
  withOnes,
  type Axes,
  type ReduceOptions
} from "./broadcast.js";
import {cast} from "./cast.js";
import {equal} from "./compare.js";
import {reshape} from "./reshape.js";
import {exp, log, square} from "./unary.js";
import {where} from "./where.js";

/**
 * The extreme along a run of axes. Its slope is 1 for the number that is the extreme, shared equally among ties, and 0
 * for all others.
 */
const extreme = (name: "max" | "min"): Primitive<Axes> => {
  const op: Primitive<Axes> = {
    name,
    forward: ([x], run) => {
      const backend = backendOf(x!.dtype);
      const shape = withOnes(x!.shape, run);
      const y = backend.make(sizeOf(shape));
      backend.kernels[name](...aroundRun(x!.shape, run), backend.floats(x!), y);
      return backend.tensor(y, shape);
    },
    vjp: (dy, {inputs: [x], output, params}) => {
      const ties = chosen(x!, output, dy);
      return [mul(ties, div(dy, sum(ties, {axes: axesIn(params), keepDims: true})))];
    },
    jvp: ([dx], {inputs: [x], output, params}) => {
      const ties = chosen(x!, output, dx!);
      const options = {axes: axesIn(params), keepDims: true};
      return div(sum(mul(ties, dx!), options), sum(ties, options));
    }
  };
  return op;
};

const axesIn = ({first, end}: Axes): readonly number[] => Array.from({length: end - first}, (_, i) => first + i);
const chosen = (x: Tensor, extreme: Tensor, {dtype}: Tensor): Tensor =>
  cast(equal(x, broadcastTo(stopGradient(extreme), x.shape)), dtype);

const largest = extreme("max");
const smallest = extreme("min");

function refuseEmpty(where: string, x: Tensor, options: ReduceOptions): void {
  checkReduce(where, x, options);
  const {axes} = options;
  if (axesOf(axes, x.shape, where).some((axis) => x.shape[axis] === 0))
    throw new ShapeError(where, "at least one number to choose from", [foundShape("tensor", x)]);
}

/** The largest number over axes; NaN where any is. @throws ShapeError if there is none. */
export function max(x: Tensor, options: ReduceOptions = {}): Tensor {
  refuseEmpty("max", x, options);
  return reduceRuns(largest, x, options);
}

/** The smallest number over axes; NaN where any is. @throws ShapeError if there is none. */
export function min(x: Tensor, options: ReduceOptions = {}): Tensor {
  refuseEmpty("min", x, options);
  return reduceRuns(smallest, x, options);
}

const countOf = (x: Tensor, {axes}: ReduceOptions, where: string): number =>
  axesOf(axes, x.shape, where).reduce((count, axis) => count * x.shape[axis]!, 1);

/** Numbers as floats: means of whole numbers and of truth values are fractions. */
const inFloats = (x: Tensor): Tensor => (isFloat(x.dtype) ? x : cast(x, "float32"));

/** The mean over axes: NaN of no numbers. Of int32, and of truth values (the share that is true), it is float32. */
export function mean(x: Tensor, options: ReduceOptions = {}): Tensor {
  checkReduce("mean", x, options);
  return affine(sum(inFloats(x), options), 1 / countOf(x, options, "mean"), 0);
}

/**
 * The variance over axes: the mean of squared differences from the mean (divided by n, not n − 1). Of int32 and of truth
 * values it is float32.
 */
export function variance(x: Tensor, options: ReduceOptions = {}): Tensor {
  const floats = inFloats(checkReduce("variance", x, options));
  return mean(square(sub(floats, mean(floats, {...options, keepDims: true}))), options);
}

/**
 * ln Σ eˣ over axes, without overflow: the largest is taken out first, which changes nothing.
 *
 * @example
 * item(logSumExp(tensor([1000, 1000]))); // 1000.693
 */
export function logSumExp(x: Tensor, options: ReduceOptions = {}): Tensor {
  givenFloats("logSumExp", "x", x);
  refuseEmpty("logSumExp", x, options);
  const top = stopGradient(max(x, {...options, keepDims: true}));
  // where all are −Infinity, nothing can be taken out
  const shift = where(equal(top, -Infinity), 0, where(equal(top, Infinity), 0, top));
  const total = sum(exp(sub(x, shift)), {...options, keepDims: true});
  const result = add(log(total), shift);
  if (options.keepDims === true) return result;
  const axes = axesOf(options.axes, x.shape, "logSumExp");
  return reshape(
    result,
    x.shape.filter((_, i) => !axes.includes(i))
  );
}

/**
 * The position of the largest number along an axis, the first of equal ones, as int32; of the first NaN, as `max` has it.
 *
 * @example
 * toNested(argmax(tensor([[1, 5, 2], [7, 0, 3]]))); // [1, 0]
 */
export function argmax(x: Tensor, axis = -1): Tensor {
  const plain = stopGradient(given("argmax", "x", x));
  const [at] = axesOf(axis, x.shape, "argmax");
  refuseEmpty("argmax", x, {axes: at!});
  const [outer, n, inner] = aroundRun(x.shape, {first: at!, end: at! + 1});
  const {data} = plain;
  const shape = x.shape.filter((_, i) => i !== at);
  const positions = new Int32Array(outer * inner);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      let best = 0;
      for (let j = 1; j < n; j++) {
        const [top, next] = [data[(o * n + best) * inner + i]!, data[(o * n + j) * inner + i]!];
        if (next > top || (Number.isNaN(next) && !Number.isNaN(top))) best = j;
      }
      positions[o * inner + i] = best;
    }
  return heapTensor(positions, shape, "int32");
}
