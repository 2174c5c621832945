import {whole} from "../check.js";
import {BIJECTION, block} from "./block.js";
import type {Key} from "./threefry.js";

const ROUNDS = 8;
const TWO_32 = 4294967296;

/**
 * A random order of 0, 1, …, n − 1 as a function: what stands at a place, without a list of the others. For lists that are
 * too long to shuffle, or of which one place is wanted.
 *
 * A number is a place in a rectangle that just holds n of them. In each of eight rounds, one of its two coordinates moves by
 * a random amount that the other one decides, which can be undone, so two numbers never meet; whoever lands outside of the n
 * goes on until it is back inside. Each number is as likely at each place as every other; of the orders of many things, a key
 * of 64 bits gives a few only.
 *
 * @param n - a whole number from 1 to 2^32.
 * @returns a function of a whole number from 0 to n − 1, to one.
 * @throws ConfigError for another n or another place.
 * @see Black and Rogaway, Ciphers with Arbitrary Finite Domains, CT-RSA 2002, sections 3 and 5: a generalized Feistel network
 * (Luby and Rackoff 1988), and cycle walking.
 */
export function bijection(key: Key, n: number): (place: number) => number {
  whole("bijection.n", n, {least: 1, most: TWO_32});
  const wide = Math.ceil(Math.sqrt(n));
  const high = Math.ceil(n / wide);
  const moved = (x: number, by: number, round: number, extent: number): number =>
    (x + block(key, BIJECTION, round * TWO_32 + by)[0]) % extent;
  const mixed = (number: number): number => {
    let [a, b] = [number % wide, Math.floor(number / wide)];
    for (let round = 0; round < ROUNDS; round += 2) {
      a = moved(a, b, round, wide);
      b = moved(b, a, round + 1, high);
    }
    return a + b * wide;
  };
  return (place) => {
    let number = mixed(whole("bijection.place", place, {least: 0, below: n}));
    while (number >= n) number = mixed(number);
    return number;
  };
}
