import {exp} from "../core/math/exp.js";
import {log1p} from "../core/math/log.js";
import {inverseCdf} from "../core/random/categorical.js";
import {tokensAt, type UnigramTree} from "./unigramModel.js";
import type {Path} from "./viterbi.js";

/** All tokens that a part of a text has, as edges between its places, by the place where they start. */
interface Lattice {
  /** Code units of the part: the places are 0 … length. */
  readonly length: number;
  readonly froms: readonly number[];
  readonly tos: readonly number[];
  /** Ids, -1 for a character that is unknown. */
  readonly ids: readonly number[];
  readonly scores: readonly number[];
}

/** The lattice of a part of a text; its places count from `start`. */
export function latticeOf(tree: UnigramTree, text: string, start: number, end: number): Lattice {
  const [froms, tos, ids, scores]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let at = start; at < end; at += text.codePointAt(at)! > 0xffff ? 2 : 1)
    tokensAt(tree, text, at, end, (to, id, score) => {
      froms.push(at - start);
      tos.push(to - start);
      ids.push(id);
      scores.push(score);
    });
  return {length: end - start, froms, tos, ids, scores};
}

const logAdd = (a: number, b: number): number => {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b));
};

/** For each place, the log of the summed probabilities of all ways from the start to it. Scores may be sharpened by a factor. */
export function forwardSums({length, froms, tos, scores}: Lattice, sharpness = 1): Float64Array {
  const sums = new Float64Array(length + 1).fill(-Infinity);
  sums[0] = 0;
  for (let e = 0; e < froms.length; e++)
    sums[tos[e]!] = logAdd(sums[tos[e]!]!, sums[froms[e]!]! + sharpness * scores[e]!);
  return sums;
}

/** The same from each place to the end. */
function backwardSums({length, froms, tos, scores}: Lattice): Float64Array {
  const sums = new Float64Array(length + 1).fill(-Infinity);
  sums[length] = 0;
  for (let e = froms.length - 1; e >= 0; e--) sums[froms[e]!] = logAdd(sums[froms[e]!]!, sums[tos[e]!]! + scores[e]!);
  return sums;
}

/** How probable it is that an edge is in a segmentation: for each edge. */
export function edgeProbabilities(lattice: Lattice): Float64Array {
  const {length, froms, tos, scores} = lattice;
  const [ahead, behind] = [forwardSums(lattice), backwardSums(lattice)];
  return Float64Array.from(scores, (score, e) => exp(ahead[froms[e]!]! + score + behind[tos[e]!]! - ahead[length]!));
}

/** Edges by the place where they end. */
function byEnd({length, tos}: Lattice): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({length: length + 1}, () => []);
  tos.forEach((to, e) => lists[to]!.push(e));
  return lists;
}

/**
 * A segmentation drawn with its probability, or with a power of it: forward sums, then one edge after the other from the
 * end (Kudo 2018, section 3.3). `draw` gives numbers in [0, 1), one for each token.
 */
export function drawPath(lattice: Lattice, sharpness: number, draw: () => number): Path {
  const {length, froms, tos, ids, scores} = lattice;
  const sums = forwardSums(lattice, sharpness);
  const into = byEnd(lattice);
  const edges: number[] = [];
  for (let at = length; at > 0; at = froms[edges.at(-1)!]!) {
    const here = into[at]!;
    const weights = here.map((e) => exp(sums[froms[e]!]! + sharpness * scores[e]! - sums[at]!));
    edges.push(here[inverseCdf(weights, draw())]!);
  }
  edges.reverse();
  return {
    ids: edges.map((e) => ids[e]!),
    ends: edges.map((e) => tos[e]!),
    score: edges.reduce((sum, e) => sum + scores[e]!, 0)
  };
}

/** The end of a way to a place: the edge, the way before it by its rank at the edge's start, and the score of all of it. */
interface Step {
  readonly edge: number;
  readonly rank: number;
  readonly score: number;
}

/** The `count` segmentations of highest score, best first; fewer if there are fewer. */
export function bestPaths(lattice: Lattice, count: number): readonly Path[] {
  const {length, froms, tos, ids, scores} = lattice;
  const into = byEnd(lattice);
  const best: (readonly Step[])[] = [[{edge: -1, rank: 0, score: 0}]];
  for (let at = 1; at <= length; at++)
    best.push(
      into[at]!.flatMap((edge) =>
        best[froms[edge]!]!.map(({score}, rank) => ({edge, rank, score: score + scores[edge]!}))
      )
        .sort((a, b) => b.score - a.score)
        .slice(0, count)
    );
  return best[length]!.map((last) => {
    const edges: number[] = [];
    for (let step = last; step.edge >= 0; step = best[froms[step.edge]!]![step.rank]!) edges.push(step.edge);
    edges.reverse();
    return {ids: edges.map((e) => ids[e]!), ends: edges.map((e) => tos[e]!), score: last.score};
  });
}
