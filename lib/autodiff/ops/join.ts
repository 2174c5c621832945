import {whole} from "../../core/check.js";
import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {given, givenList, listOf} from "../../tensor/given.js";
import {held} from "../../tensor/held.js";
import {ones, zerosLike} from "../../tensor/make.js";
import {axisOf, checkedShape, foundShape, sameShape, stridesOf} from "../../tensor/shape.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {cast} from "./cast.js";
import {expandDims, reshape} from "./reshape.js";
import {placeInside, slice} from "./strided.js";
import {where} from "./where.js";

/** Each input fills its part of the output, and gets that part of the gradient. */
const concatenation: Primitive<number> = {
  name: "concat",
  forward: (parts, axis) => {
    const backend = backendOf(parts[0]!.dtype);
    const shape = joined(parts, axis);
    const strides = stridesOf(shape);
    const y = backend.make(sizeOf(shape));
    let offset = 0;
    for (const part of parts) {
      backend.kernels.placeStrided(
        shape.length,
        backend.list(part.shape),
        backend.list(strides),
        offset,
        backend.floats(part),
        y
      );
      offset += part.shape[axis]! * strides[axis]!;
    }
    return backend.tensor(y, shape);
  },
  vjp: (dy, {inputs, params: axis, wants}) => {
    let start = 0;
    return inputs.map(({shape}, i) => {
      const from = start;
      start += shape[axis]!;
      return wants(i) ? slice(dy, ...rangeAt(axis, from, start)) : undefined;
    });
  },
  jvp: (tangents, {inputs, params: axis}) =>
    apply(
      concatenation,
      tangents.map((d, i) => d ?? zerosLike(inputs[i]!)),
      axis
    )
};

const rangeAt = (axis: number, start: number, stop: number) => [
  ...Array<null>(axis).fill(null),
  [start, stop] as const
];

const joined = (parts: readonly Tensor[], axis: number): readonly number[] =>
  parts[0]!.shape.map((extent, i) => (i === axis ? parts.reduce((sum, {shape}) => sum + shape[axis]!, 0) : extent));

/**
 * Tensors one after another along an axis.
 *
 * @throws ShapeError if there are none, or if they differ in another axis.
 *
 * @example
 * toNested(concat([tensor([1, 2]), tensor([3])])); // [1, 2, 3]
 */
export function concat(parts: readonly Tensor[], axis = 0): Tensor {
  const first = givenList("concat", "parts", parts)[0];
  if (first === undefined) throw new ShapeError("concat", "at least one tensor", [found("parts", parts)]);
  const at = axisOf(axis, first.shape, "concat");
  parts.forEach((part, i) => {
    if (
      part.shape.length !== first.shape.length ||
      part.shape.some((extent, j) => j !== at && extent !== first.shape[j])
    )
      throw new ShapeError("concat", `tensors that differ along axis ${at} alone`, [
        foundShape("parts[0]", first),
        foundShape(`parts[${i}]`, part)
      ]);
  });
  commonDtype(
    "concat",
    parts,
    parts.map((_, i) => `parts[${i}]`)
  );
  return parts.length === 1 ? first : apply(concatenation, parts, at);
}

/** Tensors of one shape along a new axis. @throws ShapeError if shapes differ, or if there are none. */
export function stack(parts: readonly Tensor[], axis = 0): Tensor {
  const first = givenList("stack", "parts", parts)[0];
  if (first === undefined) throw new ShapeError("stack", "at least one tensor", [found("parts", parts)]);
  const at = axisOf(axis, [...first.shape, 1], "stack");
  const odd = parts.findIndex(({shape}) => !sameShape(shape, first.shape));
  if (odd >= 0)
    throw new ShapeError("stack", "tensors of one shape", [
      foundShape("parts[0]", first),
      foundShape(`parts[${odd}]`, parts[odd]!)
    ]);
  return concat(
    parts.map((part) => expandDims(part, at)),
    at
  );
}

/**
 * A tensor cut along an axis into parts of the given extents, or into so many equal ones.
 *
 * @throws ShapeError unless the parts add up to the axis; ConfigError for a number of parts that cannot be.
 */
export function split(x: Tensor, parts: number | readonly number[], axis = -1): readonly Tensor[] {
  given("split", "x", x);
  const at = axisOf(axis, x.shape, "split");
  const extent = x.shape[at]!;
  if (typeof parts === "number") whole("split.parts", parts, {least: 1});
  else for (const n of listOf("split.parts", parts)) whole("split.parts", n);
  const extents = typeof parts === "number" ? Array<number>(parts).fill(extent / parts) : parts;
  if (extents.some((n) => !Number.isInteger(n)) || extents.reduce((a, b) => a + b, 0) !== extent)
    throw new ShapeError("split", `parts that add up to the ${extent} of axis ${at}`, [
      found("parts", parts),
      foundShape("tensor", x)
    ]);
  let start = 0;
  return extents.map((n) => slice(x, ...rangeAt(at, start, (start += n))));
}

/**
 * x with numbers of one value around it: `pads` has how many before and after, for each axis.
 *
 * @throws ShapeError unless there is a pair of whole numbers from 0 up for each axis.
 */
export function pad(x: Tensor, pads: readonly (readonly [before: number, after: number])[], value = 0): Tensor {
  given("pad", "x", x);
  if (listOf("pad.pads", pads).length !== x.shape.length || !pads.every(isPair))
    throw new ShapeError("pad", "how many before and after, for each axis", [
      found("pads", pads),
      foundShape("tensor", x)
    ]);
  held("pad", "value", x.dtype, value);
  const shape = checkedShape(
    x.shape.map((extent, i) => extent + pads[i]![0] + pads[i]![1]),
    "pad"
  );
  const place = pads.map(([before]) => before);
  const padded = placeInside(x, shape, place);
  if (value === 0) return padded;
  const covered = cast(placeInside(ones(x.shape, x.dtype), shape, place), "bool");
  return where(covered, padded, value);
}

const isPair = (pair: unknown): boolean =>
  Array.isArray(pair) && pair.length === 2 && pair.every((n) => Number.isSafeInteger(n) && n >= 0);

/** All numbers of tensors in one row. */
export const flatten = (parts: readonly Tensor[]): Tensor => concat(parts.map((part) => reshape(part, [-1])));
