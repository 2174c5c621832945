import {ShapeError} from "../../core/errors.js";
import {countNgrams, type Sequence} from "./countNgrams.js";
import {idArray, shapeOf, type Level, type Ngrams} from "./ngrams.js";

/**
 * The sum of two models' counts. Counting shards and merging them, in any order and grouping, gives the bytes that
 * counting all at once gives.
 *
 * @throws ShapeError if the models differ in order, vocabulary size or begin id.
 */
export function mergeNgrams(a: Ngrams, b: Ngrams): Ngrams {
  if (a.order !== b.order || a.vocabSize !== b.vocabSize || a.begin !== b.begin)
    throw new ShapeError("mergeNgrams", "models can be merged if they have the same shape", [
      {name: "left", value: JSON.stringify(shapeOf(a))},
      {name: "right", value: JSON.stringify(shapeOf(b))}
    ]);
  if (b.tokens === 0) return a;
  if (a.tokens === 0) return b;
  // which context of a, and which of b, each merged context is; ABSENT where one has none
  let ofA = new Uint32Array(1);
  let ofB = new Uint32Array(1);
  const levels: Level[] = [];
  for (let k = 0; k <= a.order; k++) {
    const [la, lb] = [a.levels[k]!, b.levels[k]!];
    const oldest = idArray(a.vocabSize, ofA.length);
    for (let i = 0; i < ofA.length; i++) oldest[i] = ofA[i] === ABSENT ? lb.oldest[ofB[i]!]! : la.oldest[ofA[i]!]!;
    const pairs = mergeRows(la, lb, ofA, ofB, a.vocabSize);
    const next = mergeChildren(la, lb, a.levels[k + 1], b.levels[k + 1], ofA, ofB);
    levels.push({oldest, children: next.children, ...pairs});
    [ofA, ofB] = [next.ofA, next.ofB];
  }
  return {...shapeOf(a), tokens: a.tokens + b.tokens, levels};
}

/** A model that has also counted these sequences. The model given still answers as before. */
export const trainNgrams = (model: Ngrams, sequences: readonly Sequence[]): Ngrams =>
  mergeNgrams(model, countNgrams(sequences, model));

const ABSENT = 0xffffffff;

/** The half-open range that context i has in a list of starts; empty for an absent one. */
const range = (starts: Uint32Array, i: number): readonly [number, number] =>
  i === ABSENT ? [0, 0] : [starts[i]!, starts[i + 1]!];

function mergeRows(a: Level, b: Level, ofA: Uint32Array, ofB: Uint32Array, vocabSize: number) {
  const rows = new Uint32Array(ofA.length + 1);
  const next = idArray(vocabSize, a.next.length + b.next.length);
  const count = new Uint32Array(a.next.length + b.next.length);
  let n = 0;
  for (let c = 0; c < ofA.length; c++) {
    let [i, endA] = range(a.rows, ofA[c]!);
    let [j, endB] = range(b.rows, ofB[c]!);
    while (i < endA || j < endB) {
      const x = i < endA ? a.next[i]! : Infinity;
      const y = j < endB ? b.next[j]! : Infinity;
      next[n] = Math.min(x, y);
      count[n++] = (x <= y ? a.count[i++]! : 0) + (y <= x ? b.count[j++]! : 0);
    }
    rows[c + 1] = n;
  }
  return {rows, next: next.slice(0, n), count: count.slice(0, n)};
}

function mergeChildren(
  a: Level,
  b: Level,
  deeperA: Level | undefined,
  deeperB: Level | undefined,
  ofA: Uint32Array,
  ofB: Uint32Array
) {
  const children = new Uint32Array(ofA.length + 1);
  if (!deeperA || !deeperB) return {children, ofA: new Uint32Array(0), ofB: new Uint32Array(0)};
  const most = deeperA.oldest.length + deeperB.oldest.length;
  const [nextA, nextB] = [new Uint32Array(most), new Uint32Array(most)];
  let n = 0;
  for (let c = 0; c < ofA.length; c++) {
    let [i, endA] = range(a.children, ofA[c]!);
    let [j, endB] = range(b.children, ofB[c]!);
    while (i < endA || j < endB) {
      const x = i < endA ? deeperA.oldest[i]! : Infinity;
      const y = j < endB ? deeperB.oldest[j]! : Infinity;
      nextA[n] = x <= y ? i++ : ABSENT;
      nextB[n++] = y <= x ? j++ : ABSENT;
    }
    children[c + 1] = n;
  }
  return {children, ofA: nextA.slice(0, n), ofB: nextB.slice(0, n)};
}
