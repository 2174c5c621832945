import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../../lib/core/errors.js";
import {bijection} from "../../../lib/core/random/bijection.js";
import {epochs} from "../../../lib/core/random/epochs.js";
import {fold, key} from "../../../lib/core/random/key.js";

const range = (n: number): readonly number[] => Array.from({length: n}, (_, i) => i);
const sorted = (list: Iterable<number>): readonly number[] => [...list].sort((a, b) => a - b);

/** Σ (observed − expected)² / expected, for cells that are all as likely. */
const chiSquare = (counts: readonly number[]): number => {
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, c) => sum + (c - mean) ** 2 / mean, 0);
};

describe("a bijection", () => {
  it("gives each number once, for every n from 1 to 300", () => {
    for (const n of range(301).slice(1)) expect(sorted(range(n).map(bijection(key(n), n)))).toEqual(range(n));
  });

  it("of large n stays inside, and never gives a number twice", () =>
    fc.assert(
      fc.property(fc.integer({min: 1000, max: 2 ** 31}), fc.nat(), (n, seed) => {
        const at = bijection(key(seed), n);
        const start = Math.floor(n / 2) - 200;
        const numbers = range(400).map((i) => at(start + i));
        expect(new Set(numbers).size).toBe(400);
        expect(numbers.every((x) => Number.isInteger(x) && x >= 0 && x < n)).toBe(true);
      }),
      {numRuns: 30}
    ));

  it.each([
    [3, 12_000],
    [5, 12_000],
    [16, 16_000],
    [23, 23_000]
  ])("of %i puts each number at each place as often as every other", (n, keys) => {
    const counts = range(n).map(() => range(n).map(() => 0));
    for (let i = 0; i < keys; i++) {
      const at = bijection(fold(key(7), i), n);
      for (let place = 0; place < n; place++) counts[place]![at(place)]!++;
    }
    // a sum of n dependent chi-squares of n − 1 degrees: about (n − 1)² in all, and its deviation √2 (n − 1)
    expect(chiSquare(counts.flat())).toBeLessThan((n - 1) ** 2 + 5 * Math.SQRT2 * (n - 1));
  });

  it("of a thousand, and of a billion, spreads neighbors evenly", () => {
    for (const n of [1000, 1_000_000_007]) {
      const cells = range(20).map(() => 0);
      const gaps = range(20).map(() => 0);
      for (let i = 0; i < 300; i++) {
        const at = bijection(fold(key(9), i), n);
        for (let place = 0; place < 20; place++) {
          const [here, next] = [at(place), at(place + 1)];
          cells[Math.floor((20 * here) / n)]!++;
          gaps[Math.floor((20 * ((next - here + n) % n)) / n)]!++;
        }
      }
      expect(chiSquare(cells)).toBeLessThan(50); // 19 degrees of freedom: once in 8,000 keys
      expect(chiSquare(gaps)).toBeLessThan(50);
    }
  });

  it("refuses what is no size, and places that are none", () => {
    for (const n of [0, -1, 1.5, 2 ** 32 + 1, NaN]) expect(() => bijection(key(1), n)).toThrow(ConfigError);
    for (const place of [-1, 5, 0.5]) expect(() => bijection(key(1), 5)(place)).toThrow(/bijection.place/);
  });
});

describe("epochs", () => {
  it("have every example once, each in another order, and end with what is left", () =>
    fc.assert(
      fc.property(fc.integer({min: 1, max: 60}), fc.integer({min: 1, max: 70}), fc.nat(), (count, batch, seed) => {
        const at = epochs({count, batch, key: key(seed)});
        const steps = Math.ceil(count / batch);
        const epoch = (e: number): readonly number[] => range(steps).flatMap((i) => [...at(e * steps + i)]);
        for (const e of [0, 1, 5]) expect(sorted(epoch(e))).toEqual(range(count));
        expect(at(steps - 1).length).toBe(count - (steps - 1) * batch);
        if (count > 20) expect(epoch(0)).not.toEqual(epoch(1));
        expect(at(3)).toEqual(epochs({count, batch, key: key(seed)})(3));
      })
    ));

  it("drop what is less than a batch, if asked to", () => {
    const at = epochs({count: 10, batch: 4, key: key(1), partial: "drop"});
    expect(range(6).map((step) => at(step).length)).toEqual([4, 4, 4, 4, 4, 4]);
    for (const e of [0, 2, 4]) expect(new Set([...at(e), ...at(e + 1)]).size).toBe(8);
    expect(() => epochs({count: 3, batch: 4, key: key(1), partial: "drop"})).toThrow(/partial: "keep"/);
  });

  it("refuse what is no size or step", () => {
    expect(() => epochs({count: 0, batch: 1, key: key(1)})).toThrow(/epochs.count/);
    expect(() => epochs({count: 1, batch: 0, key: key(1)})).toThrow(/epochs.batch/);
    expect(() => epochs({count: 1, batch: 1, key: key(1)})(-1)).toThrow(ConfigError);
    expect(() => epochs({count: 1, batch: 1, key: key(1), partial: "kep" as never})).toThrow(/did you mean keep/);
  });
});
