import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {given} from "../../tensor/given.js";
import {checkedShape, foundShape, sameShape} from "../../tensor/shape.js";
import {reshaped} from "../../tensor/storage.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";

/** The numbers stay where they are; derivatives are reshaped likewise. */
const view: Primitive<readonly number[]> = {
  name: "reshape",
  forward: ([x], shape) => reshaped(x!, shape),
  vjp: (dy, {inputs: [x]}) => [reshape(dy, x!.shape)],
  jvp: ([dx], {params}) => reshape(dx!, params)
};

/**
 * The same numbers, in the same order, with other extents; one of them may be −1: what is left.
 *
 * @throws ShapeError if the shape does not hold as many numbers.
 *
 * @example
 * toNested(reshape(arange(6), [2, 3])); // [[0, 1, 2], [3, 4, 5]]
 */
export function reshape(x: Tensor, shape: readonly number[]): Tensor {
  const size = sizeOf(given("reshape", "x", x).shape);
  const open = Array.isArray(shape) ? shape.indexOf(-1) : -1;
  const rest = open < 0 ? size : shape.reduce((product, extent, i) => (i === open ? product : product * extent), 1);
  if (open >= 0 && rest === 0)
    throw new ShapeError(
      "reshape",
      "beside an extent of 0, −1 could be any number",
      [foundShape("x", x), foundShape("shape", {shape})],
      "name all extents"
    );
  const to = checkedShape(
    open < 0 ? shape : shape.map((extent, i) => (i === open ? Math.floor(size / rest) : extent)),
    "reshape"
  );
  if (sizeOf(to) !== size)
    throw new ShapeError("reshape", `a shape for ${size} numbers (${sizeOf(to)} ≠ ${size})`, [
      foundShape("x", x),
      foundShape("shape", {shape})
    ]);
  return sameShape(x.shape, to) ? x : apply(view, [x], to);
}

/**
 * x with axes of extent 1 put in at the given places of the result, counted from its end where negative.
 *
 * @throws ShapeError for a place that the result does not have, or that is named twice.
 */
export function expandDims(x: Tensor, ...places: readonly number[]): Tensor {
  const rank = given("expandDims", "x", x).shape.length + places.length;
  const at = new Set(places.map((place) => (place < 0 ? place + rank : place)));
  if (at.size < places.length || ![...at].every((place) => Number.isInteger(place) && place >= 0 && place < rank))
    throw new ShapeError("expandDims", `places between ${-rank} and ${rank - 1}, each once`, [
      found("places", places),
      foundShape("x", x)
    ]);
  const extents = x.shape[Symbol.iterator]();
  return reshape(
    x,
    Array.from({length: rank}, (_, i) => (at.has(i) ? 1 : (extents.next().value ?? 1)))
  );
}
