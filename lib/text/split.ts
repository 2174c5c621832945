import {ConfigError, TextError, found} from "../core/errors.js";
import type {Ids} from "./ids.js";

/** The three parts of a text: what a model learns from, what its settings are chosen by, what it is judged by at last. */
export interface Split<T extends Ids = Ids> {
  readonly train: T;
  readonly validation: T;
  readonly test: T;
}

/** Shares of the whole, from 0 to 1; the rest is for training. */
export interface SplitOptions {
  readonly validation?: number;
  readonly test?: number;
}

/**
 * Splits ids by position: the start trains, then validation, the end tests. The parts are views, not copies.
 *
 * Sizes are rounded to whole tokens. Neighbors stay together, so no test window was half seen in training.
 *
 * @throws ConfigError if a share is not in [0, 1) or none is left to train; TextError if a part would be empty.
 */
export function split<T extends Ids>(ids: T, {validation = 0.1, test = 0.1}: SplitOptions = {}): Split<T> {
  for (const [name, share] of Object.entries({validation, test})) {
    if (typeof share !== "number" || !(share >= 0 && share < 1))
      throw new ConfigError(`split.${name}`, "a share is at least 0 and below 1", [found(name, share)]);
  }
  if (validation + test >= 1)
    throw new ConfigError("split", "something is left to train on", [
      found("validation", validation),
      found("test", test)
    ]);
  const n = ids.length;
  const sizes = {validation: Math.round(n * validation), test: Math.round(n * test)};
  const train = n - sizes.validation - sizes.test;
  if (train < 1 || (validation > 0 && sizes.validation < 1) || (test > 0 && sizes.test < 1))
    throw new TextError(
      "split",
      "every part has at least one token",
      [found("tokens", n), found("train", train), found("validation", sizes.validation), found("test", sizes.test)],
      "give a longer text, or share 0 for a part that is not needed"
    );
  // subarray of a Uint16Array or Uint32Array is one of the same kind, which TypeScript cannot say of a union
  const part = (start: number, end: number): T => ids.subarray(start, end) as T;
  return {train: part(0, train), validation: part(train, n - sizes.test), test: part(n - sizes.test, n)};
}
