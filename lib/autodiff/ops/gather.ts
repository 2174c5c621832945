import {whole} from "../../core/check.js";
import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type FloatDtype, type Numbers, type Tensor} from "../../core/tensorData.js";
import {arithmeticOf, backendOf, commonDtype} from "../../tensor/backend.js";
import {given, givenDtype, givenKind} from "../../tensor/given.js";
import {around, axisOf, checkedShape, foundShape, sameShape} from "../../tensor/shape.js";
import {arrayOf, heapTensor} from "../../tensor/storage.js";
import type {Primitive} from "../primitive.js";
import {apply, valueOf} from "../tracked.js";
import {noArithmetic} from "./affine.js";
import {add} from "./binary.js";
import {reshape} from "./reshape.js";
import {transpose} from "./strided.js";

/** Refuses ids that are not whole numbers of 0..extent − 1: a kernel would read what lies elsewhere. */
function checkIds(where: string, name: string, ids: Tensor, extent: number): Tensor {
  const plain = valueOf(givenKind(where, name, ids, "int32", `make them with tensor(${name}, "int32")`));
  const data: Numbers = plain.data;
  for (let i = 0; i < data.length; i++)
    if (data[i]! < 0 || data[i]! >= extent)
      throw new ShapeError(where, extent === 0 ? "no ids, as there are no rows" : `ids between 0 and ${extent - 1}`, [
        found(`id at ${i}`, data[i]),
        foundShape(name, plain)
      ]);
  return plain;
}

interface Rows {
  readonly ids: Tensor;
  /** Rows of the table. */
  readonly count: number;
}

/** y[i] = table[ids[i]]: a row's gradient is the sum of the gradients of all its copies. */
const gathering: Primitive<Rows> = {
  name: "embedding",
  forward: ([table], {ids}) => {
    const backend = backendOf(table!.dtype);
    const [rows, n] = [sizeOf(ids.shape), table!.shape[1]!];
    const y = backend.make(rows * n);
    backend.kernels.gatherRows(rows, n, backend.ints(ids), backend.floats(table!), y);
    return backend.tensor(y, [rows, n]);
  },
  vjp: (dy, {params}) => [apply(scattering, [dy], params)],
  jvp: ([dx], {params}) => apply(gathering, [dx!], params)
};

/** Zeros, with row i added at ids[i]: what gathering turns into on the way back, and the other way round. */
const scattering: Primitive<Rows> = {
  name: "scatterRows",
  forward: ([x], {ids, count}) => {
    const backend = arithmeticOf("scatterAdd", x!.dtype);
    const [rows, n] = x!.shape as readonly [number, number];
    const y = backend.make(count * n);
    backend.kernels.fill(count * n, 0, y);
    backend.kernels.scatterAddRows(rows, n, backend.ints(ids), backend.floats(x!), y);
    return backend.tensor(y, [count, n]);
  },
  vjp: (dy, {params}) => [apply(gathering, [dy], params)],
  jvp: ([dx], {params}) => apply(scattering, [dx!], params)
};

const matrixOf = (table: Tensor): Tensor => reshape(table, [table.shape[0]!, sizeOf(table.shape.slice(1))]);

/**
 * Rows of a table [vocabSize, ..] by id: ids of any shape in, [..ids, ..row] out.
 *
 * @throws ShapeError for an id outside of the table; DtypeError unless ids are int32.
 *
 * @example
 * const table = tensor([[0, 0], [1, 10], [2, 20]]);
 * toNested(embedding(table, tensor([2, 1], "int32"))); // [[2, 20], [1, 10]]
 */
export const embedding = (table: Tensor, ids: Tensor): Tensor =>
  rowsAt("embedding", given("embedding", "table", table), "ids", ids);

function rowsAt(where: string, table: Tensor, name: string, ids: Tensor): Tensor {
  if (table.shape.length === 0) throw new ShapeError(where, "a table of rows", [foundShape("table", table)]);
  const count = table.shape[0]!;
  const rows = apply(gathering, [matrixOf(table)], {ids: checkIds(where, name, ids, count), count});
  return reshape(rows, [...ids.shape, ...table.shape.slice(1)]);
}

/**
 * Whole slices of x along an axis, by position: `embedding` for any axis. Indices are a list, int32 [m].
 *
 * @throws ShapeError for a position outside of the axis; DtypeError unless indices are int32.
 */
export function take(x: Tensor, indices: Tensor, axis = 0): Tensor {
  const at = axisOf(axis, given("take", "x", x).shape, "take");
  given("take", "indices", indices);
  if (at === 0) return rowsAt("take", x, "indices", indices);
  if (indices.shape.length !== 1) throw new ShapeError("take", "a list of positions", [foundShape("indices", indices)]);
  const order = [at, ...x.shape.map((_, i) => i).filter((i) => i !== at)];
  const back = order.map((_, i) => order.indexOf(i));
  return transpose(rowsAt("take", transpose(x, order), "indices", indices), back);
}

/**
 * base, with each row of updates added to the row that its id names. Ids may repeat; sums run in their order.
 *
 * @throws ShapeError for an id outside of base, or rows of another shape.
 */
export function scatterAdd(base: Tensor, ids: Tensor, updates: Tensor): Tensor {
  const count = given("scatterAdd", "base", base).shape[0] ?? 0;
  given("scatterAdd", "ids", ids);
  given("scatterAdd", "updates", updates);
  commonDtype("scatterAdd", [base, updates], ["base", "updates"]);
  if (base.dtype === "bool") throw noArithmetic("scatterAdd", "base");
  if (base.shape.length === 0 || !sameShape(updates.shape, [...ids.shape, ...base.shape.slice(1)]))
    throw new ShapeError("scatterAdd", "one row of base's shape for each id", [
      foundShape("base", base),
      foundShape("ids", ids),
      foundShape("updates", updates)
    ]);
  const n = sizeOf(base.shape.slice(1));
  const rows = reshape(updates, [sizeOf(ids.shape), n]);
  const sums = apply(scattering, [rows], {ids: checkIds("scatterAdd", "ids", ids, count), count});
  return add(base, reshape(sums, base.shape));
}

interface Along {
  readonly index: Tensor;
  readonly axis: number;
  /** The shape that is taken from. */
  readonly from: readonly number[];
}

const aroundAll = ({index, axis, from}: Along): readonly [number, number, number, number] => {
  const [outer, n, inner] = around(axis, {shape: from});
  return [outer, n, index.shape[axis]!, inner];
};

/** y[.., j, ..] = x[.., index[.., j, ..], ..]; a number's gradient is the sum over the places that took it. */
const taking: Primitive<Along> = {
  name: "takeAlongAxis",
  forward: ([x], params) => {
    const backend = backendOf(x!.dtype);
    const y = backend.make(sizeOf(params.index.shape));
    backend.kernels.takeAlong(...aroundAll(params), backend.ints(params.index), backend.floats(x!), y);
    return backend.tensor(y, params.index.shape);
  },
  vjp: (dy, {params}) => [apply(giving, [dy], params)],
  jvp: ([dx], {params}) => apply(taking, [dx!], params)
};

const giving: Primitive<Along> = {
  name: "scatterAddAlongAxis",
  forward: ([x], params) => {
    const backend = arithmeticOf("scatterAddAlongAxis", x!.dtype);
    const size = sizeOf(params.from);
    const y = backend.make(size);
    backend.kernels.fill(size, 0, y);
    backend.kernels.scatterAddAlong(...aroundAll(params), backend.ints(params.index), backend.floats(x!), y);
    return backend.tensor(y, params.from);
  },
  vjp: (dy, {params}) => [apply(taking, [dy], params)],
  jvp: ([dx], {params}) => apply(giving, [dx!], params)
};

/**
 * One number of x for each index: the index says where along the axis, its own place says where along all others.
 *
 * @throws ShapeError unless index has x's shape but along that axis, and stays inside of it.
 */
export function takeAlongAxis(x: Tensor, index: Tensor, axis = -1): Tensor {
  const at = axisOf(axis, given("takeAlongAxis", "x", x).shape, "takeAlongAxis");
  given("takeAlongAxis", "index", index);
  const fits = index.shape.length === x.shape.length && index.shape.every((n, i) => i === at || n === x.shape[i]);
  if (!fits)
    throw new ShapeError("takeAlongAxis", `indices with the tensor's shape but along axis ${at}`, [
      foundShape("tensor", x),
      foundShape("index", index)
    ]);
  return apply(taking, [x], {index: checkIds("takeAlongAxis", "index", index, x.shape[at]!), axis: at, from: x.shape});
}

/**
 * A new last axis of `depth` numbers: 1 at the id, 0 elsewhere. @throws ShapeError for an id that is not below depth.
 *
 * @example
 * toNested(oneHot(tensor([2, 0], "int32"), 3)); // [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot(ids: Tensor, depth: number, dtype: FloatDtype = "float32"): Tensor {
  whole("oneHot.depth", depth);
  givenDtype("oneHot", dtype, ["float32", "float64"]);
  const {data, shape} = checkIds("oneHot", "ids", ids, depth);
  const to = checkedShape([...shape, depth], "oneHot");
  const size = sizeOf(shape);
  const array = arrayOf(dtype, size * depth);
  for (let i = 0; i < size; i++) array[i * depth + data[i]!] = 1;
  return heapTensor(array, to, dtype);
}
