import {whole} from "../../core/check.js";
import {fold} from "../../core/random/key.js";
import {permutation} from "../../core/random/permutation.js";
import type {Key} from "../../core/random/threefry.js";
import {requireLength} from "../readText.js";

/**
 * What a model is to learn from a text: the same ids, key and step give the same example. Each row of a batch has a key of its
 * own: `fold(key, row)`.
 */
export type Objective<Example> = (ids: ArrayLike<number>, key: Key, step: number) => Example;

/** What is read, and what is to be said at each place: a target of the ignored index counts for nothing. */
export interface Aligned {
  /** `[length]` */
  readonly inputs: Int32Array;
  /** `[length]` */
  readonly targets: Int32Array;
}

/** What stands where an objective has no target. */
export interface IgnoreOptions {
  /** The target where there is none: −100 unless it is named, as `crossEntropy` has it. */
  readonly ignoreIndex?: number;
}

/** The key of a step. @throws ConfigError for a step that is none, TextError for a text that is too short. */
export function keyAt(where: string, ids: ArrayLike<number>, least: number, key: Key, step: number): Key {
  requireLength(ids, least, `an example of ${where}`);
  return fold(key, whole(`${where}.step`, step));
}

/** `count` of the numbers below n, each set of them as likely as every other, smallest first. */
export const drawnOf = (key: Key, n: number, count: number): Uint32Array =>
  permutation(key, n).subarray(0, count).sort();

/** How many of n a share of them is: at least one of two or more, and not all. */
export const shareOf = (n: number, rate: number): number => Math.max(1, Math.min(n - 1, Math.round(n * rate)));
