import {fold} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {uniform} from "../../core/random/uniform.js";
import type {Tensor} from "../../core/tensorData.js";
import type {LmText} from "../../lm/lmText.js";
import {tensor} from "../../tensor/make.js";
import type {TokenPart} from "../../text/tokenParts.js";
import {IGNORED, paddedBatch} from "../../text/paddedBatch.js";
import {requireLength} from "../../text/readText.js";

/** Sequences side by side, each with the token that follows every one of its tokens: int32 [batch, seqLen]. */
export interface SequenceBatch {
  readonly inputs: Tensor;
  /** −100 where nothing is to be predicted: after the end of a document. */
  readonly targets: Tensor;
  /** What is random about a step besides, such as what it drops; not where a model is judged. */
  readonly key?: Key;
}

/** Each document with the begin token before it, and its end; the last may be cut off before it. */
export function documentsOf(
  {begin, end}: NonNullable<LmText["documents"]>,
  ids: ArrayLike<number>
): readonly Int32Array[] {
  const found: Int32Array[] = [];
  let start = 0;
  for (let i = 0; i < ids.length; i++)
    if (ids[i] === end || i === ids.length - 1) {
      found.push(Int32Array.from({length: i + 2 - start}, (_, k) => (k === 0 ? begin : ids[start + k - 1]!)));
      start = i + 1;
    }
  return found;
}

/**
 * Batches of a text by the step's number: windows of `context` tokens from places that are drawn, or whole documents, each
 * once in an epoch; one that is longer than the context is cut.
 *
 * @throws TextError for a text that is shorter than a window.
 */
export function sequences(
  {documents, train}: Pick<LmText, "documents" | "train">,
  {context, batchSize, key}: {readonly context: number; readonly batchSize: number; readonly key: Key}
): (step: number) => SequenceBatch {
  const drops = fold(key, 1);
  if (documents !== undefined) {
    const cut = documentsOf(documents, train).map((ids) => ids.subarray(0, context + 1));
    const batches = paddedBatch(cut, {batch: Math.min(batchSize, cut.length), key, pad: documents.end});
    return (step) => {
      const {inputs, targets, shape} = batches(step);
      return {inputs: tensor(inputs, {shape}), targets: tensor(targets, {shape}), key: fold(drops, step)};
    };
  }
  requireLength(train, context + 1, "a window with the token that follows it");
  return (step) => {
    const drawn = fold(key, step);
    const places = Array.from({length: batchSize}, (_, row) =>
      Math.floor(uniform(drawn, row) * (train.length - context))
    );
    return {...windowsOf(train, places, context), key: fold(drops, step)};
  };
}

/** The windows that begin at places of a list of ids, and what follows each of their tokens. */
export function windowsOf(ids: ArrayLike<number>, places: readonly number[], context: number): SequenceBatch {
  const shape = [places.length, context];
  const from = (shift: number): Tensor =>
    tensor(
      Int32Array.from({length: places.length * context}, (_, i) => {
        const at = places[Math.floor(i / context)]! + (i % context) + shift;
        return at < ids.length ? ids[at]! : IGNORED;
      }),
      {shape}
    );
  return {inputs: from(0), targets: from(1)};
}

/** Sequences that cover a part of a text: of each, which of its tokens are scored, and the place of the first of them. */
export interface Cover {
  /** What is read. */
  readonly inputs: Int32Array;
  /** What follows each token that is read. */
  readonly targets: Int32Array;
  /** Scores before this one were counted by the sequence before. */
  readonly from: number;
}

/**
 * Sequences of at most `context` tokens in which each token of a part from `from` on is predicted once. Where a text goes on,
 * each after the first begins half a context before what it scores, so that no token is judged by less. Before the first
 * token of all stands id 0.
 */
export function coverOf(
  {documents}: Pick<LmText, "documents">,
  {ids, from}: Pick<TokenPart, "ids" | "from">,
  context: number
): readonly Cover[] {
  if (documents !== undefined) return documentsOf(documents, ids).flatMap((document) => coverOne(document, 1, context));
  return from > 0 ? coverOne(Int32Array.from(ids), from, context) : coverOne(Int32Array.from([0, ...ids]), 1, context);
}

/** Covers the tokens from place `first` on of a list whose token at 0 is only read. */
function coverOne(ids: Int32Array, first: number, context: number): readonly Cover[] {
  const covers: Cover[] = [];
  for (let at = first; at < ids.length;) {
    const start = Math.max(0, at - 1 - (context >> 1));
    const end = Math.min(ids.length - 1, start + context);
    covers.push({
      inputs: ids.subarray(start, end),
      targets: ids.subarray(start + 1, end + 1),
      from: at - 1 - start
    });
    at = end + 1;
  }
  return covers;
}
