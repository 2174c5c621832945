import {checkFields} from "../../core/checkFields.js";
import {ShapeError} from "../../core/errors.js";
import {shapeText, sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import {broadcastShapes, foundShape, sameShape} from "../../tensor/shape.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {add} from "./binary.js";
import {broadcastTo, sum, sumTo} from "./broadcast.js";
import {reshape} from "./reshape.js";

/** Which operands are read with their last two axes exchanged: in place, without a copy. */
export interface MatmulOptions {
  /** Whether the last two axes of a are taken in each other's place: false unless it is named. */
  readonly transposeA?: boolean;
  /** The same of b. */
  readonly transposeB?: boolean;
}

interface Flags {
  readonly tA: boolean;
  readonly tB: boolean;
}

const rowsOf = ({shape}: Tensor, flipped: boolean): number => shape.at(flipped ? -1 : -2)!;
const columnsOf = ({shape}: Tensor, flipped: boolean): number => shape.at(flipped ? -2 : -1)!;

/**
 * C = A·B for matrices in the last two axes; the axes before are one batch, equal in both or absent in one.
 *
 * With C̄ the gradient of C: Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄ (each number of A meets a row of B, so its gradient is the sum over
 * that row of what C's gradient says). An operand that is stored transposed gets the transpose of that.
 */
const product: Primitive<Flags> = {
  name: "matmul",
  forward: ([a, b], {tA, tB}) => {
    const backend = backendOf(a!.dtype);
    const [m, k, n] = [rowsOf(a!, tA), columnsOf(a!, tA), columnsOf(b!, tB)];
    const lead = a!.shape.length >= b!.shape.length ? a!.shape.slice(0, -2) : b!.shape.slice(0, -2);
    const batch = sizeOf(lead);
    const c = backend.make(batch * m * n);
    const strideOf = ({shape}: Tensor): number => (shape.length === 2 ? 0 : sizeOf(shape.slice(-2)));
    backend.kernels.matmul(
      (tA ? 1 : 0) | (tB ? 2 : 0),
      batch,
      m,
      n,
      k,
      backend.floats(a!),
      strideOf(a!),
      backend.floats(b!),
      strideOf(b!),
      c
    );
    return backend.tensor(c, [...lead, m, n]);
  },
  vjp: (dc, {inputs: [a, b], params: {tA, tB}, wants}) => [
    wants(0) ? sumTo(tA ? multiply(b!, dc, tB, true) : multiply(dc, b!, false, !tB), a!.shape) : undefined,
    wants(1) ? sumTo(tB ? multiply(dc, a!, true, tA) : multiply(a!, dc, !tA, false), b!.shape) : undefined
  ],
  jvp: ([da, db], {inputs: [a, b], params: {tA, tB}}) => {
    const left = da === undefined ? undefined : multiply(da, b!, tA, tB);
    const right = db === undefined ? undefined : multiply(a!, db, tA, tB);
    return left === undefined ? right! : right === undefined ? left : add(left, right);
  }
};

/** The product, with one matrix for a whole batch folded into rows where that is the same. */
function multiply(a: Tensor, b: Tensor, tA: boolean, tB: boolean): Tensor {
  if (b.shape.length === 2 && a.shape.length > 2 && !tA) {
    const rows = reshape(a, [sizeOf(a.shape.slice(0, -1)), a.shape.at(-1)!]);
    return reshape(apply(product, [rows, b], {tA, tB}), [...a.shape.slice(0, -1), columnsOf(b, tB)]);
  }
  return apply(product, [a, b], {tA, tB});
}

/**
 * Matrix products over the last two axes, with the axes before broadcast: [.., m, k] · [.., k, n] → [.., m, n]. A
 * vector as the first operand is a row, as the second a column; its axis is gone from the result.
 *
 * @throws ShapeError, with both shapes, if the inner extents differ, or the batches do not broadcast.
 *
 * @example
 * const a = tensor([[1, 2], [3, 4]]);
 * toNested(matmul(a, eye(2))); // [[1, 2], [3, 4]]
 * toNested(matmul(a, tensor([[1], [1]]), {transposeA: true})); // [[4], [6]]
 */
export function matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
  givenFloats("matmul", "a", a);
  givenFloats("matmul", "b", b);
  commonDtype("matmul", [a, b], ["a", "b"]);
  checkFields("matmul.options", options, ["transposeA", "transposeB"]);
  const {transposeA = false, transposeB = false} = options;
  if (a.shape.length === 0 || b.shape.length === 0)
    throw new ShapeError(
      "matmul",
      "matrices or vectors, not scalars",
      [foundShape("a", a), foundShape("b", b)],
      "multiply by a scalar with mul"
    );
  if (a.shape.length === 1) {
    const row = matmul(reshape(a, [1, -1]), b, {transposeB});
    return reshapeWithout(row, b.shape.length === 1 ? -1 : -2);
  }
  if (b.shape.length === 1) return reshapeWithout(matmul(a, reshape(b, [-1, 1]), {transposeA}), -1);
  const [k, kb] = [columnsOf(a, transposeA), rowsOf(b, transposeB)];
  if (k !== kb)
    throw new ShapeError(
      "matmul",
      `inner dimensions differ: ${shapeText(a.shape)}${transposeA ? "ᵀ" : ""} · ${shapeText(b.shape)}${transposeB ? "ᵀ" : ""} (${k} ≠ ${kb})`
    );
  const [leadA, leadB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  if (leadA.length === 0 || leadB.length === 0 || sameShape(leadA, leadB))
    return multiply(a, b, transposeA, transposeB);
  const lead = broadcastShapes(leadA, leadB, "matmul");
  const grown = (x: Tensor): Tensor => broadcastTo(x, [...lead, ...x.shape.slice(-2)]);
  return multiply(grown(a), grown(b), transposeA, transposeB);
}

const reshapeWithout = (x: Tensor, axis: number): Tensor =>
  reshape(
    x,
    x.shape.filter((_, i) => i !== axis + x.shape.length)
  );

/**
 * y = x·W + b: a product with the bias put under it, so that y is written once.
 *
 * x̄ = ȳ·Wᵀ, W̄ = xᵀ·ȳ, and b̄ is the sum of ȳ over rows, as each row got b.
 */
const affineMap: Primitive = {
  name: "linear",
  forward: ([x, weight, bias]) => {
    const backend = backendOf(x!.dtype);
    const [m, k] = x!.shape as readonly [number, number];
    const n = weight!.shape[1]!;
    const y = backend.make(m * n);
    backend.kernels.linear(m, n, k, backend.floats(x!), backend.floats(weight!), backend.floats(bias!), y);
    return backend.tensor(y, [m, n]);
  },
  vjp: (dy, {inputs: [x, weight], wants}) => [
    wants(0) ? matmul(dy, weight!, {transposeB: true}) : undefined,
    wants(1) ? matmul(x!, dy, {transposeA: true}) : undefined,
    wants(2) ? sum(dy, {axes: 0}) : undefined
  ],
  jvp: ([dx, dweight, dbias], {inputs: [x, weight], output}) => {
    const parts = [
      ...(dx === undefined ? [] : [matmul(dx, weight!)]),
      ...(dweight === undefined ? [] : [matmul(x!, dweight)]),
      ...(dbias === undefined ? [] : [broadcastTo(dbias, output.shape)])
    ];
    return parts.reduce((total, part) => add(total, part));
  }
};

/**
 * x·weight + bias: [.., in] · [in, out] + [out] → [.., out].
 *
 * @throws ShapeError, with all shapes, if they do not fit.
 */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  givenFloats("linear", "x", x);
  givenFloats("linear", "weight", weight);
  if (bias !== undefined) givenFloats("linear", "bias", bias);
  commonDtype("linear", bias === undefined ? [x, weight] : [x, weight, bias], ["x", "weight", "bias"]);
  const k = x.shape.at(-1);
  if (weight.shape.length !== 2 || k !== weight.shape[0])
    throw new ShapeError(
      "linear",
      `inner dimensions differ: ${shapeText(x.shape)} · ${shapeText(weight.shape)} (${k} ≠ ${weight.shape[0]})`,
      [],
      "weight is [in, out], and the last axis of x is in"
    );
  if (bias === undefined) return matmul(x, weight);
  if (!sameShape(bias.shape, [weight.shape[1]!]))
    throw new ShapeError("linear", "one bias for each output", [
      foundShape("weight", weight),
      foundShape("bias", bias)
    ]);
  const y = apply(affineMap, [reshape(x, [sizeOf(x.shape.slice(0, -1)), weight.shape[0]!]), weight, bias], undefined);
  return reshape(y, [...x.shape.slice(0, -1), weight.shape[1]!]);
}
