import {ConfigError, found} from "../errors.js";
import {threefry2x32, type Key} from "./threefry.js";

const TWO_32 = 4294967296;

/**
 * What a block is used for, in the top bits of its counter's upper word: an index fills 53 bits, so blocks of different
 * purposes never share a counter.
 */
export const PURPOSE = {
  draw: 0,
  split: 0x80000000,
  fold: 0x40000000,
  normal: 0x20000000,
  permutation: 0x60000000,
  integer: 0xa0000000
} as const;

/** The purpose of the rounds of a bijection. */
export const BIJECTION = 0xc0000000;

/** A whole number that float64 holds exactly, or a ConfigError that names it. */
export function index(where: string, name: string, n: number): number {
  if (Number.isSafeInteger(n) && n >= 0) return n;
  throw new ConfigError(
    where,
    `\`${name}\` is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    [found(name, n)],
    Number.isFinite(n) ? "round it, and take its size" : "give a number"
  );
}

/** The random block of a key, a purpose and an index from 0 to 2^53 - 1. */
export const block = (key: Key, purpose: number, n: number): readonly [number, number] =>
  threefry2x32(key, n >>> 0, purpose + Math.floor(n / TWO_32));
