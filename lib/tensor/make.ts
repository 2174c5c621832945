import {DtypeError, found, ShapeError} from "../core/errors.js";
import {normal} from "../core/random/normal.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import {isTensor, shapeText, sizeOf, type Dtype, type Tensor, type TensorArray} from "../core/tensor.js";
import {checkedShape} from "./shape.js";
import {arrayOf, heapTensor} from "./storage.js";

/** Numbers or truth values in nested lists, all lists of one depth of one length. */
export type Nested = number | boolean | readonly Nested[];

/** The shape of nested lists. @throws ShapeError, with the place, if they are ragged. */
function shapeOfNested(nested: Nested): readonly number[] {
  const shape: number[] = [];
  for (let at: Nested | undefined = nested; Array.isArray(at); at = (at as readonly Nested[])[0]) shape.push(at.length);
  const check = (value: Nested, depth: number, path: string): void => {
    const expected = shape[depth];
    const extent = Array.isArray(value) ? value.length : undefined;
    if (extent !== expected)
      throw new ShapeError(
        "tensor",
        "nested lists of equal lengths",
        [
          {
            name: `at ${path === "" ? "the root" : path}`,
            value: extent === undefined ? "a number" : `a list of ${extent}`
          },
          {name: "expected", value: expected === undefined ? "a number" : `a list of ${expected}`}
        ],
        "pad the shorter lists, or make a tensor of each"
      );
    if (Array.isArray(value))
      (value as readonly Nested[]).forEach((item, i) => check(item, depth + 1, `${path}[${i}]`));
  };
  check(nested, 0, "");
  return shape;
}

function fillFrom(nested: Nested, into: TensorArray, offset: number): number {
  if (!Array.isArray(nested)) {
    into[offset] = Number(nested);
    return offset + 1;
  }
  let next = offset;
  for (const item of nested as readonly Nested[]) next = fillFrom(item, into, next);
  return next;
}

const isBoolean = (nested: Nested): boolean =>
  Array.isArray(nested)
    ? nested.length > 0 && isBoolean((nested as readonly Nested[])[0]!)
    : typeof nested === "boolean";

const names = {float32: "Float32Array", float64: "Float64Array", int32: "Int32Array", bool: "Uint8Array"};
const kinds = new Map<string, Dtype>([
  ["Float32Array", "float32"],
  ["Float64Array", "float64"],
  ["Int32Array", "int32"]
]);
const nameOf = (array: object): string => Object.prototype.toString.call(array).slice(8, -1);

/**
 * A tensor of numbers in nested lists, or of a typed array in the given shape.
 *
 * The kind of number is float32 (bool for truth values, that of a typed array) unless it is named. Numbers are copied.
 *
 * @throws ShapeError if lists are ragged, or a shape does not hold as many numbers as there are; DtypeError if int32 is
 * asked for and a number is not whole.
 */
export function tensor(
  values: Nested | TensorArray,
  options: {readonly shape?: readonly number[]; readonly dtype?: Dtype} | Dtype = {}
): Tensor {
  const {shape, dtype} = typeof options === "string" ? {shape: undefined, dtype: options} : options;
  if (ArrayBuffer.isView(values)) return fromArray(values, shape ?? [values.length], dtype);
  const lists = shapeOfNested(values);
  const kind = dtype ?? (isBoolean(values) ? "bool" : "float32");
  const array = arrayOf(kind, sizeOf(checkedShape(lists, "tensor")));
  fillFrom(values, array, 0);
  if (kind === "int32" && !ArrayBuffer.isView(values)) checkWhole(values);
  return named(array, shape ?? lists, kind);
}

function checkWhole(nested: Nested): void {
  if (Array.isArray(nested)) for (const item of nested as readonly Nested[]) checkWhole(item);
  else if (typeof nested === "number" && (nested | 0) !== nested)
    throw new DtypeError("tensor", "int32 holds whole numbers from -2³¹ to 2³¹ - 1", [found("number", nested)]);
}

function named(array: TensorArray, shape: readonly number[], dtype: Dtype): Tensor {
  const checked = checkedShape(shape, "tensor");
  if (sizeOf(checked) !== array.length)
    throw new ShapeError("tensor", `a shape for ${array.length} numbers`, [
      {name: "shape", value: `${shapeText(checked)}, which holds ${sizeOf(checked)}`}
    ]);
  return heapTensor(array, checked, dtype);
}

function fromArray(array: TensorArray, shape: readonly number[], dtype?: Dtype): Tensor {
  const own = kinds.get(nameOf(array));
  const kind = dtype ?? own;
  if (kind === undefined)
    throw new DtypeError(
      "tensor",
      `an array of type ${Object.values(names).join(", ")}`,
      [{name: "array", value: nameOf(array)}],
      "name the dtype to convert it"
    );
  const copy = arrayOf(kind, array.length);
  if (kind === "bool") for (let i = 0; i < array.length; i++) copy[i] = array[i] === 0 ? 0 : 1;
  else copy.set(array);
  return named(copy, shape, kind);
}

/** A tensor of one number everywhere. */
export function full(shape: readonly number[], value: number, dtype: Dtype = "float32"): Tensor {
  const checked = checkedShape(shape, "full");
  return heapTensor(arrayOf(dtype, sizeOf(checked)).fill(value), checked, dtype);
}

export const zeros = (shape: readonly number[], dtype: Dtype = "float32"): Tensor => full(shape, 0, dtype);
export const ones = (shape: readonly number[], dtype: Dtype = "float32"): Tensor => full(shape, 1, dtype);
export const zerosLike = ({shape, dtype}: Tensor): Tensor => full(shape, 0, dtype);
export const onesLike = ({shape, dtype}: Tensor): Tensor => full(shape, 1, dtype);

/** A tensor of rank 0. */
export const scalar = (value: number, dtype: Dtype = "float32"): Tensor => full([], value, dtype);

/** 0, 1, …, n − 1. */
export function arange(n: number, dtype: Dtype = "float32"): Tensor {
  const shape = checkedShape([n], "arange");
  const array = arrayOf(dtype, n);
  for (let i = 0; i < n; i++) array[i] = i;
  return heapTensor(array, shape, dtype);
}

/** The identity matrix [n, n]. */
export function eye(n: number, dtype: Dtype = "float32"): Tensor {
  const shape = checkedShape([n, n], "eye");
  const array = arrayOf(dtype, n * n);
  for (let i = 0; i < n; i++) array[i * n + i] = 1;
  return heapTensor(array, shape, dtype);
}

/** Draws from the normal distribution of mean 0 and variance 1: entry i is `normal(key, i)`. */
export const randomNormal = (key: Key, shape: readonly number[], dtype: "float32" | "float64" = "float32"): Tensor =>
  drawn("randomNormal", (i) => normal(key, i), shape, dtype);

/** Draws that are uniform between 0 and 1 (never 1): entry i is `uniform(key, i)`. */
export const randomUniform = (key: Key, shape: readonly number[], dtype: "float32" | "float64" = "float32"): Tensor =>
  drawn("randomUniform", (i) => uniform(key, i), shape, dtype);

function drawn(where: string, draw: (i: number) => number, shape: readonly number[], dtype: Dtype): Tensor {
  const checked = checkedShape(shape, where);
  const array = arrayOf(dtype, sizeOf(checked));
  for (let i = 0; i < array.length; i++) array[i] = draw(i);
  return heapTensor(array, checked, dtype);
}

/** The one number of a tensor that holds one. @throws ShapeError if it holds none or several. */
export function item({shape, data}: Tensor): number {
  if (sizeOf(shape) !== 1)
    throw new ShapeError(
      "item",
      "a tensor of one number",
      [{name: "tensor", value: shapeText(shape)}],
      "index it, or reduce it with sum or mean"
    );
  return data[0]!;
}

/** A tensor as nested lists of numbers, or of truth values; a number for rank 0. */
export function toNested(x: Tensor): Nested {
  const {shape, dtype, data} = x;
  let next = 0;
  const level = (axis: number): Nested => {
    if (axis === shape.length) return dtype === "bool" ? data[next++] !== 0 : data[next++]!;
    return Array.from({length: shape[axis]!}, () => level(axis + 1));
  };
  return level(0);
}

/** Numbers where tensors are wanted: as scalars of a kind. */
export const asTensor = (value: Tensor | number, dtype: Dtype): Tensor =>
  isTensor(value) ? value : scalar(value, dtype);
