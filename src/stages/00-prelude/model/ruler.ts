import {log10} from "/lib/index.js";

/** A ruler, as slide rules have two: equal steps for equal differences, or equal steps for equal factors. */
export interface Ruler {
  /** Where the scale begins: what changes nothing. */
  readonly start: number;
  readonly end: number;
  /** Where a number stands, from 0 to 1. */
  readonly place: (value: number) => number;
  /** The number at a place. */
  readonly at: (place: number) => number;
  /** What two lengths, one after the other, make of two numbers. */
  readonly joined: (a: number, b: number) => number;
  /** Ticks with a number. */
  readonly named: readonly number[];
  readonly ticks: readonly number[];
}

export type RulerName = "equal steps" | "equal factors";

const upTo = (n: number, from = 0): readonly number[] => Array.from({length: n + 1 - from}, (_, i) => from + i);

export const rulers: Readonly<Record<RulerName, Ruler>> = {
  "equal steps": {
    start: 0,
    end: 20,
    place: (value) => value / 20,
    at: (place) => 20 * place,
    joined: (a, b) => a + b,
    named: [0, 5, 10, 15, 20],
    ticks: upTo(20)
  },
  "equal factors": {
    start: 1,
    end: 100,
    place: (value) => log10(value) / 2,
    at: (place) => 10 ** (2 * place),
    joined: (a, b) => a * b,
    named: [1, 2, 3, 5, 10, 20, 30, 50, 100],
    ticks: [...upTo(10, 1), ...upTo(10, 2).map((n) => 10 * n)]
  }
};
