import type {TransformerConfig} from "./transformerConfig.js";

/** What a preset leaves open: sizes, and whatever else is to differ from it. */
export type TransformerSizes = Pick<TransformerConfig, "vocabSize" | "layers" | "width" | "heads" | "context"> &
  Partial<TransformerConfig>;

/**
 * The form of GPT-2 (Radford et al. 2019): learned positions, LayerNorm before each part, GELU by its tanh approximation, a
 * bias everywhere, the unembedding tied to the embedding, first weights of deviation 0.02.
 */
export const gpt2 = (sizes: TransformerSizes): TransformerConfig => ({
  norm: "layer",
  feedForward: "gelu-tanh",
  positions: "learned",
  bias: true,
  tied: true,
  deviation: 0.02,
  ...sizes
});

/** The form of Llama (Touvron et al. 2023): RMSNorm before each part, rotary positions, SwiGLU, no biases. */
export const llama = (sizes: TransformerSizes): TransformerConfig => ({
  norm: "rms",
  feedForward: "swiglu",
  positions: "rope",
  ...sizes
});

/** The form of Mistral 7B (Jiang et al. 2023): Llama's, with shared keys and values, and a window of half the context. */
export const mistral = (sizes: TransformerSizes): TransformerConfig => ({
  ...llama(sizes),
  window: sizes.window ?? Math.ceil(sizes.context / 2)
});

/** The form of Mixtral 8x7B (Jiang et al. 2024): Llama's, with eight experts in each layer, two of them for each token. */
export const mixtral = (sizes: TransformerSizes): TransformerConfig => ({
  ...llama(sizes),
  experts: sizes.experts ?? 8,
  expertsPerToken: sizes.expertsPerToken ?? 2
});

/** The decoder of the first transformer (Vaswani et al. 2017): norms after each sum, sinusoidal positions, ReLU. */
export const original = (sizes: TransformerSizes): TransformerConfig => ({
  norm: "layer",
  placement: "post",
  feedForward: "relu",
  positions: "sinusoidal",
  bias: true,
  tied: true,
  ...sizes
});
