import {ConfigError, found} from "../core/errors.js";
import {compareNames} from "./compareNames.js";
import {HEADER, isStoredDtype, WIDTHS, type Safetensors, type StoredTensor} from "./safetensorsFormat.js";

/**
 * A file in the format safetensors. Wide types come first, so that every tensor lies at a multiple of its width, and names
 * in the order of their UTF-16 code units; the header is padded with spaces to a multiple of eight bytes. `format: "pt"` is among
 * the metadata unless another is named, since some readers fail without it.
 *
 * @throws ConfigError for a tensor whose bytes do not fit its shape, and for the name `__metadata__`.
 */
export function writeSafetensors({tensors, metadata}: Safetensors): Uint8Array {
  const list = [...tensors].sort(([a, {dtype: x}], [b, {dtype: y}]) => WIDTHS[y] - WIDTHS[x] || compareNames(a, b));
  let end = 0;
  const entries = list.map(([name, tensor]) => {
    checkStored(name, tensor);
    const from = end;
    end += tensor.bytes.length;
    return [name, {dtype: tensor.dtype, shape: tensor.shape, data_offsets: [from, end]}] as const;
  });
  const about = ["__metadata__", {format: "pt", ...metadata}] as const;
  const fields = [about, ...entries].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const json = new TextEncoder().encode(`{${fields.join(",")}}`);
  const length = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(HEADER + length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.fill(0x20, HEADER, HEADER + length); // spaces
  file.set(json, HEADER);
  let at = HEADER + length;
  for (const [, {bytes}] of list) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

function checkStored(name: string, {dtype, shape, bytes}: StoredTensor): void {
  const where = "writeSafetensors";
  if (name === "__metadata__") throw new ConfigError(where, "this name is the format’s own", [found("tensor", name)]);
  if (!isStoredDtype(dtype))
    throw new ConfigError(where, "a type of the format", [found("tensor", name), found("dtype", dtype)]);
  const size = shape.reduce((product, n) => product * n, WIDTHS[dtype]);
  if (size !== bytes.length)
    throw new ConfigError(where, "a tensor has as many bytes as its shape and dtype say", [
      found("tensor", name),
      found("shape", shape),
      found("dtype", dtype),
      found("bytes", bytes.length)
    ]);
}
