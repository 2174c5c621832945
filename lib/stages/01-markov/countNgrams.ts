import {ConfigError, found} from "../../core/errors.js";
import type {Ids} from "../../text/ids.js";
import {checkShape, idArray, shapeOf, type NgramShape, type Ngrams} from "./ngrams.js";
import {sortWindows, type Laid} from "./sortWindows.js";
import {toLevels} from "./toLevels.js";

/** Consecutive tokens. Those before `from` are context only: they were, or will be, counted elsewhere. */
export interface Sequence {
  readonly ids: ArrayLike<number>;
  /** The first position that is counted; 0 if absent. */
  readonly from?: number;
}

/**
 * Counts what follows each context of at most `order` tokens. Nothing crosses the border of a sequence.
 *
 * The windows (context, next token) are sorted, so that equal ones become neighbors; then each distinct one is a row.
 *
 * @throws ConfigError for ids outside the vocabulary, with their position; for a `from` outside its sequence; and for
 * the begin id at a position that is counted.
 *
 * @example
 * const {encode, vocabulary} = characterTokenizer("abab");
 * const model = countNgrams([{ids: encode("abab")}], {order: 1, vocabSize: vocabulary.tokens.length});
 * const predictor = maximumLikelihood()(model);
 * [...distribution(predictor, encode("a"))]; // [0, 1]
 */
export function countNgrams(sequences: readonly Sequence[], shape: NgramShape): Ngrams {
  checkShape(shape);
  const laid = lay(sequences, shape);
  const {windows, count} = sortWindows(laid, shape);
  return {...shapeOf(shape), tokens: laid.tokens, levels: toLevels(laid.text, windows, count, shape)};
}

/** All sequences in one array, each token plus one, each sequence after `order` zeros: a zero says that there is no token. */
function lay(sequences: readonly Sequence[], {order, vocabSize, begin}: NgramShape): Laid {
  const length = sequences.reduce((sum, {ids}) => sum + order + ids.length, 0);
  const text = idArray(vocabSize, length);
  let end = 0;
  let tokens = 0;
  const ranges = sequences.map(({ids, from = 0}) => {
    if (!Number.isSafeInteger(from) || from < 0 || from > ids.length)
      throw new ConfigError("from", "counting starts inside the sequence or at its end", [
        found("from", from),
        found("length", ids.length)
      ]);
    const start = end + order;
    end = start + ids.length;
    tokens += ids.length - from;
    copyPlusOne(ids, text, start, vocabSize);
    if (begin !== undefined) refuseBegin(ids, from, begin);
    return {start: start + from, end};
  });
  return {text, ranges, tokens};
}

function copyPlusOne(ids: ArrayLike<number>, text: Ids, start: number, vocabSize: number): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (!isId(id, vocabSize)) throw unknownId(id, i, vocabSize);
    text[start + i] = id + 1;
  }
}

/** A begin id is context only: counted, it would take a share of what can be predicted. */
function refuseBegin(ids: ArrayLike<number>, from: number, begin: number): void {
  for (let i = from; i < ids.length; i++)
    if (ids[i] === begin)
      throw new ConfigError(
        "countNgrams",
        "the begin id stands before a sequence, and is not counted",
        [found("begin", begin), found("position", i)],
        "give each document as a sequence of its own, {ids, from: 1}"
      );
}

/** Whether a number is the id of one of `vocabSize` tokens. */
export const isId = (id: number, vocabSize: number): boolean => id >>> 0 === id && id < vocabSize;

/** An id that is none of the vocabulary's. */
export const unknownId = (id: number, position: number, vocabSize: number): ConfigError =>
  new ConfigError(
    "ids",
    `a token id is a whole number from 0 to ${vocabSize - 1}`,
    [found("id", id), found("position", position)],
    "encode the text with the vocabulary that the model was made for, and give it an unknown id"
  );
