import {checkFields} from "../../core/checkFields.js";
import {ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {arithmeticOf, backendOf} from "../../tensor/backend.js";
import {axesOf, broadcastShapes, broadcastStrides, checkedShape, foundShape, sameShape} from "../../tensor/shape.js";
import {given} from "../../tensor/given.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {cast} from "./cast.js";
import {reshape} from "./reshape.js";

/** y repeats x along axes of extent 1; a gradient is summed over the copies, a direction is repeated as x is. */
const repetition: Primitive<readonly number[]> = {
  name: "broadcastTo",
  forward: ([x], shape) => {
    const backend = backendOf(x!.dtype);
    const y = backend.make(sizeOf(shape));
    const strides = backend.list(broadcastStrides(x!.shape, shape));
    backend.kernels.gatherStrided(shape.length, backend.list(shape), strides, 0, backend.floats(x!), y);
    return backend.tensor(y, shape);
  },
  vjp: (dy, {inputs: [x]}) => [sumTo(dy, x!.shape)],
  jvp: ([dx], {params}) => broadcastTo(dx!, params)
};

/**
 * x repeated to a larger shape: aligned at the last axes, axes of extent 1 (or absent) repeat.
 *
 * @throws ShapeError if x does not broadcast to that shape.
 */
export function broadcastTo(x: Tensor, shape: readonly number[]): Tensor {
  given("broadcastTo", "x", x);
  const to = checkedShape(shape, "broadcastTo");
  if (sameShape(x.shape, to)) return x;
  if (!sameShape(broadcastShapes(x.shape, to, "broadcastTo"), to))
    throw new ShapeError("broadcastTo", "a shape that the tensor's can grow to", [
      foundShape("tensor", x),
      foundShape("shape", {shape})
    ]);
  return apply(repetition, [x], to);
}

/** A run of axes that are next to each other. */
export interface Axes {
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
}

/** The extents [outer, n, inner] around a run of axes. */
export const aroundRun = (shape: readonly number[], {first, end}: Axes): readonly [number, number, number] => [
  sizeOf(shape.slice(0, first)),
  sizeOf(shape.slice(first, end)),
  sizeOf(shape.slice(end))
];

export const withOnes = (shape: readonly number[], {first, end}: Axes): readonly number[] =>
  shape.map((extent, i) => (i >= first && i < end ? 1 : extent));

/** y = Σ x along a run of axes, which stay with extent 1; each x has slope 1, so a gradient is repeated to all of them. */
const summation: Primitive<Axes> = {
  name: "sum",
  forward: ([x], run) => {
    const backend = arithmeticOf("sum", x!.dtype);
    const shape = withOnes(x!.shape, run);
    const y = backend.make(sizeOf(shape));
    backend.kernels.sum(...aroundRun(x!.shape, run), backend.floats(x!), y);
    return backend.tensor(y, shape);
  },
  vjp: (dy, {inputs: [x]}) => [broadcastTo(dy, x!.shape)],
  jvp: ([dx], {params}) => apply(summation, [dx!], params)
};

/** Runs of neighbors in a rising list of axes. */
function runsOf(axes: readonly number[]): readonly Axes[] {
  const runs: {first: number; end: number}[] = [];
  for (const axis of axes) {
    const last = runs.at(-1);
    if (last !== undefined && last.end === axis) last.end++;
    else runs.push({first: axis, end: axis + 1});
  }
  return runs;
}

/** Which axes, and whether they stay with extent 1. */
export interface ReduceOptions {
  /** The axes that are reduced, counted from the end where negative: all unless they are named. */
  readonly axes?: number | readonly number[];
  /** Whether reduced axes stay, with 1: false unless it is named. */
  readonly keepDims?: boolean;
}

/** Reduces runs of axes one after another; the axes go afterwards, unless they are kept. */
export function reduceRuns(op: Primitive<Axes>, x: Tensor, {axes, keepDims = false}: ReduceOptions): Tensor {
  const list = axesOf(axes, x.shape, op.name);
  const reduced = runsOf(list).reduce((y, run) => apply(op, [y], run), x);
  return keepDims
    ? reduced
    : reshape(
        reduced,
        x.shape.filter((_, i) => !list.includes(i))
      );
}

/** Refuses what is no tensor, and options that there are not. */
export function checkReduce(where: string, x: Tensor, options: ReduceOptions): Tensor {
  given(where, "x", x);
  checkFields(`${where}.options`, options, ["axes", "keepDims"]);
  axesOf(options.axes, x.shape, where);
  return x;
}

/**
 * Σ x over axes: over all of them unless some are named. Truth values are counted, as int32.
 *
 * @throws DtypeError for a sum that int32 does not hold.
 *
 * @example
 * const x = tensor([[1, 2], [3, 4]]);
 * item(sum(x)); // 10
 * toNested(sum(x, {axes: 0})); // [4, 6]
 */
export function sum(x: Tensor, options: ReduceOptions = {}): Tensor {
  checkReduce("sum", x, options);
  return reduceRuns(summation, x.dtype === "bool" ? cast(x, "int32") : x, options);
}

/** The sum over the axes along which `shape` was repeated to the shape of x: what broadcasting turns into on the way back. */
export function sumTo(x: Tensor, shape: readonly number[]): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const lead = x.shape.length - shape.length;
  const axes = x.shape.map((_, i) => i).filter((i) => i < lead || (shape[i - lead] === 1 && x.shape[i] !== 1));
  return reshape(sum(x, {axes, keepDims: true}), shape);
}
