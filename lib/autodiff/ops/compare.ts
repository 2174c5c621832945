import {sizeOf, type Tensor} from "../../core/tensor.js";
import {comparisons, type Comparison} from "../../kernels/kernels.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {asTensor} from "../../tensor/make.js";
import {computed} from "../../tensor/region.js";
import {broadcastShapes} from "../../tensor/shape.js";
import {valueOf} from "../tracked.js";
import {broadcastTo} from "./broadcast.js";
import {dtypeOf, type Operand} from "./elementwise.js";

/** Comparisons have steps in place of slopes: their results are masks, and no derivative goes through them. */
const comparison = (name: Comparison) => {
  const code = comparisons.indexOf(name);
  const compute = (a: Tensor, b: Tensor): Tensor => {
    const shape = broadcastShapes(a.shape, b.shape, name);
    const backend = backendOf(commonDtype(name, [a, b]));
    const size = sizeOf(shape);
    const y = backend.makeBytes(size);
    backend.kernels.compare(
      code,
      size,
      backend.floats(broadcastTo(a, shape)),
      backend.floats(broadcastTo(b, shape)),
      y
    );
    return backend.bools(y, shape);
  };
  return (a: Operand, b: Operand): Tensor => {
    const dtype = dtypeOf(a, b);
    const [left, right] = [valueOf(asTensor(a, dtype)), valueOf(asTensor(b, dtype))];
    return computed(dtype, () => compute(left, right));
  };
};

/** Where a = b, as a mask, with broadcasting. */
export const equal = comparison("equal");
/** Where a ≠ b, as a mask, with broadcasting. */
export const notEqual = comparison("notEqual");
/** Where a < b, as a mask, with broadcasting. */
export const less = comparison("less");
/** Where a ≤ b, as a mask, with broadcasting. */
export const lessEqual = comparison("lessEqual");
/** Where a > b, as a mask, with broadcasting. */
export const greater = comparison("greater");
/** Where a ≥ b, as a mask, with broadcasting. */
export const greaterEqual = comparison("greaterEqual");
