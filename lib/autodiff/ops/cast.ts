import {sizeOf, type Dtype, type Numbers, type Tensor, type TensorArray} from "../../core/tensorData.js";
import {backendOf, isFloat} from "../../tensor/backend.js";
import {given, givenDtype} from "../../tensor/given.js";
import {notHeld} from "../../tensor/held.js";
import {arrayOf, currentRegion, heapTensor} from "../../tensor/storage.js";
import type {Primitive} from "../primitive.js";
import {apply, valueOf} from "../tracked.js";

function convert(x: Tensor, dtype: Dtype): Tensor {
  if (x.dtype === "bool" && dtype === "float32" && currentRegion() !== undefined) {
    const backend = backendOf(dtype);
    const size = sizeOf(x.shape);
    const y = backend.make(size);
    backend.kernels.fromBools(size, backend.bytes(x), y);
    return backend.tensor(y, x.shape);
  }
  const {data} = x;
  const array = arrayOf(dtype, data.length);
  const truth = dtype === "bool" || x.dtype === "bool";
  for (let i = 0; i < data.length; i++) array[i] = truth ? Number(data[i] !== 0) : data[i]!;
  if (dtype === "int32" && !truth) checkWhole(data, array);
  return heapTensor(array, x.shape, dtype);
}

/** Refuses numbers whose integral part int32 does not hold: NaN, infinities, and those beyond ±2³¹. */
function checkWhole(data: Numbers, array: TensorArray): void {
  for (let i = 0; i < data.length; i++)
    if (!(Math.abs(data[i]! - array[i]!) < 1)) throw notHeld("cast", `x at ${i}`, "int32", data[i]!);
}

/** Conversion from one kind of float to another: the identity, but for rounding. */
const conversion: Primitive<Dtype> = {
  name: "cast",
  forward: ([x], dtype) => convert(x!, dtype),
  vjp: (dy, {inputs: [x]}) => [cast(dy, x!.dtype)],
  jvp: ([dx], {params}) => cast(dx!, params)
};

/**
 * The same numbers as another kind: rounded to float32, cut towards 0 to int32, 1 and 0 for truth values (all but 0 is
 * true). Derivatives go through conversions between floats alone.
 *
 * @throws DtypeError for numbers that int32 does not hold, NaN among them.
 */
export function cast(x: Tensor, dtype: Dtype): Tensor {
  given("cast", "x", x);
  givenDtype("cast", dtype);
  if (x.dtype === dtype) return x;
  return isFloat(dtype) && isFloat(x.dtype) ? apply(conversion, [x], dtype) : convert(valueOf(x), dtype);
}
