import {block, index, PURPOSE} from "./block.js";
import type {Key} from "./threefry.js";

/** The index-th random unsigned 32-bit word of a key. It shares its block with `uniform(key, index)`. */
export const bits = (key: Key, i: number): number => block(key, PURPOSE.draw, index("bits", "index", i))[0];

/** The float32 in [0, 1) that has a word's upper 23 bits: (b >>> 9) / 2^23. */
export const uniformFromBits = (b: number): number => (b >>> 9) / 8388608;

/** 53 bits of a block as a float64 in [0, 1). */
export const unit = ([a, b]: readonly [number, number]): number =>
  ((a >>> 5) * 67108864 + (b >>> 6)) / 9007199254740992;

/**
 * The index-th uniform number of a key: in [0, 1), with all 53 bits random.
 *
 * @throws ConfigError unless the index is a whole number >= 0.
 */
export const uniform = (key: Key, i = 0): number => unit(block(key, PURPOSE.draw, index("uniform", "index", i)));
