import {sizeOf, type Tensor} from "../../core/tensor.js";
import {backendOf} from "../../tensor/backend.js";
import {around, axisOf} from "../../tensor/shape.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";

interface Scan {
  readonly axis: number;
  readonly reverse: boolean;
}

/** y_i = Σ_{j ≤ i} x_j. Each x_j is in all sums from its own on, so x̄_j = Σ_{i ≥ j} ȳ_i: the scan from the other end. */
const scan: Primitive<Scan> = {
  name: "cumsum",
  forward: ([x], {axis, reverse}) => {
    const backend = backendOf(x!.dtype);
    const y = backend.make(sizeOf(x!.shape));
    backend.kernels.cumsum(...around(axis, x!), reverse ? 1 : 0, backend.floats(x!), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {params: {axis, reverse}}) => [apply(scan, [dy], {axis, reverse: !reverse})],
  jvp: ([dx], {params}) => apply(scan, [dx!], params)
};

/** Running sums along an axis, from its beginning, or from its end where `reverse` is true. */
export const cumsum = (x: Tensor, axis = -1, {reverse = false}: {readonly reverse?: boolean} = {}): Tensor =>
  apply(scan, [x], {axis: axisOf(axis, x.shape, "cumsum"), reverse});
