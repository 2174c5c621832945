/** Batches by the number of a step, in two ways: each example once in an epoch, or each drawn for itself. */
import {fold, key, uniform} from "/lib/index.js";
import {epochs} from "/lib/tensor.js";
import {BATCH, EXAMPLES, STEPS_OF_EPOCH, type Drawing} from "./drawnSizes.js";

const KEY = key(2003);
const inOrder = epochs({count: EXAMPLES, batch: BATCH, key: KEY});

/** The examples in the batch of a step; no other step is asked. */
export function batchAt(drawing: Drawing, step: number): readonly number[] {
  if (drawing === "once") return [...inOrder(step)];
  const drawn = fold(KEY, step);
  return [...inOrder(step)].map((_, i) => Math.floor(uniform(drawn, i) * EXAMPLES));
}

/** How often each example has come in an epoch, up to its step `last`. */
export function timesSeen(drawing: Drawing, epoch: number, last: number): readonly number[] {
  const times = new Array<number>(EXAMPLES).fill(0);
  for (let i = 0; i <= last; i++) for (const at of batchAt(drawing, epoch * STEPS_OF_EPOCH + i)) times[at]!++;
  return times;
}
