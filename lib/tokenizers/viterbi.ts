import {tokensAt, type UnigramTree} from "./unigramModel.js";

/** A way through a part of a text: ids (-1 for an unknown character), where each ends, and the sum of their scores. */
export interface Path {
  readonly ids: readonly number[];
  readonly ends: readonly number[];
  readonly score: number;
}

/**
 * The segmentation with the largest sum of scores (Kudo 2018, section 3.2). Of equal ones, that whose last token is longest,
 * then the one before it, as in the Rust package. Time is linear in the length, for tokens of bounded length.
 */
export function viterbi(tree: UnigramTree, text: string, start: number, end: number): Path {
  const n = end - start;
  const scores = new Float64Array(n + 1).fill(-Infinity);
  const froms = new Int32Array(n + 1).fill(-1);
  const last = new Int32Array(n + 1);
  scores[0] = 0;
  for (let at = 0; at < n; at++) {
    if (at > 0 && froms[at]! < 0) continue; // within a pair of surrogates
    const before = scores[at]!;
    tokensAt(tree, text, start + at, end, (to, id, score) => {
      const i = to - start;
      if (froms[i]! >= 0 && before + score <= scores[i]!) return;
      scores[i] = before + score;
      froms[i] = at;
      last[i] = id;
    });
  }
  const ids: number[] = [];
  const ends: number[] = [];
  for (let at = n; at > 0; at = froms[at]!) {
    ids.push(last[at]!);
    ends.push(start + at);
  }
  return {ids: ids.reverse(), ends: ends.reverse(), score: scores[n]!};
}
