import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {givenKind, givenOperand} from "../../tensor/given.js";
import {broadcastShapes} from "../../tensor/shape.js";
import type {Primitive} from "../primitive.js";
import {apply, valueOf} from "../tracked.js";
import {operandOf} from "./binary.js";
import {broadcastTo} from "./broadcast.js";
import {dtypeOf, type Operand} from "./elementwise.js";

/** Each number of y comes from a or from b; so does its derivative. The mask is a constant. */
const choice: Primitive<Tensor> = {
  name: "where",
  forward: ([a, b], mask) => {
    const backend = backendOf(a!.dtype);
    const size = sizeOf(a!.shape);
    const y = backend.make(size);
    backend.kernels.where(size, backend.bytes(mask), backend.floats(a!), backend.floats(b!), y);
    return backend.tensor(y, a!.shape);
  },
  vjp: (dy, {params: mask, wants}) => [
    wants(0) ? where(mask, dy, 0) : undefined,
    wants(1) ? where(mask, 0, dy) : undefined
  ],
  jvp: ([da, db], {params: mask}) => where(mask, da ?? 0, db ?? 0)
};

/**
 * a where the mask is true, b elsewhere, all three broadcast to one shape.
 *
 * What is not chosen is not looked at: where(x > 0, log(x), 0) is finite, but its gradient has 0 · Infinity where
 * x = 0, so choose before the logarithm as well.
 *
 * @throws DtypeError if the mask is not of truth values.
 *
 * @example
 * const x = tensor([-1, 2]);
 * toNested(where(greater(x, 0), x, 0)); // [0, 2]
 */
export function where(mask: Tensor, a: Operand, b: Operand): Tensor {
  givenKind("where", "mask", mask, "bool", "make truth values of it: notEqual(mask, 0)");
  const dtype = dtypeOf(givenOperand("where", "a", a), givenOperand("where", "b", b));
  const [left, right] = [operandOf("where", "a", a, dtype), operandOf("where", "b", b, dtype)];
  commonDtype("where", [left, right], ["a", "b"]);
  const shape = broadcastShapes(broadcastShapes(left.shape, right.shape, "where"), mask.shape, "where");
  return apply(choice, [broadcastTo(left, shape), broadcastTo(right, shape)], broadcastTo(valueOf(mask), shape));
}
