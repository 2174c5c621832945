/** What a model costs, part by part, of numbers of 32 bits and of 16. */
import {estimate, transformer, type ParameterCounts, type TransformerConfig} from "/lib/transformer.js";

/** Tokens whose keys and values a model keeps at most: a window’s, where it has one. */
export const keptTokens = ({window, context}: {readonly window?: number; readonly context: number}): number =>
  window === undefined || window === 0 ? context : Math.min(window, context);

/** What a reader of the calculator chooses. */
export interface Sizes {
  readonly style: "GPT-2" | "Llama";
  readonly vocabSize: number;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly headDim: number;
  readonly kvHeads: number;
  readonly hidden: number;
  readonly context: number;
  readonly window: number;
  readonly experts: number;
}

/** The largest divisor of `heads` that is at most `wanted`: keys are shared by groups of equal size. */
export const sharedBy = (heads: number, wanted: number): number => {
  let count = Math.min(heads, wanted);
  while (heads % count !== 0) count--;
  return count;
};

/** The description of these sizes, in the style of one preset or the other. */
export function describedBy({style, kvHeads, window, experts, ...sizes}: Sizes): TransformerConfig {
  const all = {...sizes, kvHeads: sharedBy(sizes.heads, kvHeads)};
  return style === "GPT-2"
    ? {...all, window, norm: "layer", feedForward: "gelu-tanh", positions: "learned", bias: true, tied: true}
    : {...all, window, experts, tied: false};
}

/** The sizes of a description, for the calculator’s controls. */
export function sizesOf(description: TransformerConfig): Sizes {
  const {vocabSize, layers, width, heads, headDim, kvHeads, hidden, context, window, experts, norm} =
    transformer(description).config;
  const style = norm === "layer" ? "GPT-2" : "Llama";
  return {style, vocabSize, layers, width, heads, headDim, kvHeads, hidden, context, window, experts};
}

export interface Costs {
  readonly parameters: ParameterCounts;
  /** Operations of one token, averaged over a whole context. */
  readonly forward: number;
  readonly training: number;
  /** In numbers of 16 bits. */
  readonly cachePerToken: number;
  /** Rows of a table: bytes with numbers of 32 bits, and with 16 and a copy of weights in 32. */
  readonly bytes: readonly {
    readonly what: string;
    readonly full: number;
    readonly half: number;
    readonly when: "read" | "train";
  }[];
}

/** What `estimate` says, in bytes of either kind of number. A batch is of whole contexts. */
export function costsOf(description: TransformerConfig, batch: number): Costs {
  const {parameters, flopsPerToken, bytes} = estimate(description, {batch});
  const {total} = parameters;
  const kept = keptTokens(description) / description.context;
  return {
    parameters,
    ...flopsPerToken,
    cachePerToken: bytes.cachePerToken / 2,
    bytes: [
      {what: "weights", when: "read", full: bytes.parameters, half: bytes.parameters / 2},
      {what: "cache", when: "read", full: kept * bytes.cache, half: (kept * bytes.cache) / 2},
      {what: "gradients", when: "train", full: bytes.gradients, half: bytes.gradients / 2},
      {what: "AdamW’s means", when: "train", full: bytes.optimizer, half: bytes.optimizer},
      {what: "master copy", when: "train", full: 0, half: 4 * total},
      {what: "activations", when: "train", full: bytes.activations, half: bytes.activations / 2}
    ]
  };
}
