import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import {axisOf} from "../../tensor/shape.js";
import {div, sub} from "../ops/binary.js";
import {sum} from "../ops/broadcast.js";
import {logSumExp, max} from "../ops/reduce.js";
import {transpose} from "../ops/strided.js";
import {exp} from "../ops/unary.js";
import {apply, stopGradient} from "../tracked.js";
import {fused} from "./fused.js";

type RowKernel = "softmax" | "logSoftmax";

const rowsOf = ({shape}: Tensor): readonly [rows: number, n: number] => [sizeOf(shape.slice(0, -1)), shape.at(-1)!];

/** A kernel along rows, and its gradient, which needs the output alone. */
const alongRows = (kernel: RowKernel, composed: (x: Tensor) => Tensor) =>
  fused<undefined>({
    name: kernel,
    forward: ([x]) => {
      const backend = backendOf(x!.dtype);
      const y = backend.make(sizeOf(x!.shape));
      backend.kernels[kernel](...rowsOf(x!), backend.floats(x!), y);
      return backend.tensor(y, x!.shape);
    },
    grad: (dy, {output}) => {
      const backend = backendOf(dy.dtype);
      const dx = backend.make(sizeOf(dy.shape));
      backend.kernels[`${kernel}Grad`](...rowsOf(dy), backend.floats(output), backend.floats(dy), dx);
      return [backend.tensor(dx, dy.shape)];
    },
    composed: ([x]) => composed(x!)
  });

/** y = e^(x − max) / Σ e^(x − max): any shift cancels, and this one makes overflow impossible. */
export function composedSoftmax(x: Tensor): Tensor {
  const last = {axes: -1, keepDims: true};
  const e = exp(sub(x, stopGradient(max(x, last))));
  return div(e, sum(e, last));
}

/** y = x − ln Σ eˣ */
export const composedLogSoftmax = (x: Tensor): Tensor => sub(x, logSumExp(x, {axes: -1, keepDims: true}));

/** x̄ = y ⊙ (ȳ − ⟨ȳ, y⟩): each y_i falls by y_i·y_j as x_j rises, and gains y_i from its own x. */
const probabilities = alongRows("softmax", composedSoftmax);
/** x̄ = ȳ − eʸ·Σ ȳ */
const logarithms = alongRows("logSoftmax", composedLogSoftmax);

/** Does f along an axis: on the last one, with the axes exchanged before and after where it is another. */
function onLast(where: string, x: Tensor, axis: number, f: (x: Tensor) => Tensor): Tensor {
  const at = axisOf(axis, givenFloats(where, "x", x).shape, where);
  const rank = x.shape.length;
  if (at === rank - 1) return f(x);
  const order = Array.from({length: rank}, (_, i) => (i === at ? rank - 1 : i === rank - 1 ? at : i));
  return transpose(f(transpose(x, order)), order);
}

/**
 * e^x / Σ eˣ along an axis: logits in, probabilities out.
 *
 * @example
 * toNested(softmax(tensor([0, Math.log(3)]))); // [0.25, 0.75]
 */
export const softmax = (x: Tensor, axis = -1): Tensor =>
  onLast("softmax", x, axis, (y) => apply(probabilities, [y], undefined));

/** The logarithms of softmax, in nats: exact where the probability itself would be 0. */
export const logSoftmax = (x: Tensor, axis = -1): Tensor =>
  onLast("logSoftmax", x, axis, (y) => apply(logarithms, [y], undefined));
