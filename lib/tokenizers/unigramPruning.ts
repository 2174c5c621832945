import {log} from "../core/math/log.js";
import type {PieceCounts} from "./countPieces.js";
import {bestPaths, latticeOf} from "./lattice.js";
import {unigramTree, type ScoredToken, type UnigramTree} from "./unigramModel.js";
import {viterbi} from "./viterbi.js";

/** The segmentation that would take a piece's place: none where it has no other, or where it is not its own best. */
function alternativeTo(tree: UnigramTree, piece: string): {readonly own: boolean; readonly ids: readonly number[]} {
  const [best, second] = bestPaths(latticeOf(tree, piece, 0, piece.length), 2);
  if (second === undefined) return {own: true, ids: []};
  return best!.ids.length > 1 ? {own: false, ids: []} : {own: true, ids: second.ids};
}

/**
 * Drops the pieces whose loss would cost the likelihood least, until `most` are left, or those that must stay (Kudo 2018,
 * section 3.2, with the likelihood of the best segmentations, as SentencePiece and the Rust package reckon it).
 */
export function prunePieces(counts: PieceCounts, pieces: readonly ScoredToken[], most: number): readonly ScoredToken[] {
  const tree = unigramTree("trainUnigram", pieces);
  const used = new Float64Array(pieces.length);
  let words = 0;
  for (const [word, count] of counts) {
    words += count;
    for (const id of viterbi(tree, word, 0, word.length).ids) if (id >= 0) used[id]! += count;
  }
  const total = used.reduce((sum, count) => sum + count, 0);
  const kept: ScoredToken[] = [];
  const others: {readonly piece: ScoredToken; readonly loss: number}[] = [];
  pieces.forEach((piece, id) => {
    const {own, ids} = alternativeTo(tree, piece[0]);
    const count = used[id]!;
    if (count === 0 && (!own || ids.length > 0)) return;
    if (ids.length === 0) {
      kept.push(piece);
      return;
    }
    const spread = log(total + count * (ids.length - 1));
    const instead = ids.reduce((sum, other) => sum + log((other < 0 ? 0 : used[other]!) + count) - spread, 0);
    others.push({piece, loss: (count / words) * (log(count) - log(total) - instead)});
  });
  const ranked = others.sort((a, b) => b.loss - a.loss).slice(0, Math.max(0, most - kept.length));
  return [...kept, ...ranked.map(({piece}) => piece)];
}
