import {sizeOf, type Tensor} from "../../core/tensor.js";
import {backendOf} from "../../tensor/backend.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";

interface Line {
  readonly a: number;
  readonly b: number;
}

/** y = a·x + b with numbers a, b; ∂y = a·∂x. */
const line: Primitive<Line> = {
  name: "affine",
  forward: ([x], {a, b}) => {
    const backend = backendOf(x!.dtype);
    const size = sizeOf(x!.shape);
    const y = backend.make(size);
    backend.kernels.affine(size, a, b, backend.floats(x!), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {params: {a}}) => [a === 1 ? dy : affine(dy, a, 0)],
  jvp: ([dx], {params: {a}}) => (a === 1 ? dx! : affine(dx!, a, 0))
};

/** a·x + b, for numbers a and b. */
export const affine = (x: Tensor, a: number, b: number): Tensor => apply(line, [x], {a, b});

/** −x */
export const neg = (x: Tensor): Tensor => affine(x, -1, 0);
