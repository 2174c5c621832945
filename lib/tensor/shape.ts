import {found, ShapeError, type Finding} from "../core/errors.js";
import {shapeText, type Tensor} from "../core/tensorData.js";

/** A shape as the finding of an error. */
export const foundShape = (name: string, {shape}: {readonly shape: readonly number[]}): Finding => ({
  name,
  value: shapeText(shape)
});

/** Row-major strides in elements: how far apart neighbors along each axis are. */
export function stridesOf(shape: readonly number[]): readonly number[] {
  const strides: number[] = [];
  for (let i = shape.length - 1, stride = 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i]!;
  }
  return strides;
}

export const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((extent, i) => extent === b[i]));

/**
 * The shape that two shapes broadcast to: aligned at their last axes, an axis of extent 1 (or absent) repeats.
 *
 * @throws ShapeError with both shapes where two extents differ and neither is 1.
 */
export function broadcastShapes(a: readonly number[], b: readonly number[], where: string): readonly number[] {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let i = 0; i < rank; i++) {
    const m = a[a.length - rank + i] ?? 1;
    const n = b[b.length - rank + i] ?? 1;
    if (m !== n && m !== 1 && n !== 1)
      throw new ShapeError(
        where,
        `shapes do not broadcast: ${shapeText(a)} and ${shapeText(b)} (${m} ≠ ${n})`,
        [foundShape("left", {shape: a}), foundShape("right", {shape: b})],
        "shapes are aligned at their last axes; extents must be equal, or 1"
      );
    shape.push(m === 1 ? n : m);
  }
  return shape;
}

/** Strides by which x is read as if it had the shape `to`: 0 along the axes that repeat. */
export function broadcastStrides(from: readonly number[], to: readonly number[]): readonly number[] {
  const strides = stridesOf(from);
  const lead = to.length - from.length;
  return to.map((_, i) => (i < lead || from[i - lead] === 1 ? 0 : strides[i - lead]!));
}

/**
 * The position of an axis, counted from the end where negative.
 *
 * @throws ShapeError if there is no such axis.
 */
export function axisOf(axis: number, shape: readonly number[], where: string): number {
  const at = axis < 0 ? axis + shape.length : axis;
  if (!Number.isInteger(axis) || at < 0 || at >= shape.length)
    throw new ShapeError(
      where,
      shape.length === 0 ? "a scalar has no axes" : `an axis between ${-shape.length} and ${shape.length - 1}`,
      [found("axis", axis), foundShape("tensor", {shape})]
    );
  return at;
}

/** Axes in rising order, each once; all of them where none are named. */
export function axesOf(
  axes: number | readonly number[] | undefined,
  shape: readonly number[],
  where: string
): readonly number[] {
  if (axes === undefined) return shape.map((_, i) => i);
  if (typeof axes !== "number" && !Array.isArray(axes))
    throw new ShapeError(where, "an axis, or a list of axes", [found("axes", axes), foundShape("tensor", {shape})]);
  const list = (typeof axes === "number" ? [axes] : (axes as readonly number[])).map((axis) =>
    axisOf(axis, shape, where)
  );
  if (new Set(list).size < list.length)
    throw new ShapeError(where, "each axis at most once", [found("axes", axes), foundShape("tensor", {shape})]);
  return [...list].sort((a, b) => a - b);
}

/** Checks extents before anything is made: whole, not negative, and no more numbers than an array can hold. */
export function checkedShape(shape: readonly number[], where: string): readonly number[] {
  if (!Array.isArray(shape))
    throw new ShapeError(
      where,
      "`shape` is a list of extents",
      [found("shape", shape)],
      typeof shape === "number" ? `[${String(shape)}] is the shape of a list` : "[] is the shape of one number"
    );
  let size = 1;
  for (const extent of shape as readonly number[]) {
    if (!(Number.isSafeInteger(extent) && extent >= 0))
      throw new ShapeError(where, "extents are whole numbers from 0 up", [
        typeof extent === "number" ? foundShape("shape", {shape}) : found("shape", shape)
      ]);
    size *= extent;
  }
  if (size > LARGEST)
    throw new ShapeError(where, `at most ${LARGEST} numbers in a tensor`, [foundShape("shape", {shape})]);
  return Object.freeze([...(shape as readonly number[])]);
}

const LARGEST = 1073741823; // of 4 bytes each, as many as the memory of a WASM module addresses

/** The extents of a tensor seen as [outer, n, inner] around one axis. */
export function around(
  axis: number,
  {shape}: Pick<Tensor, "shape">
): readonly [outer: number, n: number, inner: number] {
  let outer = 1;
  let inner = 1;
  for (let i = 0; i < axis; i++) outer *= shape[i]!;
  for (let i = axis + 1; i < shape.length; i++) inner *= shape[i]!;
  return [outer, shape[axis]!, inner];
}
