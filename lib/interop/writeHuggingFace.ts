import {whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import {ggufTensor} from "../io/ggufNumbers.js";
import type {FloatType} from "../io/floatBytes.js";
import type {StoredTensor} from "../io/safetensorsFormat.js";
import {writeSafetensors} from "../io/writeSafetensors.js";
import {writeTokenizerJson} from "../tokenizers/writeTokenizerJson.js";
import {checkExported, type ExportedModel} from "./exportedModel.js";
import {toGenerationConfig, type GenerationSettings} from "./generationSettings.js";
import {toHuggingFaceConfig} from "./huggingFaceConfig.js";
import {directoryHash} from "./huggingFaceHash.js";

const where = "writeHuggingFace";

/** Files of a folder, by their names. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A model for a directory of Hugging Face’s. */
export interface HuggingFaceModel extends ExportedModel {
  /** How engines write unless they are told otherwise; without it there is no generation_config.json. */
  readonly generation?: GenerationSettings;
  /** What numbers become: F32 unless it is named. */
  readonly dtype?: FloatType;
  /** Bytes of weights that a file holds at most, unless one tensor alone has more: all in one file unless it is named. */
  readonly shardBytes?: number;
}

const DTYPES: Readonly<Record<FloatType, string>> = {F32: "float32", F16: "float16", BF16: "bfloat16"};

const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);

/**
 * A model as the files of a directory that `transformers`, and all that reads its directories, load: `config.json`,
 * `model.safetensors` (or several, with an index), and, where there is a tokenizer, `tokenizer.json` and `tokenizer_config.json`.
 *
 * The weights carry a hash of themselves and of the config, by which `readHuggingFace` notices a change. Float64 parameters are
 * rounded to float32. What only training uses, such as `dropout`, is not in the files.
 *
 * @throws ConfigError for a model that is neither a Llama (Mistral) nor a GPT-2, parameters of other sizes than the config
 * says, heads that do not divide the width, numbers that the dtype does not hold, and a tokenizer that other readers read otherwise.
 */
export function writeHuggingFace(model: HuggingFaceModel): Files {
  checkFields(where, model, ["config", "params", "tokenizer", "chatTemplate", "generation", "dtype", "shardBytes"]);
  const {tokenizer, chatTemplate, generation} = model;
  const dtype = oneOf(`${where}.dtype`, model.dtype ?? "F32", ["F32", "F16", "BF16"]);
  const most = model.shardBytes === undefined ? Infinity : whole(`${where}.shardBytes`, model.shardBytes, {least: 1});
  const {config, weights} = checkExported(where, model);
  if (config.width % config.heads !== 0)
    throw new ConfigError(
      where,
      "transformers wants heads to divide the width, whatever headDim is",
      [found("width", config.width), found("heads", config.heads)],
      "write it with writeGguf, or train a model whose width is a multiple of its heads"
    );
  const {begin, end} = tokenizer?.vocabulary ?? {};
  const ends = {...(begin !== undefined && {begin}), ...(end !== undefined && {end})};
  const record = {...toHuggingFaceConfig(config, ends), torch_dtype: DTYPES[dtype], dtype: DTYPES[dtype]};
  const tensors = Object.entries(weights).map(([name, x]): readonly [string, StoredTensor] => {
    const {shape, bytes} = ggufTensor(where, name, x, dtype);
    return [name, {dtype, shape, bytes}];
  });
  const files = new Map<string, Uint8Array>([["config.json", json(record)]]);
  if (generation !== undefined) files.set("generation_config.json", json(toGenerationConfig(generation, ends)));
  if (tokenizer !== undefined) {
    const written = writeTokenizerJson(tokenizer);
    files.set("tokenizer.json", new TextEncoder().encode(written["tokenizer.json"]));
    files.set(
      "tokenizer_config.json",
      json({
        ...(JSON.parse(written["tokenizer_config.json"]) as object),
        model_max_length: config.context,
        ...(chatTemplate !== undefined && {chat_template: chatTemplate})
      })
    );
  }
  const metadata = {hash: directoryHash(config, new Map(tensors))};
  const shards = cut(tensors, most);
  if (shards.length === 1) {
    files.set("model.safetensors", writeSafetensors({tensors: new Map(tensors), metadata}));
    return files;
  }
  const nameOf = (i: number): string => `model-${padded(i + 1)}-of-${padded(shards.length)}.safetensors`;
  shards.forEach((shard, i) => files.set(nameOf(i), writeSafetensors({tensors: new Map(shard), metadata})));
  const places = shards.flatMap((shard, i) => shard.map(([name]) => [name, nameOf(i)] as const));
  const total = tensors.reduce((sum, [, {bytes}]) => sum + bytes.length, 0);
  files.set(
    "model.safetensors.index.json",
    json({metadata: {total_size: total}, weight_map: Object.fromEntries(places)})
  );
  return files;
}

const padded = (n: number): string => String(n).padStart(5, "0");

type Named = readonly [name: string, tensor: StoredTensor];

/** Tensors in their order, as many in each part as it holds. */
function cut(tensors: readonly Named[], most: number): readonly (readonly Named[])[] {
  const parts: Named[][] = [];
  let room = 0;
  for (const named of tensors) {
    const size = named[1].bytes.length;
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = most;
    }
    parts.at(-1)!.push(named);
    room -= size;
  }
  return parts;
}
