import {oneOf} from "../core/checkFields.js";
import {sizeOf, type Tensor} from "../core/tensorData.js";
import {given, givenFloats} from "../tensor/given.js";
import {region} from "../tensor/region.js";
import {heapTensor, arrayOf} from "../tensor/storage.js";
import {jvp, vjp} from "./directions.js";
import {grad} from "./grad.js";
import {stack} from "./ops/join.js";
import {reshape} from "./ops/reshape.js";
import {transpose} from "./ops/strided.js";

/** The unit vectors of a shape, one at a time. */
const unit = ({shape, dtype}: Tensor, i: number): Tensor => {
  const array = arrayOf(dtype, sizeOf(shape));
  array[i] = 1;
  return heapTensor(array, shape, dtype);
};

/** Reverse mode gives rows of the Jacobian, one for each output; forward mode columns, one for each input. */
export type JacobianMode = "reverse" | "forward";

/**
 * All partial derivatives of f at x: [..output, ..input]. By rows or by columns, whichever are fewer, unless named.
 */
export const jacobian = (f: (x: Tensor) => Tensor, x: Tensor, mode?: JacobianMode): Tensor =>
  region(() => {
    givenFloats("jacobian", "x", x);
    if (mode !== undefined) oneOf("jacobian.mode", mode, ["reverse", "forward"]);
    const {value, pull} = vjp(f, x);
    given("jacobian", "f(x)", value);
    const [m, n] = [sizeOf(value.shape), sizeOf(x.shape)];
    const shape = [...value.shape, ...x.shape];
    if (m === 0 || n === 0) return heapTensor(arrayOf(value.dtype, 0), shape, value.dtype);
    if ((mode ?? (m <= n ? "reverse" : "forward")) === "reverse") {
      const rows = Array.from({length: m}, (_, i) => reshape(pull(unit(value, i)), [n]));
      return reshape(stack(rows), shape);
    }
    const columns = Array.from({length: n}, (_, i) => reshape(jvp(f, x, unit(x, i)).tangent, [m]));
    return reshape(transpose(stack(columns)), shape);
  });

/**
 * All second derivatives of a scalar function at x: [..x, ..x], the Jacobian of the gradient.
 *
 * @example
 * const f = (x) => sum(mul(mul(x, x), x));
 * toNested(hessian(f, tensor([1, 2]))); // [[6, 0], [0, 12]]
 */
export const hessian = (f: (x: Tensor) => Tensor, x: Tensor): Tensor =>
  jacobian(grad(f), givenFloats("hessian", "x", x));
