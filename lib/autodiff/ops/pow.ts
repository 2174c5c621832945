import {isTensor, sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {affine} from "./affine.js";
import {binary, mul, pairwise} from "./binary.js";
import {equal} from "./compare.js";
import type {Operand} from "./elementwise.js";
import {log} from "./unary.js";
import {where} from "./where.js";

/**
 * ∂(aᵇ) = b·aᵇ⁻¹·∂a + aᵇ·ln a·∂b. The first is 0 where b is 0, as a⁰ is 1 whatever a is, also 0, whose a⁻¹ is infinite;
 * the second is 0 where a is 0, as aᵇ does not move with b > 0 there.
 */
const power = pairwise(
  "pow",
  (d, a, b) => {
    const still = equal(b, 0);
    return mul(d, where(still, 0, mul(b, powTensors(a, where(still, 1, affine(b, 1, -1))))));
  },
  (d, a, _, y) => {
    const isZero = equal(a, 0);
    return mul(d, where(isZero, 0, mul(y, log(where(isZero, 1, a)))));
  }
);

const powTensors = binary(power);

/** ∂(xᵉ) = e·xᵉ⁻¹·∂x; for e = 0, y is 1 whatever x is. */
const fixedPower: Primitive<number> = {
  name: "pow",
  forward: ([x], exponent) => {
    const backend = backendOf(x!.dtype);
    const size = sizeOf(x!.shape);
    const y = backend.make(size);
    backend.kernels.powScalar(size, exponent, backend.floats(x!), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {inputs: [x], params}) => [rise(dy, x!, params)],
  jvp: ([dx], {inputs: [x], params}) => rise(dx!, x!, params)
};

const rise = (d: Tensor, x: Tensor, exponent: number): Tensor =>
  exponent === 0 ? affine(d, 0, 0) : mul(d, affine(pow(x, exponent - 1), exponent, 0));

/** aᵇ, with broadcasting; 0⁰ is 1, and so is a⁰ for every a. @throws DtypeError for what are no floats. */
export function pow(a: Operand, b: Operand): Tensor {
  if (typeof a !== "number") givenFloats("pow", "a", a);
  if (typeof b !== "number") givenFloats("pow", "b", b);
  return typeof b === "number" && isTensor(a) ? apply(fixedPower, [a], b) : powTensors(a, b);
}
