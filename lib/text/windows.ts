import {whole} from "../core/check.js";
import {fold} from "../core/random/key.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import {requireLength} from "./readText.js";

/** How ids are cut into windows. */
export interface WindowsOptions {
  /** Tokens of a window. */
  readonly seqLen: number;
  /** Windows of a batch. */
  readonly batch: number;
  /** What decides where windows begin. */
  readonly key: Key;
}

/** Ids that are not all in memory, such as those of a file. */
export interface IdSource {
  readonly length: number;
  /** So many ids from a place on, all of them below `length`. */
  readonly read: (from: number, count: number) => ArrayLike<number>;
}

/** Windows of a text, one after the other, and for each token the one that follows it. */
export interface WindowBatch {
  /** Token ids, `[batch, seqLen]`, row after row. */
  readonly inputs: Int32Array;
  /** The ids one further on, `[batch, seqLen]`. */
  readonly targets: Int32Array;
  readonly shape: readonly [batch: number, seqLen: number];
}

/**
 * Batches of a text's windows, by the number of the step: what a stage's `data` gives a model that reads many places at
 * once. Each window begins anywhere in the text, drawn by `key` and the step alone, so any batch can be asked for at any
 * time. Ids that lie elsewhere are read window by window. As tensors: `tensor(inputs, {shape})`.
 *
 * @throws ConfigError for sizes that are not whole, TextError for a text that has not one window and its target.
 *
 * @example
 * const {inputs, targets, shape} = windows([0, 1, 2, 3, 4], {seqLen: 4, batch: 1, key: key(1)})(0);
 * [...inputs]; // [0, 1, 2, 3]
 * [...targets]; // [1, 2, 3, 4]
 * shape; // [1, 4]
 */
export function windows(
  ids: ArrayLike<number> | IdSource,
  {seqLen, batch, key}: WindowsOptions
): (step: number) => WindowBatch {
  whole("windows.seqLen", seqLen, {least: 1});
  whole("windows.batch", batch, {least: 1});
  requireLength(ids, seqLen + 1, "a window with its targets");
  const starts = ids.length - seqLen;
  return (step) => {
    const places = fold(key, step);
    const [inputs, targets] = [new Int32Array(batch * seqLen), new Int32Array(batch * seqLen)];
    for (let row = 0; row < batch; row++) {
      const start = Math.floor(uniform(places, row) * starts);
      const [from, at] = "read" in ids ? [ids.read(start, seqLen + 1), 0] : [ids, start];
      for (let i = 0; i < seqLen; i++) {
        inputs[row * seqLen + i] = from[at + i]!;
        targets[row * seqLen + i] = from[at + i + 1]!;
      }
    }
    return {inputs, targets, shape: [batch, seqLen]};
  };
}
