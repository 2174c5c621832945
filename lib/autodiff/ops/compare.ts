import {sizeOf, type Dtype, type Tensor} from "../../core/tensorData.js";
import {comparisons, type Comparison} from "../../kernels/kernels.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {givenOperand} from "../../tensor/given.js";
import {holds} from "../../tensor/held.js";
import {scalar} from "../../tensor/make.js";
import {computed} from "../../tensor/region.js";
import {broadcastShapes} from "../../tensor/shape.js";
import {valueOf} from "../tracked.js";
import {broadcastTo} from "./broadcast.js";
import {cast} from "./cast.js";
import {dtypeOf, type Operand} from "./elementwise.js";

/** Both as tensors of one kind. Beside a number that they do not have, whole numbers are compared as float64: exactly. */
function comparable(a: Operand, b: Operand, dtype: Dtype): readonly [Tensor, Tensor] {
  const apart = [a, b].some((x) => typeof x === "number" && !holds(dtype, x));
  const as = (x: Operand): Tensor =>
    typeof x === "number" ? scalar(x, apart ? "float64" : dtype) : apart ? cast(x, "float64") : valueOf(x);
  return [as(a), as(b)];
}

/** Comparisons have steps in place of slopes: their results are masks, and no derivative goes through them. */
const comparison = (name: Comparison) => {
  const code = comparisons.indexOf(name);
  const compute = (a: Tensor, b: Tensor): Tensor => {
    const shape = broadcastShapes(a.shape, b.shape, name);
    const backend = backendOf(a.dtype);
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
    const dtype = dtypeOf(givenOperand(name, "a", a), givenOperand(name, "b", b));
    const [left, right] = comparable(a, b, dtype);
    commonDtype(name, [left, right], ["a", "b"]);
    return computed(left.dtype, () => compute(left, right));
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
