import {sizeOf, type Dtype, type Tensor} from "../../core/tensor.js";
import type {Slopes, Unary} from "../../kernels/kernels.js";
import {backendOf, type Floats} from "../../tensor/backend.js";
import type {Operand} from "../../tensor/given.js";
import type {Applied, Primitive} from "../primitive.js";
import {isTracked} from "../tracked.js";

export type {Operand};

/** The kind of number that operands are to have: that of the first tensor among them, float32 if there is none. */
export const dtypeOf = (...operands: readonly Operand[]): Dtype =>
  operands.find((x) => typeof x !== "number")?.dtype ?? "float32";

/** The names of kernels that take one buffer to another of the same size. */
type UnaryKernel = Exclude<keyof Unary<Floats>, "affine" | "powScalar" | "clamp" | "fill">;

/** Computes y = f(x), number by number. */
function map(kernel: UnaryKernel, x: Tensor): Tensor {
  const backend = backendOf(x.dtype);
  const size = sizeOf(x.shape);
  const y = backend.make(size);
  backend.kernels[kernel](size, backend.floats(x), y);
  return backend.tensor(y, x.shape);
}

/** Computes dy · f′ in one pass, from the input or the output of f. */
function slope(kernel: keyof Slopes<Floats>, from: Tensor, dy: Tensor): Tensor {
  const backend = backendOf(dy.dtype);
  const size = sizeOf(dy.shape);
  const dx = backend.make(size);
  backend.kernels[kernel](size, backend.floats(from), backend.floats(dy), dx);
  return backend.tensor(dx, dy.shape);
}

/**
 * A function of each number alone. Its Jacobian is diagonal, so a direction goes forwards as a gradient goes back: both
 * are multiplied by the slope. `times` is that product, d · f′(x), given x and y = f(x).
 */
export function elementwise(
  name: string,
  kernel: UnaryKernel,
  times: (d: Tensor, x: Tensor, y: Tensor) => Tensor
): Primitive {
  const rule = (d: Tensor, {inputs: [x], output}: Applied<undefined>): Tensor => times(d, x!, output);
  return {
    name,
    forward: ([x]) => map(kernel, x!),
    vjp: (dy, applied) => [rule(dy, applied)],
    jvp: ([dx], applied) => rule(dx!, applied)
  };
}

/** `fused` where plain numbers are asked for, and `composed` where the product is to be differentiated itself. */
export const fusedSlope =
  (kernel: keyof Slopes<Floats>, from: "input" | "output", composed: (d: Tensor, x: Tensor, y: Tensor) => Tensor) =>
  (d: Tensor, x: Tensor, y: Tensor): Tensor =>
    isTracked(d) || isTracked(x) || isTracked(y) ? composed(d, x, y) : slope(kernel, from === "input" ? x : y, d);
