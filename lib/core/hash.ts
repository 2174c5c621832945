import {ConfigError, shown} from "./errors.js";
import {sink, type Sink} from "./hashSink.js";
import {wordsOf, wordsOfText, type Numbers} from "./hashWords.js";
import {isTensor} from "./tensorData.js";
import {isBranch, join} from "./tree.js";

// what a value is, as the first word of its encoding: values of different kinds never have the same words
const KINDS = [
  "undefined",
  "null",
  "false",
  "true",
  "number",
  "bigint",
  "string",
  "list",
  "record",
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
  "tensor"
] as const;

type Kind = (typeof KINDS)[number];

const begin = (to: Sink, kind: Kind, length = 0): void => {
  to.word(KINDS.indexOf(kind));
  to.word(length);
};

const text = (to: Sink, kind: Kind, value: string): void => {
  begin(to, kind, value.length);
  to.words(wordsOfText(value));
};

/** The name of a typed array's type, also when it comes from another realm. */
const tag = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

const isNumbers = (value: unknown): value is Numbers =>
  ArrayBuffer.isView(value) && (KINDS as readonly string[]).includes(tag(value));

const refuse = (path: string, rule: string, value: unknown): ConfigError =>
  new ConfigError("hash", rule, [
    {name: "at", value: path === "" ? "the root" : path},
    {name: "value", value: typeof value === "object" && value !== null ? tag(value) : shown(value)}
  ]);

function encode(to: Sink, path: string, value: unknown, above: readonly unknown[]): void {
  if (value === undefined) return begin(to, "undefined");
  if (value === null) return begin(to, "null");
  if (typeof value === "boolean") return begin(to, value ? "true" : "false");
  if (typeof value === "bigint") return text(to, "bigint", value.toString());
  if (typeof value === "string") return text(to, "string", value);
  if (typeof value === "number") {
    begin(to, "number");
    return to.words(wordsOf(Float64Array.of(value)));
  }
  if (isNumbers(value)) {
    begin(to, tag(value) as Kind, value.length);
    // in parts, so that a large array is never copied as a whole; their size is a multiple of every packing
    for (let from = 0; from < value.length; from += 4096) to.words(wordsOf(value.subarray(from, from + 4096)));
    return;
  }
  if (isTensor(value)) {
    begin(to, "tensor", value.shape.length);
    to.words(Uint32Array.from(value.shape));
    return encode(to, path, value.data, above);
  }
  if (!isBranch(value))
    throw refuse(path, "a tree of numbers, strings, booleans, lists, records and typed arrays", value);
  if (above.includes(value)) throw refuse(path, "a tree does not contain itself", value);
  const inside = [...above, value];
  if (Array.isArray(value)) {
    begin(to, "list", value.length);
    return Array.from(value).forEach((item, i) => encode(to, join(path, String(i)), item, inside));
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  begin(to, "record", entries.length);
  for (const [key, item] of entries) {
    text(to, "string", key);
    encode(to, join(path, key), item, inside);
  }
}

/**
 * A fingerprint of a tree: 32 hexadecimal digits that are equal where the trees are, on every machine.
 *
 * Trees are equal if they have the same structure, the same shapes, the same kinds of typed arrays and the same bits, with two
 * exceptions: the order of a record's keys does not matter, and all NaNs are one. 0 and -0 differ. Made to notice a
 * difference, not to withstand an attacker.
 *
 * @throws ConfigError, with the path, for functions, symbols, Maps, class instances, and a tree that contains itself.
 */
export function hash(value: unknown): string {
  const to = sink();
  encode(to, "", value, []);
  return to.digest();
}
