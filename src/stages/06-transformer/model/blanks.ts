/** What models say of one letter of a text, with the others known. */
import {inRegion, logSoftmax, tensor} from "/lib/tensor.js";
import type {Transformer, TransformerParams} from "/lib/transformer.js";
import {logProbsAt} from "./objectiveModels.js";
import {specialsOf} from "./objectiveSpec.js";

interface Asked {
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

/** Probabilities of letters whose logarithms are told up to a constant. */
function normalized(logs: ArrayLike<number>): readonly number[] {
  const top = Math.max(...Array.from(logs));
  const raised = Array.from(logs, (x) => Math.exp(x - top));
  const sum = raised.reduce((a, b) => a + b);
  return raised.map((x) => x / sum);
}

/** By what stands before it: a causal model’s own prediction. The place is not the first. */
export const fromLeft = ({model, params, letters}: Asked, ids: ArrayLike<number>, place: number): readonly number[] =>
  normalized(logProbsAt(model, params, [Array.from(ids).slice(0, place)], place - 1)[0]!.subarray(0, letters));

/** By a mask in its place, in a model that sees both sides. */
export const fromMask = ({model, params, letters}: Asked, ids: ArrayLike<number>, place: number): readonly number[] =>
  normalized(logProbsAt(model, params, [withAt(ids, place, specialsOf(letters).mask)], place)[0]!.subarray(0, letters));

/** By a sentinel in its place, and the same again behind the text, where the span is to be said. */
export function fromSentinel(
  {model, params, letters}: Asked,
  ids: ArrayLike<number>,
  place: number
): readonly number[] {
  const [sentinel] = specialsOf(letters).sentinels as [number];
  const read = [...withAt(ids, place, sentinel), sentinel];
  return normalized(logProbsAt(model, params, [read], read.length - 1, ids.length)[0]!.subarray(0, letters));
}

/**
 * By trying every letter in a causal model: the chain rule gives each whole text a probability, and those of texts that differ
 * in one letter alone are in the ratio of that letter’s probabilities, given all the others.
 */
export function fromTrying({model, params, letters}: Asked, ids: ArrayLike<number>, place: number): readonly number[] {
  const length = ids.length;
  const {vocabSize} = model.config;
  const rows = Array.from({length: letters}, (_, letter) => withAt(ids, place, letter));
  const {data} = inRegion((p: TransformerParams) =>
    logSoftmax(model.apply(p, tensor(Int32Array.from(rows.flat()), {shape: [letters, length]})))
  )(params);
  return normalized(
    rows.map((row, letter) => {
      let sum = 0;
      for (let i = Math.max(1, place); i < length; i++) sum += data[(letter * length + i - 1) * vocabSize + row[i]!]!;
      return sum;
    })
  );
}
