/** What models say of one letter of a text, with the others known: probabilities by letter. */
import {softmax} from "/lib/index.js";
import type {Transformer, TransformerParams} from "/lib/transformer.js";
import {logProbsOf} from "./objectiveModels.js";
import {specialsOf} from "./objectiveSpec.js";

/** A model that is asked. */
export interface Asked {
  readonly model: Transformer;
  readonly params: TransformerParams;
  /** How many ids are letters. */
  readonly letters: number;
}

const withAt = (ids: ArrayLike<number>, place: number, ...put: readonly number[]): readonly number[] => [
  ...Array.from(ids).slice(0, place),
  ...put,
  ...Array.from(ids).slice(place + 1)
];

/** What is said at one place of what is read, among letters alone. */
function lettersAt(
  {model, params, letters}: Asked,
  read: readonly number[],
  place: number,
  prefix = 0
): readonly number[] {
  const all = logProbsOf(model, params, [read], prefix)[0]![place]!;
  return Array.from(softmax(Array.from(all).slice(0, letters)));
}

/** By what stands before it, of which so much may be seen by all: a causal model’s own prediction. The place is not the first. */
export const fromLeft = (asked: Asked, ids: ArrayLike<number>, place: number, prefix = 0): readonly number[] =>
  lettersAt(asked, Array.from(ids).slice(0, place), place - 1, prefix);

/** By a mask in its place, in a model that sees both sides. */
export const fromMask = (asked: Asked, ids: ArrayLike<number>, place: number): readonly number[] =>
  lettersAt(asked, withAt(ids, place, specialsOf(asked.letters).mask), place);

/** By a sentinel in its place, and the same again behind the text, where the span is to be said. */
export function fromSentinel(asked: Asked, ids: ArrayLike<number>, place: number): readonly number[] {
  const [sentinel] = specialsOf(asked.letters).sentinels as [number];
  const read = [...withAt(ids, place, sentinel), sentinel];
  return lettersAt(asked, read, read.length - 1, ids.length);
}

/**
 * By trying every letter in a causal model: the chain rule gives each whole text a probability, and those of texts that differ
 * in one letter alone are in the ratio of that letter’s probabilities, given all the others.
 */
export function fromTrying({model, params, letters}: Asked, ids: ArrayLike<number>, place: number): readonly number[] {
  const rows = Array.from({length: letters}, (_, letter) => withAt(ids, place, letter));
  const logs = logProbsOf(model, params, rows);
  const sums = rows.map((row, letter) => {
    let sum = 0;
    for (let i = Math.max(1, place); i < row.length; i++) sum += logs[letter]![i - 1]![row[i]!]!;
    return sum;
  });
  return Array.from(softmax(sums));
}
