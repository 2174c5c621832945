/** Eight programs for the same attention: one is right, and each of the others differs from it in one line. */
import {matmul, affine, mul, reshape, softmax, tensor, transpose, where, type Tensor} from "/lib/tensor.js";
import type {Heads, Transformer} from "/lib/transformer.js";

/** The lines of which a program for attention is made. */
interface Program {
  /** Queries and keys turned to their positions. */
  readonly turn: (model: Transformer, heads: Heads, length: number) => Heads;
  /** [1, length, heads, headDim] to [1, heads, length, headDim], and back. */
  readonly heads: {readonly cut: (x: Tensor) => Tensor; readonly join: (x: Tensor) => Tensor};
  readonly scale: (headDim: number) => number;
  /** Whether one letter sees another. */
  readonly sees: (from: number, to: number) => boolean;
  /** Scores to weights, both [1, heads, length, length]; `seen` is true where a letter sees another. */
  readonly weigh: (scores: Tensor, seen: Tensor) => Tensor;
}

const placesOf = (length: number): readonly number[] => Array.from({length}, (_, i) => i);

/** Places and heads change places: [1, a, b, headDim] to [1, b, a, headDim]. */
function exchanged(x: Tensor): Tensor {
  return transpose(x, [0, 2, 1, 3]);
}

/** The same shape, without moving anything. */
function reshaped(x: Tensor): Tensor {
  const [batch, a, b, headDim] = x.shape as readonly [number, number, number, number];
  return reshape(x, [batch, b, a, headDim]);
}

export const right: Program = {
  turn: (model, heads, length) => model.turned(heads, placesOf(length)),
  heads: {cut: exchanged, join: exchanged},
  scale: (headDim) => 1 / Math.sqrt(headDim),
  sees: (from, to) => to <= from,
  weigh: (scores, seen) => softmax(where(seen, scores, -Infinity))
};

/** Pairs of neighboring numbers, put as far apart as halves are: what the other convention for turning takes as pairs. */
function neighborsAsHalves(x: Tensor): Tensor {
  const [batch, length, heads, headDim] = x.shape as readonly [number, number, number, number];
  const pairs = reshape(x, [batch, length, heads, headDim / 2, 2]);
  return reshape(transpose(pairs, [0, 1, 2, 4, 3]), [batch, length, heads, headDim]);
}

/** The letter with which the last program begins to count positions anew, as if it had a cache and forgot its length. */
export const promptOf = (length: number): number => Math.floor(length / 2);

/** The programs, by the letters that the page gives them. */
export const PROGRAMS = {
  A: {...right, sees: (from, to) => to <= from + 1},
  B: {...right, weigh: (scores, seen) => softmax(where(seen, scores, -Infinity), 2)},
  C: {...right, heads: {cut: reshaped, join: reshaped}},
  D: right,
  E: {...right, weigh: (scores, seen) => mul(softmax(scores), where(seen, 1, 0))},
  F: {...right, scale: (headDim) => 1 / headDim},
  G: {
    ...right,
    turn: (model, {query, key, value}, length) =>
      right.turn(model, {query: neighborsAsHalves(query), key: neighborsAsHalves(key), value}, length)
  },
  H: {
    ...right,
    turn: (model, heads, length) => {
      const prompt = promptOf(length);
      return model.turned(heads, [...placesOf(prompt), ...placesOf(length - prompt)]);
    }
  }
} as const satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof PROGRAMS;
export const PROGRAM_NAMES = Object.keys(PROGRAMS) as readonly ProgramName[];

/** What a program makes of one layer: weights [1, heads, length, length], and answers [1, length, heads, headDim]. */
interface Answered {
  readonly weights: Tensor;
  readonly answers: Tensor;
}

/** Attention by a program. */
export function attendBy(program: Program, model: Transformer, heads: Heads): Answered {
  const {turn, scale, sees, weigh} = program;
  const {cut, join} = program.heads;
  const [, length, , headDim] = heads.query.shape as readonly [number, number, number, number];
  const turned = turn(model, heads, length);
  const seen = tensor(
    placesOf(length).map((from) => placesOf(length).map((to) => sees(from, to))),
    {shape: [length, length]}
  );
  const scores = affine(matmul(cut(turned.query), cut(turned.key), {transposeB: true}), scale(headDim), 0);
  const weights = weigh(scores, seen);
  return {weights, answers: join(matmul(weights, cut(heads.value)))};
}
