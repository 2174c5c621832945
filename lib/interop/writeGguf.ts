import {checkFields, oneOf} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {fittingType, ggufTensor} from "../io/ggufNumbers.js";
import type {GgufFact, GgufTensor, GgufType} from "../io/ggufFormat.js";
import {writeGgufFile} from "../io/writeGgufFile.js";
import type {FullTransformerConfig} from "../nn/transformer/transformerConfig.js";
import {checkExported, type ExportedModel} from "./exportedModel.js";
import {HASH, signed} from "./ggufHash.js";
import {ggufTokenizerFacts} from "./ggufTokenizer.js";
import {toGgufWeights} from "./ggufWeights.js";
import type {HuggingFaceKind} from "./huggingFaceWeights.js";

const where = "writeGguf";

/** The types of numbers that are written, and what `general.file_type` calls them. */
const WRITTEN = {F32: 0, F16: 1, Q4_0: 2, Q8_0: 7} as const satisfies Partial<Record<GgufType, number>>;

/** A model for GGUF. */
export interface GgufModel extends ExportedModel {
  /** What engines show: “model” unless it is named. */
  readonly name?: string;
  /**
   * What numbers matrices become: F32 unless it is named; F16; Q8_0 or Q4_0, 8 or 4 bits a number with a scale for each 32 of a
   * row. Vectors and learned positions stay F32; matrices whose rows are no multiple of 32 become F16 where others are Q8_0 or Q4_0.
   */
  readonly type?: keyof typeof WRITTEN;
}

const text = (value: string): GgufFact => ({kind: "string", value});
const whole = (value: number): GgufFact => ({kind: "uint32", value});
const real = (value: number): GgufFact => ({kind: "float32", value});

/**
 * A model as a GGUF file, version 3: what llama.cpp, ollama and LM Studio run. A Llama’s queries and keys are turned row by row to
 * rotary positions of neighbors, GPT-2’s matrices are transposed, and a tied unembedding is left out.
 *
 * Without a tokenizer a file has ids alone: `readGguf` reads it, and node-llama-cpp 3.21.1 does not. Of a tokenizer of characters,
 * llama.cpp leaves unknown characters out without a word. Where byte-level BPE names no end of a text, the byte 255 is it, which
 * is in no text: llama.cpp would take token 11. Where characters name none, the unknown token is it.
 *
 * The file has a hash of itself, by which `readGguf` notices a change. Float64 parameters are rounded to float32.
 *
 * @throws ConfigError for a model that is neither a Llama nor a GPT-2 or that llama.cpp would compute otherwise: a window
 * within the context, rotary scaling other than linear, another GELU than GPT-2’s; for parameters of other sizes than the config
 * says, and numbers that the type does not hold; and for a tokenizer that llama.cpp reads otherwise, or of characters with neither end nor unknown token.
 */
export function writeGguf(model: GgufModel): Uint8Array {
  checkFields(where, model, ["config", "params", "tokenizer", "chatTemplate", "name", "type"]);
  const type = oneOf(`${where}.type`, model.type ?? "F32", ["F32", "F16", "Q8_0", "Q4_0"]);
  const {config, kind, weights} = checkExported(where, model);
  checkComputed(config, kind);
  const facts: readonly (readonly [string, GgufFact])[] = [
    HASH,
    ["general.architecture", text(kind)],
    ["general.name", text(model.name ?? "model")],
    ["general.file_type", whole(WRITTEN[type])],
    ...(type.startsWith("Q") ? [["general.quantization_version", whole(2)] as const] : []),
    ...sizes(config, kind),
    ...ggufTokenizerFacts(model.tokenizer),
    ...(model.chatTemplate === undefined ? [] : [["tokenizer.chat_template", text(model.chatTemplate)] as const])
  ];
  const tensors = Array.from(
    toGgufWeights(kind, config, weights),
    ([name, x]) => [name, ggufTensor(where, name, x, typeOf(name, x, type))] as const
  );
  return signed(writeGgufFile({facts: new Map(facts), tensors: new Map<string, GgufTensor>(tensors)}));
}

const typeOf = (name: string, {shape}: Tensor, type: GgufType): GgufType =>
  shape.length < 2 || name.startsWith("position_embd") ? "F32" : fittingType(type, shape.at(-1)!);

function checkComputed(
  {window, context, ropeScaling, feedForward}: FullTransformerConfig,
  kind: HuggingFaceKind
): void {
  if (window > 0 && window < context)
    throw new ConfigError(
      where,
      "llama.cpp’s “llama” sees all positions before it: a window is none, or as long as the context",
      [found("window", window), found("context", context)],
      "write a Hugging Face directory instead"
    );
  const scaling = ropeScaling?.kind ?? "none";
  if (scaling !== "none" && scaling !== "linear")
    throw new ConfigError(where, "rotary positions are scaled linearly, or not at all", [
      found("ropeScaling", scaling)
    ]);
  if (kind === "gpt2" && feedForward !== "gelu-tanh")
    throw new ConfigError(where, "llama.cpp’s “gpt2” bends by GELU’s tanh approximation", [
      found("feedForward", feedForward)
    ]);
}

/** What llama.cpp wants to know of a model’s form; `key_length` and `value_length`, since it would take width/heads for them. */
function sizes(config: FullTransformerConfig, kind: HuggingFaceKind): readonly (readonly [string, GgufFact])[] {
  const {vocabSize, context, width, layers, heads, kvHeads, headDim, hidden, epsilon, ropeBase, ropeScaling} = config;
  const common: readonly (readonly [string, GgufFact])[] = [
    ["context_length", whole(context)],
    ["embedding_length", whole(width)],
    ["block_count", whole(layers)],
    ["feed_forward_length", whole(hidden)],
    ["attention.head_count", whole(heads)],
    ["vocab_size", whole(vocabSize)]
  ];
  const llama: readonly (readonly [string, GgufFact])[] = [
    ["attention.head_count_kv", whole(kvHeads)],
    ["attention.key_length", whole(headDim)],
    ["attention.value_length", whole(headDim)],
    ["attention.layer_norm_rms_epsilon", real(epsilon)],
    ["rope.dimension_count", whole(headDim)],
    ["rope.freq_base", real(ropeBase)],
    ...(ropeScaling?.kind === "linear"
      ? ([
          ["rope.scaling.type", text("linear")],
          ["rope.scaling.factor", real(ropeScaling.factor)]
        ] as const)
      : [])
  ];
  const gpt2 = [["attention.layer_norm_epsilon", real(epsilon)]] as const;
  return [...common, ...(kind === "llama" ? llama : gpt2)].map(([key, fact]) => [`${kind}.${key}`, fact]);
}
