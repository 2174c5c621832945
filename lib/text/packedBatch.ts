import {whole} from "../core/check.js";
import {bijection} from "../core/random/bijection.js";
import {index} from "../core/random/block.js";
import {fold} from "../core/random/key.js";
import type {Key} from "../core/random/threefry.js";
import {checkDocuments, IGNORED} from "./paddedBatch.js";

/** How documents are packed into the rows of a batch. */
export interface PackedBatchOptions {
  /** Rows of a batch. */
  readonly batch: number;
  /** Tokens of a row. */
  readonly seqLen: number;
  /** What orders the documents, anew in each epoch. */
  readonly key: Key;
  /** The id that is read after the last document's end; nothing is learned from it. 0 unless it is named. */
  readonly pad?: number;
  /** The target there: −100 unless it is named. */
  readonly ignoreIndex?: number;
}

/** Documents one after another, cut into rows of one length. All are `[batch, seqLen]`, row after row. */
export interface PackedBatch {
  readonly inputs: Int32Array;
  /** The ids one further on in the same document. */
  readonly targets: Int32Array;
  /** 1 where a document begins, or the padding after the last one: for a mask, or for what forgets there. */
  readonly starts: Uint8Array;
  readonly shape: readonly [batch: number, seqLen: number];
}

/** The order of an epoch: which document comes when, and how many tokens come before it. */
interface Order {
  readonly epoch: number;
  readonly document: (i: number) => number;
  readonly before: Float64Array;
}

/** The last place at which a rising list is at most x. */
function lastAtMost(list: Float64Array, x: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (list[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Batches of documents in rows of one length, by the number of the step: documents follow each other without a gap, and one
 * that does not fit goes on in the next row, so that next to nothing is padding. In each epoch every token that can be
 * predicted is a target once, and no target is of another document than its input. The last row of an epoch is padded, and
 * its last batch may have fewer rows.
 *
 * @throws TextError for no documents, or one of fewer than two tokens; ConfigError for sizes that are not whole.
 */
export function packedBatch(
  documents: readonly ArrayLike<number>[],
  {batch, seqLen, key, pad = 0, ignoreIndex = IGNORED}: PackedBatchOptions
): (step: number) => PackedBatch {
  checkDocuments("packedBatch", documents);
  whole("packedBatch.batch", batch, {least: 1});
  whole("packedBatch.seqLen", seqLen, {least: 1});
  whole("packedBatch.pad", pad);
  whole("packedBatch.ignoreIndex", ignoreIndex, {});
  const total = documents.reduce((sum, {length}) => sum + length - 1, 0);
  const rows = Math.ceil(total / seqLen);
  const steps = Math.ceil(rows / batch);
  let last: Order | undefined; // kept for the next step, and made again whenever another epoch is asked for
  const orderOf = (epoch: number): Order => {
    if (last?.epoch === epoch) return last;
    const document = bijection(fold(key, epoch), documents.length);
    const before = new Float64Array(documents.length);
    for (let i = 1; i < before.length; i++) before[i] = before[i - 1]! + documents[document(i - 1)]!.length - 1;
    return (last = {epoch, document, before});
  };
  return (step) => {
    const epoch = Math.floor(index("packedBatch", "step", step) / steps);
    const {document, before} = orderOf(epoch);
    const first = (step - epoch * steps) * batch * seqLen;
    const size = Math.min(batch * seqLen, rows * seqLen - first);
    const inputs = new Int32Array(size).fill(pad);
    const targets = new Int32Array(size).fill(ignoreIndex);
    const starts = new Uint8Array(size);
    for (let i = 0, which = lastAtMost(before, first); i < size && which < before.length; which++) {
      const ids = documents[document(which)]!;
      for (let j = first + i - before[which]!; j < ids.length - 1 && i < size; j++, i++) {
        inputs[i] = ids[j]!;
        targets[i] = ids[j + 1]!;
        if (j === 0) starts[i] = 1;
      }
    }
    if (total - first < size) starts[total - first] = 1;
    return {inputs, targets, starts, shape: [size / seqLen, seqLen]};
  };
}
