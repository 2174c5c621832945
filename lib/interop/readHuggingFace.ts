import {checkFields} from "../core/checkFields.js";
import {FormatError, found, LibraryError} from "../core/errors.js";
import {floatsOf} from "../io/floatBytes.js";
import {readSafetensors} from "../io/readSafetensors.js";
import type {Safetensors, StoredTensor} from "../io/safetensorsFormat.js";
import {tensorOf} from "../io/storedTensor.js";
import type {FullTransformerConfig} from "../nn/transformer/transformerConfig.js";
import {tensor} from "../tensor/make.js";
import {readTokenizerJson, type FileTokenizer} from "../tokenizers/readTokenizerJson.js";
import type {ImportedModel} from "./exportedModel.js";
import {fromGenerationConfig, type GenerationSettings} from "./generationSettings.js";
import {fromHuggingFaceConfig} from "./huggingFaceConfig.js";
import {directoryHash} from "./huggingFaceHash.js";
import {fromHuggingFaceWeights} from "./huggingFaceWeights.js";
import type {Files} from "./writeHuggingFace.js";

const where = "readHuggingFace";

/** A model that was read from a directory. */
export interface ReadHuggingFace extends ImportedModel {
  readonly tokenizer?: FileTokenizer;
  readonly generation?: GenerationSettings;
}

/** What reading can be told. */
export interface ReadHuggingFaceOptions {
  /** Whether config.json or weights that were written here may have changed since. False. */
  readonly changed?: boolean;
}

const LARGEST = 50_000_000;

/** A file’s JSON, if the file is there. */
function jsonOf(files: Files, name: string): Readonly<Record<string, unknown>> | undefined {
  const text = textOf(files, name);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const finding = found("parser", cause instanceof Error ? cause.message : cause);
    throw new FormatError(where, `${name} is JSON`, [finding], undefined, {cause});
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new FormatError(where, `${name} is a record`, [found(name, value)]);
  return value as Readonly<Record<string, unknown>>; // an object of JSON
}

function textOf(files: Files, name: string): string | undefined {
  const bytes = files.get(name);
  if (bytes === undefined) return undefined;
  if (bytes.length > LARGEST)
    throw new FormatError(where, `${name} has at most ${LARGEST} bytes`, [found("bytes", bytes.length)]);
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new FormatError(where, `${name} is UTF-8`, [], undefined, {cause});
  }
}

const missing = (name: string, files: Files): FormatError =>
  new FormatError(where, `the directory has ${name}`, [found("files", [...files.keys()])]);

/**
 * The model of a directory of Hugging Face’s: a Llama, a Mistral or a GPT-2, its weights in one safetensors file or in several
 * with an index, in float32 whatever they are stored in (F64 stays float64); its tokenizer, if it is of a kind that `readTokenizerJson`
 * knows; and how it writes.
 *
 * @param files - contents by names; other files than those named here are left alone
 * @throws FormatError for a file that is missing, breaks its format, has a setting or a tensor that is not understood, or has
 * changed since `writeHuggingFace` wrote it.
 */
export function readHuggingFace(files: Files, options: ReadHuggingFaceOptions = {}): ReadHuggingFace {
  checkFields(`${where}.options`, options, ["changed"]);
  const record = jsonOf(files, "config.json");
  if (record === undefined) throw missing("config.json", files);
  try {
    const config = fromHuggingFaceConfig(record);
    const {tensors, metadata} = weightsOf(files);
    if (options.changed !== true) checkHash(config, tensors, metadata);
    const numbers = Object.fromEntries(
      Array.from(tensors, ([name, stored]) => [
        name,
        stored.dtype === "F32" || stored.dtype === "F16" || stored.dtype === "BF16"
          ? tensor(floatsOf(stored.dtype, stored.bytes), {shape: stored.shape})
          : tensorOf(stored)
      ])
    );
    const params = fromHuggingFaceWeights(config, numbers);
    const about = textOf(files, "tokenizer_config.json");
    const text = textOf(files, "tokenizer.json");
    const tokenizer = text === undefined ? undefined : readTokenizerJson(text, about);
    checkTokens(config, tokenizer);
    const generation = jsonOf(files, "generation_config.json");
    const template = jsonOf(files, "tokenizer_config.json")?.["chat_template"];
    return {
      config,
      params,
      ...(tokenizer !== undefined && {tokenizer}),
      ...(typeof template === "string" && {chatTemplate: template}),
      ...(generation !== undefined && {generation: fromGenerationConfig(generation)})
    };
  } catch (cause) {
    if (!(cause instanceof LibraryError) || cause instanceof FormatError) throw cause;
    // what a model refuses of its parts is wrong in the files
    throw new FormatError(where, cause.fault.rule, cause.fault.found, cause.fault.hint, {cause});
  }
}

/** An embedding may have more rows than there are tokens, to be a round number; never fewer. */
function checkTokens({vocabSize}: FullTransformerConfig, tokenizer: FileTokenizer | undefined): void {
  const tokens = tokenizer?.vocabulary.tokens.length ?? 0;
  if (tokens > vocabSize)
    throw new FormatError(where, "each token has a row of the embedding", [
      found("tokens", tokens),
      found("vocab_size", vocabSize)
    ]);
}

function weightsOf(files: Files): Safetensors {
  const index = jsonOf(files, "model.safetensors.index.json");
  if (index === undefined) {
    const file = files.get("model.safetensors");
    if (file === undefined) throw missing("model.safetensors", files);
    return readSafetensors(file);
  }
  const map = index["weight_map"];
  if (map === null || typeof map !== "object" || Array.isArray(map))
    throw new FormatError(where, "the index has a weight_map, a record of names and files", [found("weight_map", map)]);
  const places = Object.entries(map as Readonly<Record<string, unknown>>);
  const shards = new Map<string, Safetensors>();
  const tensors = new Map<string, StoredTensor>();
  for (const [name, place] of places) {
    const file = typeof place === "string" ? files.get(place) : undefined;
    if (file === undefined || typeof place !== "string") throw missing(String(place), files);
    const shard = shards.get(place) ?? readSafetensors(file);
    shards.set(place, shard);
    const stored = shard.tensors.get(name);
    if (stored === undefined)
      throw new FormatError(where, "a tensor lies in the file that the index names", [
        found("tensor", name),
        found("file", place)
      ]);
    tensors.set(name, stored);
  }
  const count = [...shards.values()].reduce((sum, shard) => sum + shard.tensors.size, 0);
  if (count !== tensors.size)
    throw new FormatError(where, "the index names each tensor of its files", [
      found("tensors", count),
      found("named", tensors.size)
    ]);
  const hashes = new Set([...shards.values()].map(({metadata}) => metadata?.["hash"]));
  if (hashes.size > 1)
    throw new FormatError(where, "all files of weights are of one model", [found("hashes", [...hashes])]);
  const [hash] = hashes;
  return {tensors, ...(hash !== undefined && {metadata: {hash}})};
}

function checkHash(
  config: FullTransformerConfig,
  tensors: Safetensors["tensors"],
  metadata: Safetensors["metadata"]
): void {
  const kept = metadata?.["hash"];
  // of others there is none, or one of another form
  if (kept === undefined || !/^[\da-f]{32}$/.test(kept)) return;
  const is = directoryHash(config, tensors);
  if (kept !== is)
    throw new FormatError(
      where,
      "config.json and the weights are as they were written",
      [found("their hash", kept), found("the hash of what they are", is)],
      "load another copy; if they were changed on purpose, read them with {changed: true}"
    );
}
