import {checkFields} from "../../core/checkFields.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {arithmeticOf} from "../../tensor/backend.js";
import {given} from "../../tensor/given.js";
import {around, axisOf} from "../../tensor/shape.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {cast} from "./cast.js";

interface Scan {
  readonly axis: number;
  readonly reverse: boolean;
}

/** y_i = Σ_{j ≤ i} x_j. Each x_j is in all sums from its own on, so x̄_j = Σ_{i ≥ j} ȳ_i: the scan from the other end. */
const scan: Primitive<Scan> = {
  name: "cumsum",
  forward: ([x], {axis, reverse}) => {
    const backend = arithmeticOf("cumsum", x!.dtype);
    const y = backend.make(sizeOf(x!.shape));
    backend.kernels.cumsum(...around(axis, x!), reverse ? 1 : 0, backend.floats(x!), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {params: {axis, reverse}}) => [apply(scan, [dy], {axis, reverse: !reverse})],
  jvp: ([dx], {params}) => apply(scan, [dx!], params)
};

/** From which end `cumsum` adds. */
export interface CumsumOptions {
  /** Whether sums run from the end: false unless it is named. */
  readonly reverse?: boolean;
}

/**
 * Running sums along an axis, from its beginning, or from its end where `reverse` is true. Truth values are counted, as
 * int32.
 *
 * @throws DtypeError for a sum that int32 does not hold.
 *
 * @example
 * toNested(cumsum(tensor([1, 2, 3]))); // [1, 3, 6]
 */
export function cumsum(x: Tensor, axis = -1, options: CumsumOptions = {}): Tensor {
  given("cumsum", "x", x);
  checkFields("cumsum.options", options, ["reverse"]);
  const {reverse = false} = options;
  return apply(scan, [x.dtype === "bool" ? cast(x, "int32") : x], {axis: axisOf(axis, x.shape, "cumsum"), reverse});
}
