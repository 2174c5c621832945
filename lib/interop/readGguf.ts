import {checkFields} from "../core/checkFields.js";
import {FormatError, found, LibraryError} from "../core/errors.js";
import type {GgufFact} from "../io/ggufFormat.js";
import {ggufNumbers} from "../io/ggufNumbers.js";
import {readGgufFile} from "../io/readGgufFile.js";
import {gpt2, llama} from "../nn/transformer/presets.js";
import {settleTransformer, type FullTransformerConfig} from "../nn/transformer/transformerConfig.js";
import {tensor} from "../tensor/make.js";
import type {ImportedModel} from "./exportedModel.js";
import {checkHash} from "./ggufHash.js";
import {ggufTokenizer} from "./ggufTokenizer.js";
import {fromGgufWeights} from "./ggufWeights.js";
import {fromHuggingFaceWeights, type HuggingFaceKind} from "./huggingFaceWeights.js";

const where = "readGguf";

/** A model that was read from a GGUF file. */
export interface ReadGguf extends ImportedModel {
  /** `general.name`, if there is one. */
  readonly name?: string;
}

/** What reading can be told. */
export interface ReadGgufOptions {
  /** Whether a file that was written here may have changed since, by a program that left its hash in it. False. */
  readonly changed?: boolean;
}

/**
 * The model of a GGUF file of the architecture llama or gpt2: its description, its parameters in float32 (those in blocks
 * as the format gives their numbers), and its tokenizer, where that is byte-level BPE cut as by GPT-2 or cl100k, or one of characters
 * that `writeGguf` wrote. What only training uses, such as `dropout`, is not in the file.
 *
 * @throws FormatError for a file that breaks the format, has changed since `writeGguf` wrote it, is of another architecture,
 * has a setting that is not understood, or types of numbers other than F32, F16, BF16, Q8_0 and Q4_0.
 */
export function readGguf(file: Uint8Array, options: ReadGgufOptions = {}): ReadGguf {
  checkFields(`${where}.options`, options, ["changed"]);
  const {facts, tensors} = readGgufFile(file);
  if (options.changed !== true) checkHash(file, facts);
  try {
    const kind = facts.get("general.architecture")?.value;
    if (kind !== "llama" && kind !== "gpt2")
      throw new FormatError(where, "the architecture is llama or gpt2", [found("general.architecture", kind)]);
    const vocabSize = tensors.get("token_embd.weight")?.shape[0] ?? 0;
    const config = configOf(kind, facts, vocabSize, !tensors.has("output.weight"), tensors.size);
    const named = new Map(
      Array.from(tensors, ([name, stored]) => [name, tensor(ggufNumbers(stored), {shape: stored.shape})])
    );
    const params = fromHuggingFaceWeights(config, fromGgufWeights(kind, config, named));
    const tokenizer = ggufTokenizer(facts);
    if (tokenizer !== undefined && tokenizer.vocabulary.tokens.length !== vocabSize)
      throw new FormatError(where, "there are as many tokens as rows of the embedding", [
        found("tokens", tokenizer.vocabulary.tokens.length),
        found("rows", vocabSize)
      ]);
    const [name, chatTemplate] = ["general.name", "tokenizer.chat_template"].map((key) => facts.get(key)?.value);
    return {
      config,
      params,
      ...(tokenizer !== undefined && {tokenizer}),
      ...(typeof name === "string" && {name}),
      ...(typeof chatTemplate === "string" && {chatTemplate})
    };
  } catch (cause) {
    if (!(cause instanceof LibraryError) || cause instanceof FormatError) throw cause;
    // what a model refuses of its parts is wrong in the file
    throw new FormatError(where, cause.fault.rule, cause.fault.found, cause.fault.hint, {cause});
  }
}

function configOf(
  kind: HuggingFaceKind,
  facts: ReadonlyMap<string, GgufFact>,
  vocabSize: number,
  tied: boolean,
  tensors: number
): FullTransformerConfig {
  const read = new Set<string>();
  const value = (name: string): unknown => {
    read.add(name);
    return facts.get(`${kind}.${name}`)?.value;
  };
  const number = (name: string, absent?: number): number => {
    const found_ = value(name) ?? absent;
    if (typeof found_ === "number" && Number.isFinite(found_)) return found_;
    throw new FormatError(where, `the file has the number ${kind}.${name}`, [found(name, found_)]);
  };
  const layers = number("block_count");
  if (layers > tensors)
    throw new FormatError(where, "each block has tensors", [found("blocks", layers), found("tensors", tensors)]);
  const equal = (name: string, wanted: number): void => {
    if (number(name, wanted) !== wanted)
      throw new FormatError(where, `${kind}.${name} is ${wanted}`, [found(name, value(name))]);
  };
  const common = {
    vocabSize,
    layers,
    width: number("embedding_length"),
    heads: number("attention.head_count"),
    context: number("context_length"),
    hidden: number("feed_forward_length")
  };
  equal("vocab_size", vocabSize);
  const config =
    kind === "gpt2" ? gpt2({...common, epsilon: shortest(number("attention.layer_norm_epsilon"))}) : llamaOf();
  const unknown = [...facts.keys()].filter(
    (key) => key.startsWith(`${kind}.`) && !read.has(key.slice(kind.length + 1))
  );
  if (unknown.length > 0)
    throw new FormatError(where, "every setting of the model is one that is understood", [found("unknown", unknown)]);
  return settleTransformer(config);

  function llamaOf() {
    const headDim = number("attention.key_length", common.width / common.heads);
    equal("attention.value_length", headDim);
    equal("rope.dimension_count", headDim);
    const scaling = value("rope.scaling.type") ?? "none";
    if (scaling !== "none" && scaling !== "linear")
      throw new FormatError(where, "rotary positions are scaled linearly, or not at all", [found("scaling", scaling)]);
    const factor = shortest(number("rope.scaling.factor", 1));
    return llama({
      ...common,
      kvHeads: number("attention.head_count_kv", common.heads),
      headDim,
      epsilon: shortest(number("attention.layer_norm_rms_epsilon")),
      ropeBase: shortest(number("rope.freq_base", 10_000)),
      tied,
      ...(scaling === "linear" && {ropeScaling: {kind: "linear", factor}})
    });
  }
}

/** The shortest decimal number that is this float32: 1e-5, where float64 sees 0.000009999999747378752. */
function shortest(x: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return short;
  }
  return x;
}
