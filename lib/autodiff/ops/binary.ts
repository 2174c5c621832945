import {isTensor, sizeOf, type Dtype, type Tensor} from "../../core/tensorData.js";
import {binaryOps, type BinaryOp} from "../../kernels/kernels.js";
import {arithmeticOf, commonDtype} from "../../tensor/backend.js";
import {givenFloats, givenOperand} from "../../tensor/given.js";
import {held} from "../../tensor/held.js";
import {scalar} from "../../tensor/make.js";
import {broadcastShapes, broadcastStrides, sameShape} from "../../tensor/shape.js";
import type {Applied, Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {affine, affineAs, noArithmetic} from "./affine.js";
import {sumTo} from "./broadcast.js";
import {dtypeOf, type Operand} from "./elementwise.js";

function compute(op: BinaryOp, a: Tensor, b: Tensor): Tensor {
  const backend = arithmeticOf(op, a.dtype);
  const code = binaryOps.indexOf(op);
  const shape = broadcastShapes(a.shape, b.shape, op);
  const size = sizeOf(shape);
  const y = backend.make(size);
  if (sameShape(a.shape, b.shape)) backend.kernels.binary(code, size, backend.floats(a), backend.floats(b), y);
  else {
    const strides = [...broadcastStrides(a.shape, shape), ...broadcastStrides(b.shape, shape)];
    backend.kernels.binaryBroadcast(
      code,
      shape.length,
      backend.list(shape),
      backend.list(strides),
      backend.floats(a),
      backend.floats(b),
      y
    );
  }
  return backend.tensor(y, shape);
}

type Partial = (d: Tensor, a: Tensor, b: Tensor, y: Tensor) => Tensor;

/**
 * An operation on pairs of numbers. `toA` and `toB` are d times the partial derivatives; gradients are summed over the
 * axes along which an operand repeated, since each of its numbers was used there many times.
 */
export function pairwise(name: BinaryOp, toA: Partial, toB: Partial): Primitive {
  const partial = (to: Partial, d: Tensor, {inputs: [a, b], output}: Applied<undefined>): Tensor =>
    to(d, a!, b!, output);
  return {
    name,
    forward: ([a, b]) => compute(name, a!, b!),
    vjp: (dy, applied) => [
      applied.wants(0) ? sumTo(partial(toA, dy, applied), applied.inputs[0]!.shape) : undefined,
      applied.wants(1) ? sumTo(partial(toB, dy, applied), applied.inputs[1]!.shape) : undefined
    ],
    jvp: ([da, db], applied) => {
      const parts = [
        ...(da === undefined ? [] : [partial(toA, da, applied)]),
        ...(db === undefined ? [] : [partial(toB, db, applied)])
      ];
      // a direction of an operand that repeats moves all of the output
      const sum = parts.length === 2 ? add(parts[0]!, parts[1]!) : parts[0]!;
      return sameShape(sum.shape, applied.output.shape) ? sum : add(sum, affine(applied.output, 0, 0));
    }
  };
}

/** ∂(a + b) = ∂a + ∂b */
const addition = pairwise(
  "add",
  (d) => d,
  (d) => d
);
/** ∂(a − b) = ∂a − ∂b */
const subtraction = pairwise(
  "sub",
  (d) => d,
  (d) => affine(d, -1, 0)
);
/** ∂(a·b) = b·∂a + a·∂b */
const multiplication = pairwise(
  "mul",
  (d, _, b) => mul(d, b),
  (d, a) => mul(d, a)
);
/** ∂(a/b) = ∂a/b − (a/b)·∂b/b */
const division = pairwise(
  "div",
  (d, _, b) => div(d, b),
  (d, _, b, y) => affine(div(mul(d, y), b), -1, 0)
);
/** The function of two operands that an operation on pairs of tensors is. */
export const binary =
  (op: Primitive) =>
  (a: Operand, b: Operand): Tensor => {
    const dtype = dtypeOf(givenOperand(op.name, "a", a), givenOperand(op.name, "b", b));
    const [left, right] = [operandOf(op.name, "a", a, dtype), operandOf(op.name, "b", b, dtype)];
    commonDtype(op.name, [left, right], ["a", "b"]);
    return apply(op, [left, right], undefined);
  };

/** An operand as a tensor. @throws DtypeError for a number that the other operand's kind cannot hold. */
export function operandOf(where: string, name: string, x: Operand, dtype: Dtype): Tensor {
  return typeof x === "number" ? scalar(held(where, name, dtype, x), dtype) : x;
}

/** As `binary`, for sums and differences: of truth values there are none. */
const sums = (op: Primitive) => {
  const of = binary(op);
  return (a: Operand, b: Operand): Tensor => {
    if (isTensor(a) && a.dtype === "bool") throw noArithmetic(op.name, "a");
    if (isTensor(b) && b.dtype === "bool") throw noArithmetic(op.name, "b");
    return of(a, b);
  };
};

const addTensors = sums(addition);
const subTensors = sums(subtraction);
const mulTensors = binary(multiplication);
const divTensors = binary(division);

/**
 * a + b, with broadcasting. @throws DtypeError for truth values, and for sums that int32 does not hold.
 *
 * @example
 * toNested(add(tensor([[1], [2]]), tensor([10, 20]))); // [[11, 21], [12, 22]]
 */
export function add(a: Operand, b: Operand): Tensor {
  if (typeof b === "number" && isTensor(a)) return affineAs("add", a, 1, b);
  if (typeof a === "number" && isTensor(b)) return affineAs("add", b, 1, a);
  return addTensors(a, b);
}

/** a − b, with broadcasting. @throws DtypeError for truth values, and for differences that int32 does not hold. */
export function sub(a: Operand, b: Operand): Tensor {
  if (typeof b === "number" && isTensor(a)) return affineAs("sub", a, 1, -b);
  if (typeof a === "number" && isTensor(b)) return affineAs("sub", b, -1, a);
  return subTensors(a, b);
}

/**
 * a · b, number by number, with broadcasting; of two masks, where both are true.
 *
 * @throws DtypeError for a fraction beside int32, and for products that int32 does not hold.
 */
export function mul(a: Operand, b: Operand): Tensor {
  if (typeof b === "number" && isTensor(a)) return affineAs("mul", a, b, 0);
  if (typeof a === "number" && isTensor(b)) return affineAs("mul", b, a, 0);
  return mulTensors(a, b);
}

/** a / b, number by number, with broadcasting. @throws DtypeError for int32, whose quotients are not whole. */
export function div(a: Operand, b: Operand): Tensor {
  if (typeof a !== "number") givenFloats("div", "a", a);
  if (typeof b !== "number") givenFloats("div", "b", b);
  return divTensors(a, b);
}
