import {concat} from "../autodiff/ops/join.js";
import {slice, transpose} from "../autodiff/ops/strided.js";
import {ConfigError, FormatError, found} from "../core/errors.js";
import {shapeText, type Tensor} from "../core/tensorData.js";
import type {FullTransformerConfig} from "../nn/transformer/transformerConfig.js";
import type {
  AttentionParams,
  BlockParams,
  FeedForwardParams,
  LinearParams,
  NormParams,
  TransformerParams
} from "../nn/transformer/transformerParams.js";

/** Tensors by the names of files. */
export type NamedTensors = Readonly<Record<string, Tensor>>;

/** The kinds of models that Hugging Face's names are known for here. */
export type HuggingFaceKind = "llama" | "gpt2";

/**
 * The kind of model that a description is, by Hugging Face's names: a Llama (with a window it is a Mistral) or a GPT-2.
 *
 * @throws ConfigError for a model that is neither, with what differs.
 */
export function huggingFaceKind(config: FullTransformerConfig): HuggingFaceKind {
  const common = {placement: "pre", experts: 0, qkNorm: false, attentionSoftcap: 0, logitSoftcap: 0, causal: true};
  const forms = {
    llama: {...common, norm: "rms", feedForward: "swiglu", positions: "rope", bias: false},
    gpt2: {
      ...common,
      norm: "layer",
      positions: "learned",
      bias: true,
      tied: true,
      window: 0,
      kvHeads: config.heads,
      headDim: config.width / config.heads
    }
  } as const;
  const differences = (form: object): readonly string[] =>
    Object.entries(form).flatMap(([name, wanted]) => {
      const value: unknown = Reflect.get(config, name);
      return value === wanted ? [] : [`${name} is ${String(value)}, not ${String(wanted)}`];
    });
  const [llama, gpt2] = [differences(forms.llama), differences(forms.gpt2)];
  if (llama.length === 0) return "llama";
  if (gpt2.length === 0 && ["gelu", "gelu-tanh", "relu", "silu"].includes(config.feedForward)) return "gpt2";
  throw new ConfigError(
    "huggingFaceKind",
    "a model that other engines know is a Llama or a GPT-2",
    [found("as a Llama", llama.join("; ")), found("as a GPT-2", gpt2.join("; "))],
    "make it with llama(sizes) or gpt2(sizes)"
  );
}

const flipped = ({weight, bias}: LinearParams): LinearParams => ({
  weight: transpose(weight),
  ...(bias !== undefined && {bias})
});

const entries = (name: string, {weight, bias}: LinearParams | NormParams): NamedTensors => ({
  [`${name}.weight`]: weight,
  ...(bias !== undefined && {[`${name}.bias`]: bias})
});

const LLAMA = {
  query: "self_attn.q_proj",
  key: "self_attn.k_proj",
  value: "self_attn.v_proj",
  output: "self_attn.o_proj",
  attentionNorm: "input_layernorm",
  feedForwardNorm: "post_attention_layernorm",
  gate: "mlp.gate_proj",
  up: "mlp.up_proj",
  down: "mlp.down_proj"
} as const;

const GPT2 = {
  qkv: "attn.c_attn",
  output: "attn.c_proj",
  attentionNorm: "ln_1",
  feedForwardNorm: "ln_2",
  up: "mlp.c_fc",
  down: "mlp.c_proj"
} as const;

const joined = ({query, key, value}: AttentionParams): LinearParams => ({
  weight: concat([query.weight, key.weight, value.weight], -1),
  bias: concat([query.bias!, key.bias!, value.bias!], -1)
});

/**
 * Parameters under Hugging Face's names. Llama's matrices are [outputs, inputs] there, the transposes of ours; GPT-2's are as
 * ours, and its queries, keys and values lie side by side. A tied unembedding is left out.
 *
 * @throws ConfigError for a model that is neither.
 */
export function toHuggingFaceWeights(config: FullTransformerConfig, params: TransformerParams): NamedTensors {
  const {embedding, positions, layers, norm, unembedding} = params;
  if (huggingFaceKind(config) === "gpt2") {
    const blocks = layers.map(({attentionNorm, attention, feedForwardNorm, feedForward}, i) => {
      const name = (part: keyof typeof GPT2): string => `transformer.h.${i}.${GPT2[part]}`;
      return {
        ...entries(name("attentionNorm"), attentionNorm),
        ...entries(name("qkv"), joined(attention)),
        ...entries(name("output"), attention.output),
        ...entries(name("feedForwardNorm"), feedForwardNorm!),
        ...entries(name("up"), feedForward!.up),
        ...entries(name("down"), feedForward!.down)
      };
    });
    return Object.assign(
      {"transformer.wte.weight": embedding.weight, "transformer.wpe.weight": positions!.weight},
      ...blocks,
      entries("transformer.ln_f", norm!)
    ) as NamedTensors;
  }
  const blocks = layers.map(({attentionNorm, attention, feedForwardNorm, feedForward}, i) => {
    const name = (part: keyof typeof LLAMA): string => `model.layers.${i}.${LLAMA[part]}`;
    return {
      ...entries(name("attentionNorm"), attentionNorm),
      ...entries(name("query"), flipped(attention.query)),
      ...entries(name("key"), flipped(attention.key)),
      ...entries(name("value"), flipped(attention.value)),
      ...entries(name("output"), flipped(attention.output)),
      ...entries(name("feedForwardNorm"), feedForwardNorm!),
      ...entries(name("gate"), flipped(feedForward!.gate!)),
      ...entries(name("up"), flipped(feedForward!.up)),
      ...entries(name("down"), flipped(feedForward!.down))
    };
  });
  return Object.assign(
    {"model.embed_tokens.weight": embedding.weight},
    ...blocks,
    entries("model.norm", norm!),
    unembedding === undefined ? {} : {"lm_head.weight": transpose(unembedding.weight)}
  ) as NamedTensors;
}

/** Takes tensors by their names, and knows in the end which were not wanted. */
function taking(tensors: NamedTensors) {
  const left = new Set(Object.keys(tensors));
  const take = (name: string, shape: readonly number[]): Tensor => {
    const tensor = tensors[name];
    if (tensor === undefined)
      throw new FormatError(
        "fromHuggingFaceWeights",
        "each parameter is in the file",
        [found("missing", name), found("in the file", [...left].slice(0, 8))],
        "read the file with the config.json that it came with"
      );
    if (tensor.shape.length !== shape.length || tensor.shape.some((extent, i) => extent !== shape[i]))
      throw new FormatError("fromHuggingFaceWeights", `${name} is ${shapeText(shape)}, by the config`, [
        found("shape", shapeText(tensor.shape))
      ]);
    left.delete(name);
    return tensor;
  };
  return {take, rest: () => [...left]};
}

/** Buffers that older files carry, which are no parameters. */
const BUFFER = /\.attn\.(masked_)?bias$|\.rotary_emb\.inv_freq$/;

/**
 * Parameters from tensors under Hugging Face's names: GPT-2's with or without `transformer.` before them.
 *
 * @throws FormatError for a tensor that is missing, has another shape than the config says, or is not of the model.
 */
export function fromHuggingFaceWeights(config: FullTransformerConfig, tensors: NamedTensors): TransformerParams {
  const kind = huggingFaceKind(config);
  const bare = kind === "gpt2" && !Object.keys(tensors).some((name) => name.startsWith("transformer."));
  const given = bare
    ? Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [`transformer.${name}`, tensor]))
    : tensors;
  const {take, rest} = taking(given);
  const params = kind === "gpt2" ? readGpt2(config, take) : readLlama(config, take);
  const unknown = rest().filter((name) => !BUFFER.test(name) && !(config.tied && name === "lm_head.weight"));
  if (unknown.length > 0)
    throw new FormatError(
      "fromHuggingFaceWeights",
      "every tensor of the file is a parameter of the model",
      [found("unknown", unknown.slice(0, 8))],
      "read the file with the config.json that it came with"
    );
  return params;
}

type Take = ReturnType<typeof taking>["take"];

function readLlama(config: FullTransformerConfig, take: Take): TransformerParams {
  const {vocabSize, width, layers, heads, kvHeads, headDim, hidden, tied} = config;
  const block = (i: number): BlockParams => {
    const linear = (part: keyof typeof LLAMA, inputs: number, outputs: number): LinearParams => ({
      weight: transpose(take(`model.layers.${i}.${LLAMA[part]}.weight`, [outputs, inputs]))
    });
    const norm = (part: keyof typeof LLAMA): NormParams => ({
      weight: take(`model.layers.${i}.${LLAMA[part]}.weight`, [width])
    });
    const feedForward: FeedForwardParams = {
      gate: linear("gate", width, hidden),
      up: linear("up", width, hidden),
      down: linear("down", hidden, width)
    };
    return {
      attentionNorm: norm("attentionNorm"),
      attention: {
        query: linear("query", width, heads * headDim),
        key: linear("key", width, kvHeads * headDim),
        value: linear("value", width, kvHeads * headDim),
        output: linear("output", heads * headDim, width)
      },
      feedForwardNorm: norm("feedForwardNorm"),
      feedForward
    };
  };
  return {
    embedding: {weight: take("model.embed_tokens.weight", [vocabSize, width])},
    layers: Array.from({length: layers}, (_, i) => block(i)),
    norm: {weight: take("model.norm.weight", [width])},
    ...(!tied && {unembedding: {weight: transpose(take("lm_head.weight", [vocabSize, width]))}})
  };
}

function readGpt2(config: FullTransformerConfig, take: Take): TransformerParams {
  const {vocabSize, width, context, layers, hidden} = config;
  const block = (i: number): BlockParams => {
    const name = (part: keyof typeof GPT2): string => `transformer.h.${i}.${GPT2[part]}`;
    const linear = (part: keyof typeof GPT2, inputs: number, outputs: number) => ({
      weight: take(`${name(part)}.weight`, [inputs, outputs]),
      bias: take(`${name(part)}.bias`, [outputs])
    });
    const norm = (part: keyof typeof GPT2): NormParams => ({
      weight: take(`${name(part)}.weight`, [width]),
      bias: take(`${name(part)}.bias`, [width])
    });
    const qkv = linear("qkv", width, 3 * width);
    const part = (at: number): LinearParams => ({
      weight: slice(qkv.weight, null, [at * width, (at + 1) * width]),
      bias: slice(qkv.bias, [at * width, (at + 1) * width])
    });
    return {
      attentionNorm: norm("attentionNorm"),
      attention: {query: part(0), key: part(1), value: part(2), output: linear("output", width, width)},
      feedForwardNorm: norm("feedForwardNorm"),
      feedForward: {up: linear("up", width, hidden), down: linear("down", hidden, width)}
    };
  };
  return {
    embedding: {weight: take("transformer.wte.weight", [vocabSize, width])},
    positions: {weight: take("transformer.wpe.weight", [context, width])},
    layers: Array.from({length: layers}, (_, i) => block(i)),
    norm: {weight: take("transformer.ln_f.weight", [width]), bias: take("transformer.ln_f.bias", [width])}
  };
}
