import {ConfigError, found} from "../errors.js";
import {block, index, PURPOSE} from "./block.js";
import type {Key} from "./threefry.js";

const TWO_32 = 4294967296;

/**
 * 0, 1, …, n - 1 in a random order, each order as likely as every other.
 *
 * Fisher and Yates: each place, from the last, changes with one before it or itself. A 32-bit word that would favor
 * some places is refused and the next one drawn.
 *
 * @throws ConfigError unless n is a whole number from 0 to 2^32 - 1.
 *
 * @example
 * const order = permutation(key(1), 5);
 * [...order].sort(); // [0, 1, 2, 3, 4]
 */
export function permutation(key: Key, n: number): Uint32Array {
  if (index("permutation", "n", n) >= TWO_32)
    throw new ConfigError("permutation", "`n` is below 2^32", [found("n", n)]);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let draws = 0;
  let words: readonly [number, number] = [0, 0];
  for (let i = n - 1; i > 0; i--) {
    const fair = TWO_32 - (TWO_32 % (i + 1));
    let word: number;
    do {
      if (draws % 2 === 0) words = block(key, PURPOSE.permutation, draws / 2);
      word = words[draws++ % 2 === 0 ? 0 : 1];
    } while (word >= fair);
    const j = word % (i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** The items of a list in a random order. */
export const shuffle = <T>(key: Key, list: readonly T[]): readonly T[] =>
  Array.from(permutation(key, list.length), (i) => list[i]!);
