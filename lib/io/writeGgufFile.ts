import {ConfigError, found} from "../core/errors.js";
import {
  ALIGNMENT,
  ALIGNMENT_KEY,
  KINDS,
  LONGEST_NAME,
  MAGIC,
  MOST_AXES,
  TYPES,
  VERSION,
  type GgufArray,
  type GgufFile,
  type GgufKind,
  type GgufTensor,
  type GgufValue
} from "./ggufFormat.js";

const where = "writeGguf";

/** Collects bytes. */
function sink() {
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  const fixed = (size: number, write: (view: DataView) => void): void => {
    const bytes = new Uint8Array(size);
    write(new DataView(bytes.buffer));
    put(bytes);
  };
  const uint32 = (x: number): void => fixed(4, (view) => view.setUint32(0, x, true));
  const uint64 = (x: number | bigint): void => fixed(8, (view) => view.setBigUint64(0, BigInt(x), true));
  const string = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    uint64(bytes.length);
    put(bytes);
  };
  const pad = (to: number): void => put(new Uint8Array((to - (length % to)) % to));
  return {put, fixed, uint32, uint64, string, pad, parts, length: () => length};
}

type Sink = ReturnType<typeof sink>;

const writers: Readonly<Record<GgufKind, (to: Sink, value: GgufValue) => void>> = {
  uint8: (to, x) => to.fixed(1, (view) => view.setUint8(0, x as number)),
  int8: (to, x) => to.fixed(1, (view) => view.setInt8(0, x as number)),
  uint16: (to, x) => to.fixed(2, (view) => view.setUint16(0, x as number, true)),
  int16: (to, x) => to.fixed(2, (view) => view.setInt16(0, x as number, true)),
  uint32: (to, x) => to.uint32(x as number),
  int32: (to, x) => to.fixed(4, (view) => view.setInt32(0, x as number, true)),
  float32: (to, x) => to.fixed(4, (view) => view.setFloat32(0, x as number, true)),
  bool: (to, x) => to.fixed(1, (view) => view.setUint8(0, x === true ? 1 : 0)),
  string: (to, x) => to.string(x as string),
  array: (to, x) => {
    const {of, values} = x as GgufArray;
    to.uint32(KINDS.indexOf(of));
    to.uint64(values.length);
    for (const value of values) writers[of](to, value);
  },
  uint64: (to, x) => to.uint64(x as bigint),
  int64: (to, x) => to.fixed(8, (view) => view.setBigInt64(0, x as bigint, true)),
  float64: (to, x) => to.fixed(8, (view) => view.setFloat64(0, x as number, true))
};

/**
 * A GGUF file of version 3, its facts and tensors in their order.
 *
 * @throws ConfigError for a tensor whose bytes do not fit its shape, with a name that is too long or too many axes.
 */
export function writeGgufFile({facts, tensors}: GgufFile): Uint8Array {
  const alignment = Number(facts.get(ALIGNMENT_KEY)?.value ?? ALIGNMENT);
  const to = sink();
  to.put(Uint8Array.from(MAGIC));
  to.uint32(VERSION);
  to.uint64(tensors.size);
  to.uint64(facts.size);
  for (const [key, {kind, value}] of facts) {
    to.string(key);
    to.uint32(KINDS.indexOf(kind));
    writers[kind](to, value);
  }
  let offset = 0;
  for (const [name, tensor] of tensors) {
    checkTensor(name, tensor);
    to.string(name);
    to.uint32(tensor.shape.length);
    for (const extent of [...tensor.shape].reverse()) to.uint64(extent);
    to.uint32(TYPES[tensor.type].id);
    to.uint64(offset);
    offset += Math.ceil(tensor.bytes.length / alignment) * alignment;
  }
  to.pad(alignment);
  for (const {bytes} of tensors.values()) {
    to.put(bytes);
    to.pad(alignment);
  }
  const file = new Uint8Array(to.length());
  let at = 0;
  for (const part of to.parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function checkTensor(name: string, {type, shape, bytes}: GgufTensor): void {
  const {block, bytes: width} = TYPES[type];
  const size = (shape.reduce((product, extent) => product * extent, 1) / block) * width;
  if (size !== bytes.length || (shape.at(-1) ?? 1) % block !== 0)
    throw new ConfigError(where, "a tensor has as many bytes as its shape and type say", [
      found("tensor", name),
      found("shape", shape),
      found("type", type),
      found("bytes", bytes.length)
    ]);
  if (new TextEncoder().encode(name).length > LONGEST_NAME || shape.length > MOST_AXES)
    throw new ConfigError(
      where,
      `a tensor’s name has at most ${LONGEST_NAME} bytes, and it at most ${MOST_AXES} axes`,
      [found("tensor", name), found("shape", shape)]
    );
}
