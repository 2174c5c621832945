import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ConfigError, DtypeError, found, ShapeError} from "../core/errors.js";
import {shapeText, sizeOf, type Dtype, type Tensor, type TensorArray} from "../core/tensorData.js";
import {given, givenDtype} from "./given.js";
import {held} from "./held.js";
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

function fillFrom(nested: Nested, into: TensorArray, dtype: Dtype, offset: number): number {
  if (!Array.isArray(nested)) {
    into[offset] = held("tensor", "values", dtype, nested);
    return offset + 1;
  }
  let next = offset;
  for (const item of nested as readonly Nested[]) next = fillFrom(item, into, dtype, next);
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

/** What `tensor` is told: the shape, where it is not that of the lists, and the kind of number. */
export interface TensorOptions {
  /** That of the lists unless it is named. */
  readonly shape?: readonly number[];
  /** float32 unless it is named, bool for truth values, and of a typed array its own. */
  readonly dtype?: Dtype;
}

/**
 * A tensor of numbers in nested lists, or of a typed array in the given shape.
 *
 * The kind of number is float32 (bool for truth values, that of a typed array) unless it is named. Numbers are copied.
 *
 * @throws ShapeError if lists are ragged, or a shape does not hold as many numbers as there are; DtypeError for a number
 * that the kind cannot hold, such as a fraction as int32; ConfigError for what is no number.
 *
 * @example
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * x.shape; // [2, 3]
 * toNested(tensor([1, 2, 3, 4], {shape: [2, 2]})); // [[1, 2], [3, 4]]
 */
export function tensor(values: Nested | TensorArray, options: TensorOptions | Dtype = {}): Tensor {
  if (typeof options !== "string") checkFields("tensor.options", options, ["shape", "dtype"]);
  const {shape, dtype} = typeof options === "string" ? {shape: undefined, dtype: options} : options;
  if (dtype !== undefined) givenDtype("tensor", dtype);
  if (ArrayBuffer.isView(values)) return fromArray(values, shape, dtype);
  const lists = shapeOfNested(values);
  const kind = dtype ?? (isBoolean(values) ? "bool" : "float32");
  const array = arrayOf(kind, sizeOf(checkedShape(lists, "tensor")));
  fillFrom(values, array, kind, 0);
  return named(array, shape ?? lists, kind);
}

function named(array: TensorArray, shape: readonly number[], dtype: Dtype): Tensor {
  const checked = checkedShape(shape, "tensor");
  if (sizeOf(checked) !== array.length)
    throw new ShapeError("tensor", `a shape for ${array.length} numbers`, [
      {name: "shape", value: `${shapeText(checked)}, which holds ${sizeOf(checked)}`}
    ]);
  return heapTensor(array, checked, dtype);
}

function fromArray(values: TensorArray, shape: readonly number[] | undefined, dtype: Dtype | undefined): Tensor {
  const own = kinds.get(nameOf(values));
  const kind = dtype ?? own;
  if (kind === undefined)
    throw new DtypeError(
      "tensor",
      `an array of type ${Object.values(names).join(", ")}`,
      [{name: "values", value: nameOf(values)}],
      "name the dtype to convert it"
    );
  const copy = arrayOf(kind, values.length);
  if (kind === own || kind === "float32" || kind === "float64") copy.set(checkedNumbers(values));
  else for (let i = 0; i < values.length; i++) copy[i] = held("tensor", `values[${i}]`, kind, values[i]);
  return named(copy, shape ?? [values.length], kind);
}

/** Refuses arrays of big integers, and what is a view of bytes but no array. */
function checkedNumbers(values: TensorArray): TensorArray {
  if (values.length > 0 && typeof values[0] !== "number")
    throw new ConfigError("tensor", "`values` are numbers", [{name: "values", value: nameOf(values)}]);
  return values;
}

/** A tensor of one number everywhere. @throws DtypeError for a number that the kind cannot hold. */
export const full = (shape: readonly number[], value: number, dtype: Dtype = "float32"): Tensor =>
  filled("full", shape, value, dtype);

function filled(where: string, shape: readonly number[], value: number, dtype: Dtype): Tensor {
  const checked = checkedShape(shape, where);
  const number = held(where, "value", givenDtype(where, dtype), value);
  const array = arrayOf(dtype, sizeOf(checked));
  return heapTensor(number === 0 && !Object.is(number, -0) ? array : array.fill(number), checked, dtype);
}

/** A tensor of zeros, or of false. */
export const zeros = (shape: readonly number[], dtype: Dtype = "float32"): Tensor => filled("zeros", shape, 0, dtype);
/** A tensor of ones, or of true. */
export const ones = (shape: readonly number[], dtype: Dtype = "float32"): Tensor => filled("ones", shape, 1, dtype);
/** Zeros of the shape and kind of x. */
export const zerosLike = (x: Tensor): Tensor => like("zerosLike", x, 0);
/** Ones of the shape and kind of x. */
export const onesLike = (x: Tensor): Tensor => like("onesLike", x, 1);

function like(where: string, x: Tensor, value: number): Tensor {
  const {shape, dtype} = given(where, "x", x);
  return filled(where, shape, value, dtype);
}

/** A tensor of rank 0. @throws DtypeError for a number that the kind cannot hold. */
export const scalar = (value: number, dtype: Dtype = "float32"): Tensor => filled("scalar", [], value, dtype);

const EXACT = 16777217; // float32 tells numbers below apart; of larger ones it has every second

/**
 * 0, 1, …, n − 1. @throws DtypeError where the kind does not have all of them.
 *
 * @example
 * toNested(arange(4)); // [0, 1, 2, 3]
 */
export function arange(n: number, dtype: Dtype = "float32"): Tensor {
  const shape = checkedShape([whole("arange.n", n)], "arange");
  const most = {float32: EXACT, float64: Infinity, int32: Infinity, bool: 2}[givenDtype("arange", dtype)];
  if (n > most) throw new DtypeError("arange", `${dtype} tells 0 to ${most - 1} apart`, [found("n", n)], "use int32");
  const array = arrayOf(dtype, n);
  for (let i = 0; i < n; i++) array[i] = i;
  return heapTensor(array, shape, dtype);
}

/**
 * The identity matrix [n, n].
 *
 * @example
 * toNested(eye(2)); // [[1, 0], [0, 1]]
 */
export function eye(n: number, dtype: Dtype = "float32"): Tensor {
  whole("eye.n", n);
  const shape = checkedShape([n, n], "eye");
  const array = arrayOf(givenDtype("eye", dtype), n * n);
  for (let i = 0; i < n; i++) array[i * n + i] = 1;
  return heapTensor(array, shape, dtype);
}

/**
 * The one number of a tensor that holds one. @throws ShapeError if it holds none or several.
 *
 * @example
 * item(sum(tensor([1, 2, 3]))); // 6
 */
export function item(x: Tensor): number {
  const {shape, data} = given("item", "x", x);
  if (sizeOf(shape) !== 1)
    throw new ShapeError(
      "item",
      "a tensor of one number",
      [{name: "x", value: shapeText(shape)}],
      "index it, or reduce it with sum or mean"
    );
  return data[0]!;
}

/** A tensor as nested lists of numbers, or of truth values; a number for rank 0. */
export function toNested(x: Tensor): Nested {
  const {shape, dtype, data} = given("toNested", "x", x);
  let next = 0;
  const level = (axis: number): Nested => {
    if (axis === shape.length) return dtype === "bool" ? data[next++] !== 0 : data[next++]!;
    return Array.from({length: shape[axis]!}, () => level(axis + 1));
  };
  return level(0);
}
