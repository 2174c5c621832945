import {FormatError, found, type Finding} from "../core/errors.js";
import {plainBytes} from "../core/plainBytes.js";
import {
  HEADER,
  isStoredDtype,
  LONGEST_HEADER,
  WIDTHS,
  type Safetensors,
  type StoredTensor
} from "./safetensorsFormat.js";
import {topLevelKeys} from "./topLevelKeys.js";

/** The rules of the format, each with its name: what an error of `readSafetensors` begins with. */
const RULES = {
  "file-too-short": "a file begins with the length of its header, in eight bytes",
  "header-too-large": "a header has at most 100,000,000 bytes",
  "header-length": "the header ends within the file",
  "header-utf8": "the header is UTF-8",
  "header-start": "the header begins with a brace",
  "header-json": "the header is JSON",
  "header-object": "the header is an object",
  "duplicate-name": "each name stands there once",
  metadata: "__metadata__ is a record of texts",
  "entry-fields": "a tensor has dtype, shape (whole numbers from 0 up) and data_offsets (two of them)",
  dtype: "dtype is one of the types of the format",
  offsets: "tensors lie one behind another from 0 on, without gaps",
  size: "a tensor has as many bytes as its shape and dtype say",
  "data-length": "the tensors end where the file does"
} as const;

/** The name of a rule that a file breaks. */
type SafetensorsRule = keyof typeof RULES;

const refuse = (rule: SafetensorsRule, findings: readonly Finding[] = []): FormatError =>
  new FormatError("readSafetensors", `${rule}: ${RULES[rule]}`, findings, "load another copy, or write the file anew");

/**
 * The tensors of a file in the format safetensors, with copies of their bytes. `tensorOf` makes a tensor of one.
 *
 * @throws FormatError with the name of the rule that the file breaks, the tensor, and what was found.
 */
export function readSafetensors(file: Uint8Array): Safetensors {
  if (!(file instanceof Uint8Array))
    throw new FormatError("readSafetensors", "a file is a Uint8Array", [found("file", file)]);
  const {text, data} = headerOf(plainBytes(file));
  const header = objectOf(text);
  const {__metadata__: about, ...rest} = header;
  const metadata = about === undefined ? undefined : metadataOf(about);
  const entries = Object.entries(rest).map(([name, entry]) => entryOf(name, entry));
  const tensors = new Map<string, StoredTensor>();
  let end = 0;
  for (const {name, dtype, shape, from, to} of [...entries].sort(inOrder)) {
    if (from !== end || to < from)
      throw refuse("offsets", [found("tensor", name), found("data_offsets", [from, to]), found("expected from", end)]);
    const size = shape.reduce((product, n) => product * BigInt(n), BigInt(WIDTHS[dtype]));
    if (size !== BigInt(to - from))
      throw refuse("size", [
        found("tensor", name),
        found("shape", shape),
        found("dtype", dtype),
        found("bytes", to - from)
      ]);
    end = to;
    tensors.set(name, {dtype, shape, bytes: data.slice(from, to)});
  }
  if (end !== data.length)
    throw refuse("data-length", [found("bytes of tensors", end), found("bytes of data", data.length)]);
  return metadata === undefined ? {tensors} : {tensors, metadata};
}

function headerOf(file: Uint8Array): {readonly text: string; readonly data: Uint8Array} {
  if (file.length < HEADER) throw refuse("file-too-short", [found("bytes", file.length)]);
  const length = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  if (length > LONGEST_HEADER) throw refuse("header-too-large", [found("length", length)]);
  const end = HEADER + Number(length);
  if (end > file.length) throw refuse("header-length", [found("header ends at", end), found("file", file.length)]);
  try {
    const text = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(file.subarray(HEADER, end));
    return {text, data: file.subarray(end)};
  } catch {
    throw refuse("header-utf8");
  }
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  if (/^[\s\ufeff]/.test(text)) throw refuse("header-start", [found("begins with", text.slice(0, 1))]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse("header-json", [found("parser", error instanceof Error ? error.message : error)]);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw refuse("header-object", [found("header", value)]);
  const names = topLevelKeys(text);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw refuse("duplicate-name", [found("name", twice)]);
  return value as Readonly<Record<string, unknown>>; // an object of JSON
}

function metadataOf(about: unknown): Readonly<Record<string, string>> {
  const texts = about !== null && typeof about === "object" && !Array.isArray(about);
  if (!texts || !Object.values(about).every((value) => typeof value === "string"))
    throw refuse("metadata", [found("__metadata__", about)]);
  return about as Readonly<Record<string, string>>; // looked at above
}

interface Entry extends Pick<StoredTensor, "dtype" | "shape"> {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const inOrder = (a: Entry, b: Entry): number => a.from - b.from || a.to - b.to;

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0;
const areCounts = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isCount);

function entryOf(name: string, entry: unknown): Entry {
  const refused = (rule: SafetensorsRule) => refuse(rule, [found("tensor", name), found("entry", entry)]);
  if (entry === null || typeof entry !== "object") throw refused("entry-fields");
  const {dtype, shape, data_offsets: offsets} = entry as Readonly<Record<string, unknown>>;
  if (dtype === undefined || !areCounts(shape) || !areCounts(offsets) || offsets.length !== 2)
    throw refused("entry-fields");
  if (!isStoredDtype(dtype)) throw refused("dtype");
  return {name, dtype, shape, from: offsets[0]!, to: offsets[1]!};
}
