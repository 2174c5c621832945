import type {Tensor} from "../../core/tensorData.js";
import {tensor} from "../../tensor/make.js";
import {requireLength} from "../../text/readText.js";
import {begins, padOf, type LmText} from "../../lm/lmText.js";

/** Stretches of a text that are read side by side, one in each row: all are [batch, time]. */
export interface SegmentBatch {
  /** The token before each one to predict, int32. */
  readonly inputs: Tensor;
  /** The tokens to predict, int32. */
  readonly targets: Tensor;
  /** False where nothing is remembered of what came before: where a row, or a document, begins. */
  readonly keep: Tensor;
}

/** The ends of a text's documents, if it has such. */
type Documents = Pick<LmText, "documents">;

/** What is read before each of the ids from `start` to `end` − 1 is predicted: the id before it, or the pad. */
export const inputsOf = (text: Documents, ids: ArrayLike<number>, start: number, end: number): Int32Array =>
  Int32Array.from({length: end - start}, (_, i) => (begins(text, ids, start + i) ? padOf(text) : ids[start + i - 1]!));

/** What is remembered before each input: nothing before the begin of a document. */
export const keepOf = ({documents}: Documents, {data, shape}: Tensor): Tensor =>
  tensor(
    Uint8Array.from(data, (id) => (documents !== undefined && id === documents.begin ? 0 : 1)),
    {shape, dtype: "bool"}
  );

/** How a text is cut. */
interface SegmentOptions {
  /** Rows that are read side by side. */
  readonly batch: number;
  /** Tokens of a segment, at most. */
  readonly seqLen: number;
}

/**
 * A text cut into `batch` equally long streams, and each stream into segments as equal as they can be, at most `seqLen` long:
 * the batch of a step has the next segment of every stream, and after the last comes the first again. What is left over, fewer
 * tokens than there are streams, is not read.
 *
 * @throws TextError for a text that has fewer tokens than there are streams.
 */
export function segments(
  text: Documents,
  ids: ArrayLike<number>,
  {batch, seqLen}: SegmentOptions
): (step: number) => SegmentBatch {
  requireLength(ids, batch, "one token for each row of a batch");
  const length = Math.floor(ids.length / batch);
  const count = Math.ceil(length / seqLen);
  return (step) => {
    const at = step % count;
    const [start, end] = [Math.floor((at * length) / count), Math.floor(((at + 1) * length) / count)];
    const time = end - start;
    const [inputs, targets] = [new Int32Array(batch * time), new Int32Array(batch * time)];
    for (let row = 0; row < batch; row++) {
      const first = row * length + start;
      inputs.set(inputsOf(text, ids, first, first + time), row * time);
      for (let i = 0; i < time; i++) targets[row * time + i] = ids[first + i]!;
    }
    const shape = [batch, time];
    const read = tensor(inputs, {shape});
    const keep = Uint8Array.from(keepOf(text, read).data);
    if (at === 0) for (let row = 0; row < batch; row++) keep[row * time] = 0;
    return {inputs: read, targets: tensor(targets, {shape}), keep: tensor(keep, {shape, dtype: "bool"})};
  };
}
