import type {Dtype, Tensor} from "../../core/tensor.js";
import {sizeOf} from "../../core/tensor.js";
import {backendOf, isFloat} from "../../tensor/backend.js";
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
  for (let i = 0; i < data.length; i++) array[i] = dtype === "bool" ? Number(data[i] !== 0) : data[i]!;
  return heapTensor(array, x.shape, dtype);
}

/** Conversion from one kind of float to another: the identity, but for rounding. */
const conversion: Primitive<Dtype> = {
  name: "cast",
  forward: ([x], dtype) => convert(x!, dtype),
  vjp: (dy, {inputs: [x]}) => [cast(dy, x!.dtype)],
  jvp: ([dx], {params}) => cast(dx!, params)
};

/**
 * The same numbers as another kind: rounded to float32, cut towards 0 to int32, 1 and 0 for truth values. Derivatives
 * go through conversions between floats alone.
 */
export function cast(x: Tensor, dtype: Dtype): Tensor {
  if (x.dtype === dtype) return x;
  return isFloat(dtype) && isFloat(x.dtype) ? apply(conversion, [x], dtype) : convert(valueOf(x), dtype);
}
