import {estimate, gpt2} from "/lib/transformer.js";

const NUMBER = 4;

/** Queries of a tile of the library’s kernel: `TILE` of lib/kernels/assembly/attention.ts. */
const TILE = 32;

/** Bytes of float32 that one layer of attention needs for n tokens, by the way that it is computed. */
interface AttentionMemory {
  /** Weights of all heads at once, [heads, n, n]: made, and kept for the way back. */
  readonly pattern: number;
  /** Scores of 32 queries with all keys, of one head at a time: while the library’s kernel works. */
  readonly rows: number;
  /** Scores of 32 queries with 32 keys: while a kernel works whose keys come in tiles too. */
  readonly tile: number;
  /** The logarithm of each row’s sum, [heads, n]: what the library keeps of the weights. */
  readonly kept: number;
}

export const attentionMemory = (tokens: number, heads: number): AttentionMemory => ({
  pattern: NUMBER * heads * tokens * tokens,
  rows: NUMBER * TILE * tokens,
  tile: NUMBER * TILE * TILE,
  kept: NUMBER * heads * tokens
});

/** Bytes that a block of GPT-2’s form keeps for the way back by the library’s estimate: width 768. */
export function blockKeeps(tokens: number, heads: number): number {
  const kept = (layers: number): number =>
    estimate({...gpt2({vocabSize: 1, layers: 1, width: 768, heads, context: tokens}), layers}).bytes.activations;
  return kept(2) - kept(1);
}

/** Tokens from which on the weights alone are more than all that a block keeps without them. */
export const patternsWin = (heads: number): number => {
  const perToken = blockKeeps(1024, heads) / 1024;
  return perToken / (NUMBER * heads);
};
