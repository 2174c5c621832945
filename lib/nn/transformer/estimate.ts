import {whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {settleTransformer, isGated, type FullTransformerConfig, type TransformerConfig} from "./transformerConfig.js";

/** What a model is used on. */
export interface EstimateOptions {
  /** Sequences side by side: 1 unless it is named. */
  readonly batch?: number;
  /** Tokens of each: the model’s context unless they are named. */
  readonly seqLen?: number;
}

/** How many numbers a model has, part by part. */
export interface ParameterCounts {
  readonly embedding: number;
  readonly positions: number;
  readonly attention: number;
  readonly feedForward: number;
  readonly norms: number;
  readonly unembedding: number;
  readonly total: number;
  /** Those that one token meets: fewer than all where there are experts. */
  readonly active: number;
}

/** What a model costs, by its description alone. */
export interface Estimate {
  readonly parameters: ParameterCounts;
  /**
   * Multiplications and additions of matrix products and of attention for one token, averaged over a sequence: forward, and
   * in training, where the way back costs twice as much.
   */
  readonly flopsPerToken: {readonly forward: number; readonly training: number};
  /** Of float32 numbers. */
  readonly bytes: {
    readonly parameters: number;
    readonly gradients: number;
    /** AdamW’s two moments. */
    readonly optimizer: number;
    /** What the forward pass makes and keeps for the way back. */
    readonly activations: number;
    /** What the way back makes of it. */
    readonly backward: number;
    /** Keys and values that a cache keeps of each token, and of all of them. */
    readonly cachePerToken: number;
    readonly cache: number;
    /**
     * What a training step takes at its peak: parameters, activations, the way back and gradients; or, if that is more,
     * parameters and gradients with the optimizer’s state before the step and all that is after it.
     */
    readonly step: number;
  };
}

const NUMBER = 4;

/**
 * Parameters, operations and bytes of a model before it is built. Bytes of activations are those of this library, which keeps
 * every result of the forward pass until the step is done, and attention’s patterns never (Dao et al. 2022).
 *
 * @throws ConfigError for a description that cannot be.
 *
 * @example
 * const model = llama({vocabSize: 50_000, layers: 12, width: 768, heads: 12, context: 1024});
 * estimate(model).parameters.total > 100_000_000; // true
 */
export function estimate(description: TransformerConfig, options: EstimateOptions = {}): Estimate {
  const config = settleTransformer(description);
  checkFields("estimate.options", options, ["batch", "seqLen"]);
  const {batch = 1, seqLen = config.context} = options;
  const tokens = whole("estimate.batch", batch, {least: 1}) * whole("estimate.seqLen", seqLen, {least: 1});
  const parameters = parametersOf(config);
  const forward = flopsOf(config, seqLen);
  const [kept, back] = activationsOf(config);
  const size = NUMBER * parameters.total;
  const [activations, backward] = [NUMBER * tokens * kept, NUMBER * tokens * back];
  const cachePerToken = NUMBER * 2 * config.layers * config.kvHeads * config.headDim;
  return {
    parameters,
    flopsPerToken: {forward, training: 3 * forward},
    bytes: {
      parameters: size,
      gradients: size,
      optimizer: 2 * size,
      activations,
      backward,
      cachePerToken,
      cache: cachePerToken * tokens,
      step: Math.max(2 * size + activations + backward, 7 * size)
    }
  };
}

function parametersOf(config: FullTransformerConfig): ParameterCounts {
  const {vocabSize, width, context, layers, heads, kvHeads, headDim, hidden, bias, tied} = config;
  const {positions, feedForward, experts, expertsPerToken, norm, placement, qkNorm} = config;
  const linear = (inputs: number, outputs: number): number => inputs * outputs + (bias ? outputs : 0);
  const [q, kv] = [heads * headDim, kvHeads * headDim];
  const attention = layers * (linear(width, q) + 2 * linear(width, kv) + linear(q, width) + (qkNorm ? 2 * headDim : 0));
  const dense = (isGated(feedForward) ? 2 : 1) * linear(width, hidden) + linear(hidden, width);
  const expert = 3 * width * hidden;
  const none = feedForward === "none";
  const perLayer = none ? 0 : experts > 0 ? width * experts + experts * expert : dense;
  const normSize = norm === "layer" ? 2 * width : width;
  const norms = layers * (none ? 1 : 2) * normSize + (placement === "pre" ? normSize : 0);
  const counts = {
    embedding: vocabSize * width,
    positions: positions === "learned" ? context * width : 0,
    attention,
    feedForward: layers * perLayer,
    norms,
    unembedding: tied ? 0 : width * vocabSize
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const idle = experts > 0 ? layers * (experts - expertsPerToken) * expert : 0;
  return {...counts, total, active: total - idle};
}

/** Keys that a query sees on the mean over a sequence. */
function seen({causal, window}: FullTransformerConfig, seqLen: number): number {
  if (!causal) return window === 0 ? seqLen : Math.min(seqLen, window);
  const most = window === 0 ? seqLen : Math.min(window, seqLen);
  return most - (most * (most - 1)) / (2 * seqLen); // Σ min(i, most) / seqLen
}

function flopsOf(config: FullTransformerConfig, seqLen: number): number {
  const {vocabSize, width, layers, heads, kvHeads, headDim, hidden, feedForward, experts, expertsPerToken} = config;
  const [q, kv] = [heads * headDim, kvHeads * headDim];
  const projections = 2 * width * (q + 2 * kv) + 2 * q * width;
  const attention = 4 * q * seen(config, seqLen);
  const matrices = feedForward === "none" ? 0 : isGated(feedForward) ? 3 : 2;
  const layer =
    experts > 0 ? 2 * width * experts + expertsPerToken * 6 * width * hidden : 2 * matrices * width * hidden;
  return layers * (projections + attention + layer) + 2 * width * vocabSize;
}

/** Numbers that the forward pass makes of a token, and that the way back does: one for each result of each operation. */
function activationsOf(config: FullTransformerConfig): readonly [kept: number, back: number] {
  const {vocabSize, width: d, layers, heads, kvHeads, headDim, hidden, positions, norm, placement} = config;
  const {feedForward, experts, expertsPerToken, qkNorm} = config;
  const [q, kv] = [heads * headDim, kvHeads * headDim];
  const turns = positions === "rope" ? q + kv : 0;
  const normed = qkNorm ? q + kv + heads + kvHeads : 0;
  const saved = norm === "layer" ? 2 : 1;
  const gated = isGated(feedForward);
  const times = experts > 0 ? expertsPerToken : 1;
  const none = feedForward === "none";
  const ffKept = none ? 0 : times * ((gated ? 3 : 2) * hidden + d) + 2 * d + saved;
  const ffBack = none ? 0 : times * ((gated ? 3 : 2) * hidden + (gated ? 3 : 1) * d) + 2 * d;
  const kept = 3 * d + saved + 2 * q + 2 * kv + turns + normed + heads;
  const back = 7 * d + 2 * q + 2 * kv + turns + normed;
  const added = positions === "learned" ? d : positions === "sinusoidal" ? 2 * d : 0;
  const last = placement === "pre" ? d + saved : 0;
  return [layers * (kept + ffKept) + d + added + last + vocabSize, layers * (back + ffBack) + 2 * d + vocabSize];
}
