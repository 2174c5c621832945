import {fold, split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import type {Tensor} from "../../core/tensorData.js";
import {ones, zeros} from "../../tensor/make.js";
import {normalOf, scaledByDepth, type Initializer} from "../initializers.js";
import type {ExpertParams} from "../mixtureOfExperts.js";
import {isGated, type FullTransformerConfig} from "./transformerConfig.js";

/** `weight` is [inputs, outputs], `bias` [outputs]. */
export interface LinearParams {
  readonly weight: Tensor;
  readonly bias?: Tensor;
}

/** `weight` is [width]; `bias` too, of a LayerNorm. */
export interface NormParams {
  readonly weight: Tensor;
  readonly bias?: Tensor;
}

/** What an attention layer of a transformer learns; keys and values have columns for kvHeads heads. */
export interface AttentionParams {
  /** [width, heads·headDim]: head h has the columns from h·headDim on. */
  readonly query: LinearParams;
  /** [width, kvHeads·headDim] */
  readonly key: LinearParams;
  /** [width, kvHeads·headDim] */
  readonly value: LinearParams;
  /** [heads·headDim, width] */
  readonly output: LinearParams;
  /** [headDim] */
  readonly queryNorm?: NormParams;
  readonly keyNorm?: NormParams;
}

/** `up` and `gate` are [width, hidden], `down` is [hidden, width]. */
export interface FeedForwardParams {
  readonly gate?: LinearParams;
  readonly up: LinearParams;
  readonly down: LinearParams;
}

/** What one block of a transformer learns. */
export interface BlockParams {
  readonly attentionNorm: NormParams;
  readonly attention: AttentionParams;
  /** Absent, with the layer, where `feedForward` is "none". */
  readonly feedForwardNorm?: NormParams;
  readonly feedForward?: FeedForwardParams;
  readonly experts?: ExpertParams;
}

/** All that a transformer learns, by the names under which it is saved. */
export interface TransformerParams {
  /** [vocabSize, width] */
  readonly embedding: {readonly weight: Tensor};
  /** [context, width], where positions are learned. */
  readonly positions?: {readonly weight: Tensor};
  readonly layers: readonly BlockParams[];
  /** After the last block, where norms stand before each part. */
  readonly norm?: NormParams;
  /** [width, vocabSize], where it is not the embedding. */
  readonly unembedding?: {readonly weight: Tensor};
}

const fanIn: Initializer = (key, shape, dtype) => normalOf(1 / Math.sqrt(shape.at(-2)!))(key, shape, dtype);

/**
 * First parameters. What a block adds to the stream starts smaller, by √(2·layers), so that the stream does not grow with
 * depth (Radford et al. 2019, section 2.3).
 */
export function initTransformer(config: FullTransformerConfig, key: Key): TransformerParams {
  const {vocabSize, width, context, layers, tied, positions, placement, deviation} = config;
  const small = normalOf(deviation ?? (positions === "sinusoidal" ? 1 / Math.sqrt(width) : 0.02));
  const [first, second, third, rest] = split(key, 4) as [Key, Key, Key, Key];
  return {
    embedding: {weight: small(first, [vocabSize, width])},
    ...(positions === "learned" && {positions: {weight: small(second, [context, width])}}),
    layers: Array.from({length: layers}, (_, i) => initBlock(config, fold(rest, i))),
    ...(placement === "pre" && {norm: initNorm(config, width)}),
    ...(!tied && {unembedding: {weight: small(third, [width, vocabSize])}})
  };
}

const initNorm = ({norm}: FullTransformerConfig, width: number): NormParams => ({
  weight: ones([width]),
  ...(norm === "layer" && {bias: zeros([width])})
});

function initBlock(config: FullTransformerConfig, key: Key): BlockParams {
  const {width, heads, kvHeads, headDim, hidden, bias, layers, qkNorm, feedForward, experts, deviation} = config;
  const drawn = deviation === undefined ? fanIn : normalOf(deviation);
  const last = scaledByDepth(drawn, 2 * layers);
  const keys = split(key, 8) as readonly Key[];
  const linear = (i: number, inputs: number, outputs: number, initializer = drawn): LinearParams => ({
    weight: initializer(keys[i]!, [inputs, outputs]),
    ...(bias && {bias: zeros([outputs])})
  });
  const expert = (i: number, inputs: number, outputs: number, initializer = drawn): Tensor =>
    initializer(keys[i]!, [experts, inputs, outputs]);
  return {
    attentionNorm: initNorm(config, width),
    attention: {
      query: linear(0, width, heads * headDim),
      key: linear(1, width, kvHeads * headDim),
      value: linear(2, width, kvHeads * headDim),
      output: linear(3, heads * headDim, width, last),
      ...(qkNorm && {queryNorm: {weight: ones([headDim])}, keyNorm: {weight: ones([headDim])}})
    },
    ...(feedForward !== "none" && {feedForwardNorm: initNorm(config, width)}),
    ...(feedForward !== "none" &&
      experts === 0 && {
        feedForward: {
          ...(isGated(feedForward) && {gate: linear(4, width, hidden)}),
          up: linear(5, width, hidden),
          down: linear(6, hidden, width, last)
        }
      }),
    ...(experts > 0 && {
      experts: {
        router: drawn(keys[7]!, [width, experts]),
        gate: expert(4, width, hidden),
        up: expert(5, width, hidden),
        down: expert(6, hidden, width, last)
      }
    })
  };
}
