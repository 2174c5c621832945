import {block, index, PURPOSE} from "./block.js";
import type {Key} from "./threefry.js";

/**
 * The key of a seed, a whole number from 0 to 2^53 - 1.
 *
 * @throws ConfigError for any other number.
 *
 * @example
 * uniform(key(1)) === uniform(key(1)); // true
 * uniform(key(1)) === uniform(key(2)); // false
 */
export const key = (seed: number): Key => {
  index("key", "seed", seed);
  return [Math.floor(seed / 4294967296), seed >>> 0];
};

/**
 * Keys that are independent of each other and of every number drawn from this one: one for each use.
 *
 * @throws ConfigError unless `count` is a whole number >= 0.
 *
 * @example
 * const [data, weights] = splitKey(key(1));
 * uniform(data) === uniform(weights); // false
 */
export const split = (from: Key, count = 2): readonly Key[] =>
  Array.from({length: index("split", "count", count)}, (_, i) => block(from, PURPOSE.split, i));

/**
 * The n-th child of a key, such as the key of step n, without the children before it.
 *
 * @throws ConfigError unless n is a whole number >= 0.
 */
export const fold = (from: Key, n: number): Key => block(from, PURPOSE.fold, index("fold", "n", n));
