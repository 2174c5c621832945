import {ConfigError, found} from "../core/errors.js";
import {isTensor, shapeText} from "../core/tensorData.js";
import {
  settleTransformer,
  type FullTransformerConfig,
  type TransformerConfig
} from "../nn/transformer/transformerConfig.js";
import type {TransformerParams} from "../nn/transformer/transformerParams.js";
import type {Tokenizer} from "../text/tokenizer.js";
import {huggingFaceKind, toHuggingFaceWeights, type HuggingFaceKind, type NamedTensors} from "./huggingFaceWeights.js";

/** A model to be handed to other engines. */
export interface ExportedModel {
  /** A Llama or a GPT-2: `llama(sizes)`, `gpt2(sizes)`, or `model.config`. */
  readonly config: TransformerConfig;
  readonly params: TransformerParams;
  /** Of byte-level BPE, or of characters; for Hugging Face also WordPiece and Unigram. Without it, engines know ids alone. */
  readonly tokenizer?: Tokenizer;
  /** What a conversation is written as: a template in the language Jinja, for the engines to fill in. */
  readonly chatTemplate?: string;
}

/** A model that was read. */
export interface ImportedModel extends ExportedModel {
  readonly config: FullTransformerConfig;
}

/** A model looked at: its description without gaps, its kind, and its weights under Hugging Face’s names. */
interface Checked {
  readonly config: FullTransformerConfig;
  readonly kind: HuggingFaceKind;
  readonly weights: NamedTensors;
}

/**
 * Looks at a model before anything is written of it.
 *
 * @throws ConfigError for a model that is neither a Llama nor a GPT-2, for parameters of other sizes than the config says,
 * and for a tokenizer with another number of tokens.
 */
export function checkExported(where: string, {config: given, params, tokenizer}: ExportedModel): Checked {
  const config = settleTransformer(given);
  const kind = huggingFaceKind(config);
  if (config.layers < 1 || params.layers.length !== config.layers)
    throw new ConfigError(where, "a model has a block or more, as many as its config says", [
      found("config.layers", config.layers),
      found("params.layers", params.layers.length)
    ]);
  const tokens = tokenizer?.vocabulary.tokens.length ?? config.vocabSize;
  if (tokens !== config.vocabSize)
    throw new ConfigError(
      where,
      "a model has as many ids as its tokenizer has tokens",
      [found("config.vocabSize", config.vocabSize), found("tokens", tokens)],
      "hand over the tokenizer that the model was trained with"
    );
  const weights = toHuggingFaceWeights(config, params);
  const shapes = huggingFaceShapes(config, kind);
  for (const name of new Set([...Object.keys(shapes), ...Object.keys(weights)])) {
    const [weight, shape] = [weights[name], shapes[name]];
    const fits =
      shape !== undefined &&
      isTensor(weight) &&
      weight.shape.join() === shape.join() &&
      weight.dtype.startsWith("float");
    if (!fits)
      throw new ConfigError(
        where,
        "parameters have the sizes that the config says",
        [
          found("tensor", name),
          {name: "given", value: weight === undefined ? "nothing" : `${weight.dtype} ${shapeText(weight.shape)}`},
          {name: "expected", value: shape === undefined ? "nothing" : `float32 ${shapeText(shape)}`}
        ],
        "were these parameters made by the model of this config?"
      );
  }
  return {config, kind, weights};
}

type Shapes = Readonly<Record<string, readonly number[]>>;

/** The tensors of a model, by Hugging Face’s names. */
function huggingFaceShapes(config: FullTransformerConfig, kind: HuggingFaceKind): Shapes {
  const {vocabSize, width, context, layers, heads, kvHeads, headDim, hidden, tied} = config;
  const blocks = (of: (i: number) => Shapes): Shapes =>
    Object.assign({}, ...Array.from({length: layers}, (_, i) => of(i))) as Shapes;
  if (kind === "gpt2") {
    const linear = (name: string, inputs: number, outputs: number): Shapes => ({
      [`${name}.weight`]: [inputs, outputs],
      [`${name}.bias`]: [outputs]
    });
    const norm = (name: string): Shapes => ({[`${name}.weight`]: [width], [`${name}.bias`]: [width]});
    return {
      "transformer.wte.weight": [vocabSize, width],
      "transformer.wpe.weight": [context, width],
      ...blocks((i) => ({
        ...norm(`transformer.h.${i}.ln_1`),
        ...linear(`transformer.h.${i}.attn.c_attn`, width, 3 * width),
        ...linear(`transformer.h.${i}.attn.c_proj`, width, width),
        ...norm(`transformer.h.${i}.ln_2`),
        ...linear(`transformer.h.${i}.mlp.c_fc`, width, hidden),
        ...linear(`transformer.h.${i}.mlp.c_proj`, hidden, width)
      })),
      ...norm("transformer.ln_f")
    };
  }
  return {
    "model.embed_tokens.weight": [vocabSize, width],
    ...blocks((i) => ({
      [`model.layers.${i}.input_layernorm.weight`]: [width],
      [`model.layers.${i}.self_attn.q_proj.weight`]: [heads * headDim, width],
      [`model.layers.${i}.self_attn.k_proj.weight`]: [kvHeads * headDim, width],
      [`model.layers.${i}.self_attn.v_proj.weight`]: [kvHeads * headDim, width],
      [`model.layers.${i}.self_attn.o_proj.weight`]: [width, heads * headDim],
      [`model.layers.${i}.post_attention_layernorm.weight`]: [width],
      [`model.layers.${i}.mlp.gate_proj.weight`]: [hidden, width],
      [`model.layers.${i}.mlp.up_proj.weight`]: [hidden, width],
      [`model.layers.${i}.mlp.down_proj.weight`]: [width, hidden]
    })),
    "model.norm.weight": [width],
    ...(!tied && {"lm_head.weight": [vocabSize, width]})
  };
}
