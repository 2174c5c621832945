import {ConfigError, shown} from "./errors.js";
import {hash} from "./hash.js";
import {DIGEST, MAGIC, SIZES, TREE, aligned, arrays, swapped, type ArrayName, type Node} from "./stateFormat.js";
import {isTensor, type Tensor} from "./tensorData.js";
import {isBranch, join} from "./tree.js";

/**
 * A state as bytes, to be kept in a file or a database: `load` gives it back to the bit, on any machine. A run goes on from
 * it with `run(stage, config, {step, state})`.
 *
 * A state is a tree of numbers, texts, lists, records, typed arrays and tensors.
 *
 * @throws ConfigError, with the path, for functions, symbols, Maps, class instances, and a tree that contains itself.
 *
 * @example
 * load(save({step: 3, losses: [2.5, 1.5]})); // {"step": 3, "losses": [2.5, 1.5]}
 */
export function save(state: unknown): Uint8Array {
  const parts: {readonly at: number; readonly bytes: Uint8Array; readonly width: number}[] = [];
  let held = 0;
  const put = (name: ArrayName, numbers: ArrayBufferView & {readonly length: number}): Node => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const at = held;
    parts.push({at, bytes, width: arrays[name].BYTES_PER_ELEMENT});
    held += aligned(bytes.length);
    return {array: [name, at, numbers.length]};
  };
  const tree = new TextEncoder().encode(JSON.stringify(nodeOf("save", "", state, [], put)));
  const start = aligned(TREE + tree.length);
  const all = new Uint8Array(start + held);
  const sizes = new DataView(all.buffer);
  sizes.setUint32(SIZES, tree.length, true);
  sizes.setUint32(SIZES + 4, held / 8, true);
  all.set(tree, TREE);
  for (const {at, bytes, width} of parts) {
    all.set(bytes, start + at);
    swapped(all.subarray(start + at, start + at + bytes.length), width);
  }
  all.set(Array.from(MAGIC, (letter) => letter.charCodeAt(0)));
  all.set(digestOf(all), DIGEST);
  return all;
}

/** 16 bytes that change when any byte after them does. */
export const digestOf = (all: Uint8Array): Uint8Array =>
  Uint8Array.from(hash(all.subarray(SIZES)).match(/../g)!, (pair) => parseInt(pair, 16));

/** Puts the numbers of an array somewhere, and says where. `path` is that of the array or of the tensor that it is in. */
export type Put = (
  name: ArrayName,
  numbers: ArrayBufferView & {readonly length: number},
  path: string,
  tensor?: Tensor
) => Node;

/**
 * A state as a tree of JSON, its arrays put elsewhere.
 *
 * @throws ConfigError, with the path, for what is no state.
 */
export function nodeOf(where: string, path: string, value: unknown, above: readonly unknown[], put: Put): Node {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Object.is(value, -0)) return {number: "-0"};
    return Number.isFinite(value) ? value : {number: String(value) as "NaN"};
  }
  if (value === undefined) return {undefined: true};
  if (typeof value === "bigint") return {bigint: String(value)};
  const name = nameOf(value);
  if (name !== undefined) return put(name, value as Uint8Array, path);
  if (above.includes(value)) throw refuse(where, path, "a state does not contain itself", value);
  const inside = [...above, value];
  if (isTensor(value)) {
    const putHere: Put = (kind, numbers) => put(kind, numbers, path, value);
    return {tensor: [value.shape, value.dtype, nodeOf(where, join(path, "data"), value.data, inside, putHere)]};
  }
  if (!isBranch(value))
    throw refuse(where, path, "a state is a tree of numbers, texts, lists, records, typed arrays and tensors", value);
  if (Array.isArray(value))
    return Array.from(value, (item, i) => nodeOf(where, join(path, String(i)), item, inside, put));
  return {record: Object.entries(value).map(([key, item]) => [key, nodeOf(where, join(path, key), item, inside, put)])};
}

/** The name of a typed array's type, also when it comes from another realm. */
function nameOf(value: unknown): ArrayName | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return Object.hasOwn(arrays, tag) ? (tag as ArrayName) : undefined;
}

const refuse = (where: string, path: string, rule: string, value: unknown): ConfigError =>
  new ConfigError(where, rule, [
    {name: "at", value: path === "" ? "the root" : path},
    {name: "value", value: typeof value === "object" ? Object.prototype.toString.call(value) : shown(value)}
  ]);
