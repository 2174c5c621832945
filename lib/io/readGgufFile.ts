import {FormatError, found, type Finding} from "../core/errors.js";
import {plainBytes} from "../core/plainBytes.js";
import {
  ALIGNMENT,
  ALIGNMENT_KEY,
  KINDS,
  LONGEST_NAME,
  MAGIC,
  MOST_AXES,
  SIZES,
  TYPES,
  VERSION,
  type GgufArray,
  type GgufFact,
  type GgufFile,
  type GgufKind,
  type GgufTensor,
  type GgufType,
  type GgufValue
} from "./ggufFormat.js";

const refuse = (
  rule: string,
  findings: readonly Finding[],
  hint = "load another copy, or write the file anew"
): never => {
  throw new FormatError("readGguf", rule, findings, hint);
};

/** How deep arrays may lie in arrays: nobody needs more than two. */
const DEEPEST = 4;

/** Reads a file from its start on. Nothing is allocated before the file is known to have as many bytes. */
function cursor(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const text = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
  let at = 0;
  const left = (): number => file.length - at;
  const step = (bytes: number, what: string): number => {
    if (bytes > left())
      refuse("the file has all that it announces", [found("at byte", at), found(what, bytes), found("left", left())]);
    at += bytes;
    return at - bytes;
  };
  /** A number of things, each of so many bytes at least, of which there can only be so many. */
  const count = (what: string, least: number): number => {
    const n = view.getBigUint64(step(8, what), true);
    if (n * BigInt(least) > BigInt(left()))
      refuse("the file has all that it announces", [found(what, n), found("bytes left", left())]);
    return Number(n);
  };
  const string = (what: string): string => {
    const length = count(`length of ${what}`, 1);
    const from = step(length, what);
    try {
      return text.decode(file.subarray(from, from + length));
    } catch {
      return refuse("texts are UTF-8", [found("at byte", from), found("of", what)]);
    }
  };
  const readers: Readonly<Record<Exclude<GgufKind, "string" | "array">, (from: number) => GgufValue>> = {
    uint8: (from) => view.getUint8(from),
    int8: (from) => view.getInt8(from),
    uint16: (from) => view.getUint16(from, true),
    int16: (from) => view.getInt16(from, true),
    uint32: (from) => view.getUint32(from, true),
    int32: (from) => view.getInt32(from, true),
    float32: (from) => view.getFloat32(from, true),
    bool: (from) => {
      const byte = view.getUint8(from);
      return byte > 1 ? refuse("a truth value is 0 or 1", [found("at byte", from), found("value", byte)]) : byte === 1;
    },
    uint64: (from) => view.getBigUint64(from, true),
    int64: (from) => view.getBigInt64(from, true),
    float64: (from) => view.getFloat64(from, true)
  };
  const uint32 = (what: string): number => view.getUint32(step(4, what), true);
  const kind = (what: string): GgufKind => {
    const id = uint32(`kind of ${what}`);
    return KINDS[id] ?? refuse("a kind of value is a number from 0 to 12", [found("key", what), found("kind", id)]);
  };
  const value = (of: GgufKind, what: string, depth: number): GgufValue => {
    if (of === "string") return string(what);
    if (of !== "array") return readers[of](step(SIZES[of], what));
    if (depth >= DEEPEST) refuse(`arrays lie at most ${DEEPEST} deep in one another`, [found("key", what)]);
    const inner = kind(what);
    const n = count(`values of ${what}`, SIZES[inner]);
    const values = Array.from({length: n}, () => value(inner, what, depth + 1));
    return {of: inner, values} satisfies GgufArray;
  };
  return {
    count,
    string,
    uint32,
    kind,
    value,
    step,
    left,
    at: () => at,
    uint64: (what: string) => view.getBigUint64(step(8, what), true)
  };
}

type Cursor = ReturnType<typeof cursor>;

/**
 * What a GGUF file of version 3 holds: its facts and its tensors, with copies of their bytes.
 *
 * @throws FormatError for what breaks the format: another version, an end before all that was announced, a key or a name
 * that is there twice, a tensor that does not lie behind the one before it; and for types of numbers that are not read here.
 */
export function readGgufFile(given: Uint8Array): GgufFile {
  if (!(given instanceof Uint8Array)) return refuse("a file is a Uint8Array", [found("file", given)]);
  const file = plainBytes(given);
  if (MAGIC.some((byte, i) => file[i] !== byte))
    return refuse("a file begins with GGUF", [found("begins with", Array.from(file.subarray(0, 4)))]);
  const read = cursor(file);
  read.step(MAGIC.length, "the first bytes");
  const version = read.uint32("version");
  if (version !== VERSION)
    return refuse("the version of the format is 3", [found("version", version)], "convert it with a newer llama.cpp");
  const tensorCount = read.count("tensors", 24);
  const facts = factsOf(read, read.count("facts", 13));
  const entries = Array.from({length: tensorCount}, () => entryOf(read));
  const alignment = alignmentOf(facts);
  read.step((alignment - (read.at() % alignment)) % alignment, "padding");
  const start = read.at();
  const tensors = new Map<string, GgufTensor>();
  let end = 0;
  for (const {name, type, shape, offset, size} of entries) {
    if (tensors.has(name)) refuse("a tensor’s name stands there once", [found("tensor", name)]);
    if (offset !== BigInt(end))
      refuse("tensors lie one behind another, aligned", [
        found("tensor", name),
        found("offset", offset),
        found("expected", end)
      ]);
    if (size > BigInt(file.length - start - end))
      refuse("the file has all that it announces", [found("tensor", name), found("bytes", size)]);
    const from = start + end;
    tensors.set(name, {type, shape, bytes: file.slice(from, from + Number(size))});
    end += Math.ceil(Number(size) / alignment) * alignment;
  }
  if (file.length > start + end)
    refuse("the tensors end where the file does", [found("end", start + end), found("file", file.length)]);
  return {facts, tensors};
}

function factsOf(read: Cursor, count: number): ReadonlyMap<string, GgufFact> {
  const facts = new Map<string, GgufFact>();
  for (let i = 0; i < count; i++) {
    const key = read.string("a key");
    if (facts.has(key)) refuse("a key stands there once", [found("key", key)]);
    const kind = read.kind(key);
    facts.set(key, {kind, value: read.value(kind, key, 0)});
  }
  return facts;
}

function alignmentOf(facts: ReadonlyMap<string, GgufFact>): number {
  const fact = facts.get(ALIGNMENT_KEY);
  if (fact === undefined) return ALIGNMENT;
  const {kind, value} = fact;
  // a power of two, and small enough for what aligns anything
  if (kind === "uint32" && typeof value === "number" && value >= 8 && value <= 65_536 && (value & (value - 1)) === 0)
    return value;
  return refuse("the alignment is a power of two from 8 to 65,536, as uint32", [found(ALIGNMENT_KEY, value)]);
}

const isType =
  (id: number) =>
  (name: GgufType): boolean =>
    TYPES[name].id === id;

function entryOf(read: Cursor): {
  readonly name: string;
  readonly type: GgufType;
  readonly shape: readonly number[];
  readonly offset: bigint;
  readonly size: bigint;
} {
  const from = read.at();
  const name = read.string("a tensor’s name");
  if (read.at() - from - 8 > LONGEST_NAME)
    refuse(`a tensor’s name has at most ${LONGEST_NAME} bytes`, [found("tensor", name)]);
  const axes = read.uint32(`axes of ${name}`);
  if (axes > MOST_AXES) refuse(`a tensor has at most ${MOST_AXES} axes`, [found("tensor", name), found("axes", axes)]);
  const extents = Array.from({length: axes}, () => read.uint64(`shape of ${name}`));
  const id = read.uint32(`type of ${name}`);
  const type = (Object.keys(TYPES) as readonly GgufType[]).find(isType(id));
  if (type === undefined)
    return refuse(
      `the types of numbers that are read are ${Object.keys(TYPES).join(", ")}`,
      [found("tensor", name), found("type", id)],
      "convert the file with llama-quantize, to F32 for instance"
    );
  const {block, bytes} = TYPES[type];
  const numbers = extents.reduce((product, extent) => product * extent, 1n);
  if (extents.some((extent) => extent === 0n || extent > BigInt(Number.MAX_SAFE_INTEGER)) || numbers > 1n << 53n)
    refuse("extents are at least 1, and no file holds so many numbers", [
      found("tensor", name),
      found("shape", extents.map(String))
    ]);
  if ((extents[0] ?? 1n) % BigInt(block) !== 0n)
    refuse(`the rows of a ${type} tensor are whole blocks of ${block}`, [
      found("tensor", name),
      found("row", extents[0] ?? 1n)
    ]);
  const offset = read.uint64(`offset of ${name}`);
  return {
    name,
    type,
    shape: extents.map(Number).reverse(),
    offset,
    size: (numbers / BigInt(block)) * BigInt(bytes)
  };
}
