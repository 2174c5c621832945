import {FormatError, found, type Finding} from "../core/errors.js";
import {hash} from "../core/hash.js";
import {valueOf, type Get} from "../core/load.js";
import {nodeOf, type Put} from "../core/save.js";
import {arrays, swapped, type ArrayName, type Node} from "../core/stateFormat.js";
import {readSafetensors} from "./readSafetensors.js";
import type {StoredDtype, StoredTensor} from "./safetensorsFormat.js";
import {writeSafetensors} from "./writeSafetensors.js";

/** What files call the numbers of an array. */
const TYPES: Readonly<Record<ArrayName, StoredDtype>> = {
  Int8Array: "I8",
  Uint8Array: "U8",
  Uint8ClampedArray: "U8",
  Int16Array: "I16",
  Uint16Array: "U16",
  Int32Array: "I32",
  Uint32Array: "U32",
  Float32Array: "F32",
  Float64Array: "F64",
  BigInt64Array: "I64",
  BigUint64Array: "U64"
};

/**
 * A whole state in one file: parameters, optimizer, step, key and config, or whatever tree of numbers, texts, lists,
 * records, typed arrays and tensors it is. The file is a safetensors file whose tensors are those of the state, by their
 * paths, so that other programs can read the weights; the rest of the tree, and a hash of all of it, are metadata.
 * `loadCheckpoint` gives it back to the bit.
 *
 * @throws ConfigError, with the path, for what no file holds.
 */
export function saveCheckpoint(state: unknown): Uint8Array {
  const tensors = new Map<string, StoredTensor>();
  const names: string[] = [];
  const put: Put = (name, numbers, path, tensor) => {
    const width = arrays[name].BYTES_PER_ELEMENT;
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
    const dtype = tensor?.dtype === "bool" ? "BOOL" : TYPES[name];
    const free = tensors.has(path) || path === "" || path === "__metadata__" ? `${path}#${names.length}` : path;
    tensors.set(free, {dtype, shape: tensor?.shape ?? [numbers.length], bytes: swapped(bytes, width)});
    names.push(free);
    return {array: [name, names.length - 1, numbers.length]};
  };
  const tree = nodeOf("saveCheckpoint", "", state, [], put);
  const metadata = {tree: JSON.stringify(tree), names: JSON.stringify(names), hash: hash(state)};
  return writeSafetensors({tensors, metadata});
}

/**
 * The state that was saved as this file, to the bit. Which type it has, only you know.
 *
 * @throws FormatError for a file that is no checkpoint, breaks a rule of safetensors, or has changed since it was saved.
 */
export function loadCheckpoint(file: Uint8Array): unknown {
  const {tensors, metadata = {}} = readSafetensors(file);
  const {tree, names, hash: digest} = metadata;
  if (tree === undefined || names === undefined || digest === undefined)
    throw refuse("this file has tensors and no state", [found("metadata", Object.keys(metadata))], TENSORS);
  let state: unknown;
  try {
    const list = JSON.parse(names) as readonly string[];
    const get: Get = ([name, at, length]) => {
      const {bytes} = tensors.get(list[at]!)!;
      const Kind = arrays[name];
      if (bytes.length !== length * Kind.BYTES_PER_ELEMENT) throw new RangeError("another length");
      return new Kind(swapped(bytes.slice(), Kind.BYTES_PER_ELEMENT).buffer as ArrayBuffer);
    };
    state = valueOf(JSON.parse(tree) as Node, get);
    // whatever was read wrongly has another hash
    if (hash(state) === digest && tensors.size === list.length) return state;
  } catch (error) {
    throw refuse("the tree of this checkpoint cannot be read", [
      found("parser", error instanceof Error ? error.message : error)
    ]);
  }
  throw refuse("the file has changed since it was saved", [found("hash", digest)], "load another copy");
}

const TENSORS = "read its tensors with readSafetensors";

const refuse = (rule: string, findings: readonly Finding[], hint = "load another copy"): FormatError =>
  new FormatError("loadCheckpoint", rule, findings, hint);
