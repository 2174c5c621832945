import {reshape} from "../autodiff/ops/reshape.js";
import {transpose} from "../autodiff/ops/strided.js";
import type {Tensor} from "../core/tensorData.js";
import type {FullTransformerConfig} from "../nn/transformer/transformerConfig.js";
import type {HuggingFaceKind, NamedTensors} from "./huggingFaceWeights.js";

/** Names of a kind of model’s parts, as Hugging Face has them and as GGUF has them; those of blocks follow a number. */
interface Names {
  readonly whole: readonly (readonly [theirs: string, gguf: string])[];
  readonly block: string;
  readonly parts: readonly (readonly [theirs: string, gguf: string])[];
}

const NAMES: Readonly<Record<HuggingFaceKind, Names>> = {
  llama: {
    whole: [
      ["model.embed_tokens", "token_embd"],
      ["model.norm", "output_norm"],
      ["lm_head", "output"]
    ],
    block: "model.layers.",
    parts: [
      ["input_layernorm", "attn_norm"],
      ["self_attn.q_proj", "attn_q"],
      ["self_attn.k_proj", "attn_k"],
      ["self_attn.v_proj", "attn_v"],
      ["self_attn.o_proj", "attn_output"],
      ["post_attention_layernorm", "ffn_norm"],
      ["mlp.gate_proj", "ffn_gate"],
      ["mlp.up_proj", "ffn_up"],
      ["mlp.down_proj", "ffn_down"]
    ]
  },
  gpt2: {
    whole: [
      ["transformer.wte", "token_embd"],
      ["transformer.wpe", "position_embd"],
      ["transformer.ln_f", "output_norm"]
    ],
    block: "transformer.h.",
    parts: [
      ["ln_1", "attn_norm"],
      ["attn.c_attn", "attn_qkv"],
      ["attn.c_proj", "attn_output"],
      ["ln_2", "ffn_norm"],
      ["mlp.c_fc", "ffn_up"],
      ["mlp.c_proj", "ffn_down"]
    ]
  }
};

const SUFFIXES = ["weight", "bias"] as const;

/** All names of a model: pairs of Hugging Face’s and GGUF’s. */
const namesOf = (kind: HuggingFaceKind, layers: number): readonly (readonly [theirs: string, gguf: string])[] => {
  const {whole, block, parts} = NAMES[kind];
  const blocks = Array.from({length: layers}, (_, i) =>
    parts.map(([theirs, gguf]) => [`${block}${i}.${theirs}`, `blk.${i}.${gguf}`] as const)
  );
  return [...whole, ...blocks.flat()].flatMap(([theirs, gguf]) =>
    SUFFIXES.map((suffix) => [`${theirs}.${suffix}`, `${gguf}.${suffix}`] as const)
  );
};

/**
 * Turns the rows of queries or keys from rotary positions that pair a head’s halves to ones that pair neighbors, as ggml’s
 * “llama” has them: row k·half + i of a head becomes row 2i + k. `back` undoes it.
 */
function paired(x: Tensor, heads: number, back: boolean): Tensor {
  const [rows, width] = x.shape as readonly [number, number];
  const half = rows / heads / 2;
  const cut = reshape(x, back ? [heads, half, 2, width] : [heads, 2, half, width]);
  return reshape(transpose(cut, [0, 2, 1, 3]), [rows, width]);
}

/** One weight on its way to GGUF’s layout, or back. */
function laidOut(kind: HuggingFaceKind, config: FullTransformerConfig, gguf: string, x: Tensor, back: boolean): Tensor {
  if (kind === "llama") {
    if (gguf.endsWith(".attn_q.weight")) return paired(x, config.heads, back);
    if (gguf.endsWith(".attn_k.weight")) return paired(x, config.kvHeads, back);
    return x;
  }
  // GPT-2’s matrices are [inputs, outputs] with Hugging Face, and [outputs, inputs] here
  return gguf.startsWith("blk.") && x.shape.length === 2 ? transpose(x) : x;
}

/** Weights under GGUF’s names and in its layout. */
export const toGgufWeights = (
  kind: HuggingFaceKind,
  config: FullTransformerConfig,
  weights: NamedTensors
): ReadonlyMap<string, Tensor> =>
  new Map(
    namesOf(kind, config.layers).flatMap(([theirs, gguf]) => {
      const weight = weights[theirs];
      return weight === undefined ? [] : [[gguf, laidOut(kind, config, gguf, weight, false)]];
    })
  );

/** Weights under Hugging Face’s names; those that GGUF has no name for keep theirs, and are nobody’s. */
export function fromGgufWeights(
  kind: HuggingFaceKind,
  config: FullTransformerConfig,
  tensors: ReadonlyMap<string, Tensor>
): NamedTensors {
  const theirs = new Map(namesOf(kind, config.layers).map(([name, gguf]) => [gguf, name]));
  return Object.fromEntries(
    Array.from(tensors, ([gguf, x]) => [theirs.get(gguf) ?? gguf, laidOut(kind, config, gguf, x, true)])
  );
}
