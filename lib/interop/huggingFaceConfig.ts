import {ConfigError, FormatError, found} from "../core/errors.js";
import {type FeedForwardKind} from "../nn/transformer/forms.js";
import {
  settleTransformer,
  type FullTransformerConfig,
  type TransformerConfig
} from "../nn/transformer/transformerConfig.js";
import {gpt2, llama} from "../nn/transformer/presets.js";
import {huggingFaceKind} from "./huggingFaceWeights.js";

/** A config.json, as it is written. */
export type HuggingFaceConfig = Readonly<Record<string, unknown>>;

const ACTIVATIONS: Readonly<Record<string, FeedForwardKind>> = {
  gelu_new: "gelu-tanh",
  gelu_pytorch_tanh: "gelu-tanh",
  gelu: "gelu",
  relu: "relu",
  silu: "silu"
};

const where = "fromHuggingFaceConfig";

/** Reads fields, of which some may be absent or null. */
function reading(config: HuggingFaceConfig) {
  const number = (name: string, absent?: number): number => {
    const value = config[name] ?? absent;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new FormatError(where, `config.json has the number ${name}`, [found(name, config[name])]);
  };
  const equal = (name: string, wanted: unknown): void => {
    const value = config[name] ?? wanted;
    if (value !== wanted)
      throw new FormatError(where, `${name} is ${JSON.stringify(wanted)} in the models that are read here`, [
        found(name, value)
      ]);
  };
  return {number, equal};
}

/**
 * The description of a model from its config.json: of Llama, Mistral or GPT-2. A `rope_theta` in `rope_parameters` (version 5
 * of transformers) counts before one beside it; scaled rotary positions of the kinds linear, yarn and llama3 are read.
 *
 * @throws FormatError for another kind of model, a size that is missing, and settings that the model here does not have.
 */
export function fromHuggingFaceConfig(config: HuggingFaceConfig): FullTransformerConfig {
  const described = descriptionOf(config);
  try {
    return settleTransformer(described);
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    // what a description refuses of its sizes is wrong in the file
    throw new FormatError(where, cause.fault.rule, cause.fault.found, cause.fault.hint, {cause});
  }
}

function descriptionOf(config: HuggingFaceConfig): TransformerConfig {
  const kind = config["model_type"];
  const {number, equal} = reading(config);
  if (kind === "gpt2") {
    const width = number("n_embd");
    const inner = config["n_inner"];
    equal("scale_attn_weights", true);
    equal("scale_attn_by_inverse_layer_idx", false);
    equal("tie_word_embeddings", true);
    return gpt2({
      vocabSize: number("vocab_size"),
      layers: number("n_layer"),
      width,
      heads: number("n_head"),
      context: number("n_positions", 1024),
      hidden: typeof inner === "number" ? inner : 4 * width,
      epsilon: number("layer_norm_epsilon", 1e-5),
      feedForward: activation(config["activation_function"] ?? "gelu_new")
    });
  }
  if (kind !== "llama" && kind !== "mistral")
    throw new FormatError(where, "model_type is llama, mistral or gpt2", [found("model_type", kind)]);
  equal("attention_bias", false);
  equal("mlp_bias", false);
  equal("hidden_act", "silu");
  const heads = number("num_attention_heads");
  const width = number("hidden_size");
  const window = kind === "mistral" ? config["sliding_window"] : null;
  const headDim = config["head_dim"];
  return llama({
    vocabSize: number("vocab_size"),
    layers: number("num_hidden_layers"),
    width,
    heads,
    context: number("max_position_embeddings"),
    kvHeads: number("num_key_value_heads", heads),
    headDim: typeof headDim === "number" ? headDim : width / heads,
    hidden: number("intermediate_size"),
    epsilon: number("rms_norm_eps", 1e-6),
    tied: config["tie_word_embeddings"] === true,
    window: typeof window === "number" ? window : 0,
    ...ropeOf(config)
  });
}

function activation(name: unknown): FeedForwardKind {
  const kind = ACTIVATIONS[String(name)];
  if (kind !== undefined) return kind;
  throw new FormatError(where, `the activation is one of ${Object.keys(ACTIVATIONS).join(", ")}`, [
    found("activation_function", name)
  ]);
}

const record = (value: unknown): HuggingFaceConfig =>
  typeof value === "object" && value !== null ? (value as HuggingFaceConfig) : {};

function ropeOf(config: HuggingFaceConfig): Pick<TransformerConfig, "ropeBase" | "ropeScaling"> {
  const parameters = record(config["rope_parameters"]);
  const scaling = {...record(config["rope_scaling"]), ...parameters};
  const base = parameters["rope_theta"] ?? config["rope_theta"] ?? 10000;
  if (typeof base !== "number") throw new FormatError(where, "rope_theta is a number", [found("rope_theta", base)]);
  const kind = scaling["rope_type"] ?? scaling["type"] ?? "default";
  const {number} = reading(scaling);
  const original = () => number("original_max_position_embeddings");
  switch (kind) {
    case "default":
      return {ropeBase: base};
    case "linear":
      return {ropeBase: base, ropeScaling: {kind: "linear", factor: number("factor")}};
    case "yarn":
      return {
        ropeBase: base,
        ropeScaling: {
          kind: "yarn",
          factor: number("factor"),
          originalMaxPositions: original(),
          betaFast: number("beta_fast", 32),
          betaSlow: number("beta_slow", 1)
        }
      };
    case "llama3":
      return {
        ropeBase: base,
        ropeScaling: {
          kind: "llama3",
          factor: number("factor"),
          originalMaxPositions: original(),
          lowFreqFactor: number("low_freq_factor"),
          highFreqFactor: number("high_freq_factor")
        }
      };
    default:
      throw new FormatError(where, "rope_type is default, linear, yarn or llama3", [found("rope_type", kind)]);
  }
}

/** Ids of tokens that stand for no text, as engines want them named. */
export interface EndTokens {
  readonly begin?: number;
  readonly end?: number;
}

/**
 * The config.json of a model: with all sizes, since what is left out would be those of the 7B model, and with rotary
 * positions as versions 4 and 5 of transformers read them.
 *
 * @throws ConfigError for a model that is neither a Llama nor a GPT-2.
 */
export function toHuggingFaceConfig(config: FullTransformerConfig, {begin, end}: EndTokens = {}): HuggingFaceConfig {
  const ends = {bos_token_id: begin ?? null, eos_token_id: end ?? null};
  const {vocabSize, context, width, layers, heads, hidden, epsilon, tied} = config;
  if (huggingFaceKind(config) === "gpt2")
    return {
      architectures: ["GPT2LMHeadModel"],
      model_type: "gpt2",
      vocab_size: vocabSize,
      n_positions: context,
      n_embd: width,
      n_layer: layers,
      n_head: heads,
      n_inner: hidden,
      activation_function: Object.keys(ACTIVATIONS).find((name) => ACTIVATIONS[name] === config.feedForward),
      layer_norm_epsilon: epsilon,
      resid_pdrop: 0,
      embd_pdrop: 0,
      attn_pdrop: 0,
      initializer_range: 0.02,
      scale_attn_weights: true,
      ...ends,
      tie_word_embeddings: true,
      torch_dtype: "float32",
      dtype: "float32"
    };
  const {kvHeads, headDim, ropeBase, ropeScaling, window} = config;
  const rope = ropeParameters(ropeScaling);
  return {
    architectures: [window > 0 ? "MistralForCausalLM" : "LlamaForCausalLM"],
    model_type: window > 0 ? "mistral" : "llama",
    vocab_size: vocabSize,
    hidden_size: width,
    intermediate_size: hidden,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: kvHeads,
    head_dim: headDim,
    hidden_act: "silu",
    max_position_embeddings: context,
    rms_norm_eps: epsilon,
    initializer_range: 0.02,
    attention_bias: false,
    mlp_bias: false,
    attention_dropout: 0,
    tie_word_embeddings: tied,
    ...ends,
    pad_token_id: null,
    use_cache: true,
    rope_theta: ropeBase,
    ...(ropeScaling !== undefined && {rope_scaling: rope}),
    rope_parameters: {...rope, rope_theta: ropeBase},
    ...(window > 0 && {sliding_window: window}),
    torch_dtype: "float32",
    dtype: "float32"
  };
}

function ropeParameters(scaling: TransformerConfig["ropeScaling"]): HuggingFaceConfig {
  switch (scaling?.kind) {
    case undefined:
    case "none":
      return {rope_type: "default"};
    case "linear":
      return {rope_type: "linear", factor: scaling.factor};
    case "yarn":
      return {
        rope_type: "yarn",
        factor: scaling.factor,
        original_max_position_embeddings: scaling.originalMaxPositions,
        beta_fast: scaling.betaFast ?? 32,
        beta_slow: scaling.betaSlow ?? 1
      };
    case "llama3":
      return {
        rope_type: "llama3",
        factor: scaling.factor,
        original_max_position_embeddings: scaling.originalMaxPositions,
        low_freq_factor: scaling.lowFreqFactor,
        high_freq_factor: scaling.highFreqFactor
      };
    case "ntk":
      throw new FormatError(
        "toHuggingFaceConfig",
        "rotary scaling is one that config.json has a name for",
        [found("kind", "ntk")],
        "raise ropeBase instead, which is what it does"
      );
  }
}
