import {whole} from "../check.js";
import {oneOf} from "../checkFields.js";
import {ConfigError, found} from "../errors.js";
import {bijection} from "./bijection.js";
import {index} from "./block.js";
import {fold} from "./key.js";
import type {Key} from "./threefry.js";

/** How many examples there are, how many make a batch, and the key of their order. */
export interface EpochsOptions {
  /** How many examples there are, at most 2^32. */
  readonly count: number;
  /** Examples of a batch. */
  readonly batch: number;
  /** What orders the examples, anew in each epoch. */
  readonly key: Key;
  /** What becomes of the last examples of an epoch where they are fewer than a batch: a smaller batch, unless they are dropped. */
  readonly partial?: "keep" | "drop";
}

/**
 * Batches that go through all examples before one comes again, by the number of the step: in each epoch every example is in
 * one batch, in another order each time. No order is ever made as a list, so any step can be asked for at any time.
 *
 * @returns the places of the examples in the batch of a step.
 * @throws ConfigError for sizes that are not whole, and where dropping would leave no batch.
 */
export function epochs({count, batch, key, partial = "keep"}: EpochsOptions): (step: number) => Uint32Array {
  whole("epochs.count", count, {least: 1, most: 4294967296});
  whole("epochs.batch", batch, {least: 1});
  const drops = oneOf("epochs.partial", partial, ["keep", "drop"]) === "drop";
  if (drops && count < batch)
    throw new ConfigError(
      "epochs.batch",
      "there are examples for one batch, if smaller ones are dropped",
      [found("batch", batch), found("count", count)],
      'make it smaller, or keep partial batches: {partial: "keep"}'
    );
  const steps = drops ? Math.floor(count / batch) : Math.ceil(count / batch);
  return (step) => {
    const epoch = Math.floor(index("epochs", "step", step) / steps);
    const first = (step - epoch * steps) * batch;
    const at = bijection(fold(key, epoch), count);
    return Uint32Array.from({length: Math.min(batch, count - first)}, (_, i) => at(first + i));
  };
}
