import {FormatError, found, type Finding} from "./errors.js";
import {plainBytes} from "./plainBytes.js";
import {digestOf} from "./save.js";
import {DIGEST, MAGIC, SIZES, TREE, aligned, arrays, swapped, type ArrayName, type Node} from "./stateFormat.js";

/**
 * The state that was saved as these bytes, to the bit. Which type it has, only you know: `load(bytes) as Ngrams`.
 *
 * @throws FormatError for bytes that are no saved state, that are cut short, or that have changed since.
 */
export function load(saved: Uint8Array): unknown {
  if (!(saved instanceof Uint8Array)) throw refuse("a saved state is a Uint8Array", [found("bytes", saved)]);
  const bytes = plainBytes(saved);
  const letters = String.fromCharCode(...bytes.subarray(0, DIGEST));
  if (letters !== MAGIC)
    throw refuse("these bytes are no saved state", [found("begins with", letters), found("expected", MAGIC)]);
  if (bytes.length < TREE) throw cutShort(TREE, bytes.length);
  const sizes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = sizes.getUint32(SIZES, true);
  const start = aligned(TREE + length);
  const whole = start + 8 * sizes.getUint32(SIZES + 4, true);
  const digest = digestOf(bytes);
  const changed = digest.some((byte, i) => byte !== bytes[DIGEST + i]);
  if (changed && bytes.length < whole) throw cutShort(whole, bytes.length);
  if (changed) throw refuse("the bytes have changed since they were saved", [], "load another copy");
  const tree = JSON.parse(new TextDecoder().decode(bytes.subarray(TREE, TREE + length))) as Node; // the digest says so
  const numbers = bytes.subarray(start);
  return valueOf(tree, ([name, at, length]) => arrayAt(numbers, name, at, length));
}

/** Finds the numbers of an array where they were put. */
export type Get = (array: readonly [name: ArrayName, at: number, length: number]) => unknown;

/** An array of numbers that begin at a byte. */
function arrayAt(numbers: Uint8Array, name: ArrayName, at: number, length: number): unknown {
  const width = arrays[name].BYTES_PER_ELEMENT;
  return new arrays[name](swapped(numbers.slice(at, at + length * width), width).buffer as ArrayBuffer);
}

/** The state that a tree of JSON stands for. */
export function valueOf(node: Node, get: Get): unknown {
  if (node === null || typeof node !== "object") return node;
  if (isList(node)) return node.map((item) => valueOf(item, get));
  if ("record" in node) return Object.fromEntries(node.record.map(([key, item]) => [key, valueOf(item, get)]));
  if ("tensor" in node) {
    const [shape, dtype, data] = node.tensor;
    return {shape, dtype, data: valueOf(data, get)};
  }
  if ("array" in node) return get(node.array);
  if ("number" in node) return Number(node.number);
  return "bigint" in node ? BigInt(node.bigint) : undefined;
}

const isList = (node: Node): node is readonly Node[] => Array.isArray(node);

const refuse = (rule: string, findings: readonly Finding[], hint?: string): FormatError =>
  new FormatError("load", rule, findings, hint);

const cutShort = (whole: number, bytes: number): FormatError =>
  refuse("the end of the bytes is missing", [found("bytes", bytes), found("of", whole)], "load another copy");
