import {whole} from "../core/check.js";
import {TextError, found} from "../core/errors.js";
import {epochs} from "../core/random/epochs.js";
import type {Key} from "../core/random/threefry.js";

/** What stands as a target where there is none: `crossEntropy` leaves such positions out unless it is told another. */
export const IGNORED = -100;

/** How documents are filled up to rows of one length. */
export interface PaddedBatchOptions {
  /** Documents of a batch. */
  readonly batch: number;
  /** What orders the documents, anew in each epoch. */
  readonly key: Key;
  /** The id that is read after a document's end; nothing is learned from it. 0 unless it is named. */
  readonly pad?: number;
  /** The target there: −100 unless it is named. */
  readonly ignoreIndex?: number;
}

/** Documents of different lengths side by side, each with the ids one further on. */
export interface PaddedBatch {
  /** Token ids, `[batch, longest]`, row after row: a document without its last id, then the pad. */
  readonly inputs: Int32Array;
  /** The ids one further on, `[batch, longest]`, then the ignored index. */
  readonly targets: Int32Array;
  /** How many ids of each row are a document's. */
  readonly lengths: Int32Array;
  readonly shape: readonly [batch: number, longest: number];
}

/** Refuses documents from which nothing can be predicted. @throws TextError */
export function checkDocuments(where: string, documents: readonly ArrayLike<number>[]): void {
  if (documents.length === 0) throw new TextError(where, "there is at least one document", [found("documents", 0)]);
  const short = documents.findIndex(({length}) => length < 2);
  if (short >= 0)
    throw new TextError(
      where,
      "each document has at least two tokens: one to read, and the one that follows it",
      [found(`documents[${short}]`, Array.from(documents[short]!))],
      "put each between a begin and an end: encodeDocuments(tokenizer, [document])"
    );
}

/**
 * Batches of whole documents, by the number of the step: in each epoch every document is in one batch, and so each token that
 * can be predicted is a target once. A batch is as long as its longest document, and the last of an epoch may have fewer rows.
 * As tensors: `tensor(inputs, {shape})`.
 *
 * @throws TextError for no documents, or one of fewer than two tokens; ConfigError for sizes that are not whole.
 */
export function paddedBatch(
  documents: readonly ArrayLike<number>[],
  {batch, key, pad = 0, ignoreIndex = IGNORED}: PaddedBatchOptions
): (step: number) => PaddedBatch {
  checkDocuments("paddedBatch", documents);
  whole("paddedBatch.batch", batch, {least: 1});
  whole("paddedBatch.pad", pad);
  whole("paddedBatch.ignoreIndex", ignoreIndex, {});
  const at = epochs({count: documents.length, batch, key});
  return (step) => {
    const rows = Array.from(at(step), (i) => documents[i]!);
    const lengths = Int32Array.from(rows, ({length}) => length - 1);
    const longest = Math.max(...lengths);
    const inputs = new Int32Array(rows.length * longest).fill(pad);
    const targets = new Int32Array(rows.length * longest).fill(ignoreIndex);
    rows.forEach((ids, row) => {
      for (let i = 0; i < lengths[row]!; i++) {
        inputs[row * longest + i] = ids[i]!;
        targets[row * longest + i] = ids[i + 1]!;
      }
    });
    return {inputs, targets, lengths, shape: [rows.length, longest]};
  };
}
