import {FormatError, found} from "../core/errors.js";
import {dtypes, shapeText, sizeOf, type Tensor} from "../core/tensorData.js";
import {checkedShape} from "./shape.js";
import {arrayOf, heapTensor} from "./storage.js";
import type {TensorJson} from "./tensorToJson.js";

const isTensorJson = (value: unknown): value is TensorJson =>
  typeof value === "object" &&
  value !== null &&
  "tensor" in value &&
  "base64" in value &&
  "shape" in value &&
  typeof value.base64 === "string" &&
  (dtypes as readonly unknown[]).includes(value.tensor);

function binary(base64: string): string {
  try {
    return atob(base64);
  } catch (cause) {
    throw new FormatError("tensorFromJson", "numbers in base64", [found("base64", base64)], undefined, {cause});
  }
}

function decoded({tensor: dtype, shape, base64}: TensorJson): Tensor {
  const checked = checkedShape(shape, "tensorFromJson");
  const text = binary(base64);
  const array = arrayOf(dtype, sizeOf(checked));
  if (text.length !== array.byteLength)
    throw new FormatError("tensorFromJson", "as many bytes as the shape needs", [
      {name: "shape", value: `${dtype} ${shapeText(checked)}, which needs ${array.byteLength}`},
      found("bytes", text.length)
    ]);
  const bytes = new Uint8Array(array.buffer);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return heapTensor(array, checked, dtype);
}

/**
 * Reads what `tensorToJson` wrote: `JSON.parse(text, tensorFromJson)` gives the tree back, tensors and all.
 *
 * @throws FormatError for numbers that are cut off, or do not fit the shape.
 */
export const tensorFromJson = (_key: string, value: unknown): unknown => (isTensorJson(value) ? decoded(value) : value);
