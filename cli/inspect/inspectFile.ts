import {readFileSync} from "node:fs";
import {FormatError} from "llm-first-principles";
import {readGgufFile, type GgufFact, type GgufValue} from "llm-first-principles/interop";
import {loadCheckpoint, numbersOf, readSafetensors, type StoredTensor} from "llm-first-principles/tensor";
import {readTokenizerJson} from "llm-first-principles/tokenizers";
import {CommandError} from "../exit.js";
import {countOf, type Inspection, type TensorRow} from "./inspection.js";

/** How many of a tensor’s numbers are NaN or infinite. */
function notFiniteIn(stored: StoredTensor): {readonly notFinite?: number} {
  if (!/^B?F\d/.test(stored.dtype)) return {};
  let notFinite = 0;
  for (const x of numbersOf(stored)) if (!Number.isFinite(x)) notFinite++;
  return {notFinite};
}

const storedRow = ([name, stored]: readonly [string, StoredTensor]): TensorRow => ({
  name,
  dtype: stored.dtype,
  shape: stored.shape,
  count: countOf(stored.shape),
  bytes: stored.bytes.length,
  ...notFiniteIn(stored)
});

/** What a state has besides its tensors: numbers, texts and truth values at its top. */
const plainOf = (state: unknown): Readonly<Record<string, unknown>> =>
  typeof state !== "object" || state === null
    ? {}
    : Object.fromEntries(Object.entries(state).filter(([, value]) => typeof value !== "object" || value === null));

/** Of a safetensors file, or of a checkpoint, which is one with a whole state. */
export function inspectTensors(path: string, file: Uint8Array): Inspection {
  const {tensors, metadata = {}} = readSafetensors(file);
  const rows = [...tensors].map(storedRow);
  const common = {path, bytes: file.length, tensors: rows};
  const isCheckpoint = ["tree", "names", "hash"].every((name) => metadata[name] !== undefined);
  if (!isCheckpoint) return {kind: "safetensors", metadata, ...common};
  const state = loadCheckpoint(file); // says if anything of it has changed
  return {kind: "checkpoint", metadata: {...plainOf(state), hash: metadata["hash"]}, ...common};
}

const LISTED = 8; // values of an array that are shown

/** A value of a GGUF file as JSON has it: of long arrays how many, and the first. */
function plainValue(value: GgufValue): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value !== "object") return value;
  const values = value.values.slice(0, LISTED).map(plainValue);
  return value.values.length <= LISTED ? values : {of: value.of, count: value.values.length, first: values};
}

const factOf = ([key, {value}]: readonly [string, GgufFact]): readonly [string, unknown] => [key, plainValue(value)];

function inspectGguf(path: string, file: Uint8Array): Inspection {
  const {facts, tensors} = readGgufFile(file);
  return {
    kind: "gguf",
    path,
    bytes: file.length,
    metadata: Object.fromEntries([...facts].map(factOf)),
    tensors: [...tensors].map(([name, {type, shape, bytes}]) => ({
      name,
      dtype: type,
      shape,
      count: countOf(shape),
      bytes: bytes.length
    }))
  };
}

/** Of a tokenizer.json. */
function inspectTokenizer(path: string, file: Uint8Array): Inspection {
  const {name, model, vocabulary} = readTokenizerJson(new TextDecoder().decode(file));
  const {tokens, unknown, begin, end} = vocabulary;
  const named = (id: number | undefined): string | null => (id === undefined ? null : (tokens[id] ?? null));
  return {
    kind: "tokenizer",
    path,
    bytes: file.length,
    metadata: {
      model: name,
      tokens: tokens.length,
      ...(model.kind === "bpe" && {merges: model.merges === "ranks" ? "by rank" : model.merges.length}),
      ...("split" in model && {split: model.split}),
      unknown: named(unknown),
      begin: named(begin),
      end: named(end),
      added: "added" in model ? (model.added ?? []).map(({token}) => token) : [],
      longest: Math.max(...tokens.map((token) => Array.from(token).length)),
      first: tokens.slice(0, LISTED)
    },
    tensors: []
  };
}

/** What a file holds, by what it begins with and not by its name. @throws FormatError; CommandError for a file of another kind. */
export function inspectFile(path: string): Inspection {
  const file = readFileSync(path);
  if (file.subarray(0, 4).toString("latin1") === "GGUF") return inspectGguf(path, file);
  const first = /^\s*(.)/s.exec(file.subarray(0, 64).toString("latin1"))?.[1];
  if (first === "{") return inspectTokenizer(path, file);
  try {
    return inspectTensors(path, file);
  } catch (cause) {
    // eight bytes of any file are a length, and hardly ever one that fits
    const other =
      cause instanceof FormatError && /^(file-too-short|header-(too-large|length|start|utf8))/.test(cause.fault.rule);
    if (!other) throw cause;
    throw new CommandError(
      path,
      "this is no checkpoint, safetensors, GGUF or tokenizer.json",
      [{name: "as safetensors", value: cause.fault.rule}],
      "name a file of one of these kinds, a run, or a folder of Hugging Face’s",
      {cause}
    );
  }
}
