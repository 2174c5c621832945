import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {given, listOf} from "../../tensor/given.js";
import {axisOf, foundShape, sameShape, stridesOf} from "../../tensor/shape.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";

/** A way to read a block of numbers: entry `index` is at offset + Σ index · stride, each entry at another place. */
interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  /** The shape that is read from. */
  readonly from: readonly number[];
}

/** y ← x in another layout. On the way back, each gradient goes to where its number was read, and the rest are 0. */
const reading: Primitive<Layout> = {
  name: "read",
  forward: ([x], {shape, strides, offset}) => {
    const backend = backendOf(x!.dtype);
    const y = backend.make(sizeOf(shape));
    backend.kernels.gatherStrided(
      shape.length,
      backend.list(shape),
      backend.list(strides),
      offset,
      backend.floats(x!),
      y
    );
    return backend.tensor(y, shape);
  },
  vjp: (dy, {params}) => [apply(writing, [dy], params)],
  jvp: ([dx], {params}) => apply(reading, [dx!], params)
};

/** Zeros of shape `from`, with x written where the layout reads: the mirror of `reading`, and its rule is the mirror. */
const writing: Primitive<Layout> = {
  name: "write",
  forward: ([x], {shape, strides, offset, from}) => {
    const backend = backendOf(x!.dtype);
    const size = sizeOf(from);
    const y = backend.make(size);
    backend.kernels.fill(size, 0, y);
    backend.kernels.placeStrided(
      shape.length,
      backend.list(shape),
      backend.list(strides),
      offset,
      backend.floats(x!),
      y
    );
    return backend.tensor(y, from);
  },
  vjp: (dy, {params}) => [apply(reading, [dy], params)],
  jvp: ([dx], {params}) => apply(writing, [dx!], params)
};

/**
 * Axis i of the result is axis `order[i]` of x; without an order, all axes are turned round.
 *
 * @throws ShapeError unless the order names each axis once.
 *
 * @example
 * toNested(transpose(tensor([[1, 2, 3]]))); // [[1], [2], [3]]
 */
export function transpose(x: Tensor, order?: readonly number[]): Tensor {
  const rank = given("transpose", "x", x).shape.length;
  if (order !== undefined) listOf("transpose.order", order);
  const axes = (order ?? x.shape.map((_, i) => rank - 1 - i)).map((axis) => axisOf(axis, x.shape, "transpose"));
  if (axes.length !== rank || new Set(axes).size !== rank)
    throw new ShapeError("transpose", "an order that names each axis once", [
      found("order", order),
      foundShape("tensor", x)
    ]);
  if (axes.every((axis, i) => axis === i)) return x;
  const strides = stridesOf(x.shape);
  const layout = {
    shape: axes.map((axis) => x.shape[axis]!),
    strides: axes.map((axis) => strides[axis]!),
    offset: 0,
    from: x.shape
  };
  return apply(reading, [x], layout);
}

/** Where a slice begins and ends along an axis, and how far apart its numbers are; ends count from the back if negative. */
export type Range = readonly [start: number, stop?: number, step?: number];

/**
 * Part of a tensor: a range for each of its first axes, `null` for a whole one. The stop is not included.
 *
 * @throws ShapeError if a range leaves its axis.
 */
export function slice(x: Tensor, ...ranges: readonly (Range | null)[]): Tensor {
  if (ranges.length > given("slice", "x", x).shape.length)
    throw new ShapeError("slice", "at most one range for each axis", [
      found("ranges", ranges),
      foundShape("tensor", x)
    ]);
  const strides = stridesOf(x.shape);
  let offset = 0;
  const shape = [...x.shape];
  const steps = [...strides];
  ranges.forEach((range, axis) => {
    if (range === null) return;
    listOf("slice.ranges", range);
    const extent = x.shape[axis]!;
    const [from, to = extent, step = 1] = range;
    const start = from < 0 ? from + extent : from;
    const stop = to < 0 ? to + extent : to;
    if (![start, stop, step].every(Number.isSafeInteger) || step < 1 || start < 0 || stop > extent || start > stop)
      throw new ShapeError(
        "slice",
        `a range inside of axis ${axis}, which has ${extent}`,
        [found("range", range), foundShape("tensor", x)],
        "0 <= start <= stop <= extent, with a step of at least 1"
      );
    offset += start * strides[axis]!;
    shape[axis] = Math.ceil((stop - start) / step);
    steps[axis] = strides[axis]! * step;
  });
  return sameShape(shape, x.shape) ? x : apply(reading, [x], {shape, strides: steps, offset, from: x.shape});
}

/** The numbers of each axis in reverse, for the axes that are named. @throws ShapeError if there is no such axis. */
export function flip(x: Tensor, ...axes: readonly number[]): Tensor {
  const strides = [...stridesOf(given("flip", "x", x).shape)];
  let offset = 0;
  for (const axis of new Set(axes.map((each) => axisOf(each, x.shape, "flip")))) {
    offset += Math.max(0, x.shape[axis]! - 1) * strides[axis]!;
    strides[axis] = -strides[axis]!;
  }
  return apply(reading, [x], {shape: x.shape, strides, offset, from: x.shape});
}

/** x inside of a larger block of zeros of shape `from`, beginning at the given place. */
export function placeInside(x: Tensor, from: readonly number[], place: readonly number[]): Tensor {
  const strides = stridesOf(from);
  const offset = place.reduce((sum, at, axis) => sum + at * strides[axis]!, 0);
  return apply(writing, [x], {shape: x.shape, strides, offset, from});
}
