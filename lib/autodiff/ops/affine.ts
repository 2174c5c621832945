import {DtypeError, found} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {arithmeticOf} from "../../tensor/backend.js";
import {given} from "../../tensor/given.js";
import {held} from "../../tensor/held.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";

interface Line {
  readonly a: number;
  readonly b: number;
  /** The function that was called, for errors. */
  readonly where: string;
}

/** y = a·x + b with numbers a, b; ∂y = a·∂x. */
const line: Primitive<Line> = {
  name: "affine",
  forward: ([x], {a, b, where}) => {
    const backend = arithmeticOf(where, x!.dtype);
    const size = sizeOf(x!.shape);
    const y = backend.make(size);
    backend.kernels.affine(size, a, b, backend.floats(x!), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {params: {a}}) => [a === 1 ? dy : affine(dy, a, 0)],
  jvp: ([dx], {params: {a}}) => (a === 1 ? dx! : affine(dx!, a, 0))
};

/** a·x + b, for numbers a and b. @throws DtypeError for int32 with fractions, and for truth values. */
export const affine = (x: Tensor, a: number, b: number): Tensor => affineAs("affine", x, a, b);

/** −x. @throws DtypeError for truth values. */
export const neg = (x: Tensor): Tensor => affineAs("neg", x, -1, 0);

/** What adds, subtracts or multiplies by a number, under the name of the one that was called. */
export function affineAs(where: string, x: Tensor, a: number, b: number): Tensor {
  const {dtype} = given(where, "x", x);
  if (dtype === "bool") throw noArithmetic(where, "x");
  held(where, "a", dtype, a);
  held(where, "b", dtype, b);
  return apply(line, [x], {a, b, where});
}

/** The error of sums and differences of truth values. */
export const noArithmetic = (where: string, name: string): DtypeError =>
  new DtypeError(where, "numbers, not truth values", [found(name, "bool")], 'convert it with cast(x, "float32")');
