import {whole} from "../check.js";
import {block, index, PURPOSE} from "./block.js";
import type {Key} from "./threefry.js";

const TWO_32 = 4294967296;
const NEXT = 0x200000; // an index fills 21 bits of the counter's upper word; tries are counted above them

/**
 * The index-th whole number of a key that is below a bound, all from 0 up as likely as each other.
 *
 * A 32-bit word that would favor the smaller numbers is refused, and the next one drawn: at most every second word is.
 *
 * @param below - a whole number from 1 to 2^32.
 * @throws ConfigError for another bound, or unless the index is a whole number >= 0.
 */
export function integer(key: Key, below: number, i = 0): number {
  whole("integer.below", below, {least: 1, most: TWO_32});
  index("integer", "index", i);
  const fair = TWO_32 - (TWO_32 % below);
  for (let purpose: number = PURPOSE.integer; ; purpose += NEXT)
    for (const word of block(key, purpose, i)) if (word < fair) return word % below;
}
