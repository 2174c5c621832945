import {estimate, llama, type TransformerConfig} from "/lib/transformer.js";

/** Operations for one token of one block, on the mean over a text: multiplications and additions. */
interface BlockCost {
  /** Of the matrices of queries, keys, values and output. */
  readonly maps: number;
  /** Of meeting keys and adding up values. */
  readonly pairs: number;
  readonly feedForward: number;
}

interface CostOptions {
  /** Whether a token sees none after it: true unless it is named. */
  readonly causal?: boolean;
}

/** What a block costs by the library’s estimate, part by part: what is left when the rest is taken away. */
export function blockCost(width: number, tokens: number, {causal = true}: CostOptions = {}): BlockCost {
  const size = {vocabSize: 1, width, heads: 1, context: Math.max(tokens, 3)};
  const forward = (config: Partial<TransformerConfig>, seqLen: number): number =>
    estimate({...llama({...size, layers: 1}), causal, ...config}, {seqLen}).flopsPerToken.forward;
  const rest = forward({layers: 0}, 1);
  const alone = {feedForward: "none"} as const;
  // a token that sees one key more, on the mean, costs so much more
  const perKey = causal ? forward(alone, 3) - forward(alone, 1) : forward(alone, 2) - forward(alone, 1);
  const pairs = forward(alone, tokens) - forward(alone, 1) + perKey;
  return {
    maps: forward(alone, tokens) - pairs - rest,
    pairs,
    feedForward: forward({}, tokens) - forward(alone, tokens)
  };
}

/** The share of a block’s operations that goes into pairs. */
export function pairShare(width: number, tokens: number, options: CostOptions = {}): number {
  const {maps, pairs, feedForward} = blockCost(width, tokens, options);
  return pairs / (maps + pairs + feedForward);
}

/** Tokens at which pairs cost as much as the maps of attention, where every token sees every other. */
export function crossing(width: number): number {
  const {maps, pairs} = blockCost(width, 1000, {causal: false});
  return (1000 * maps) / pairs;
}
