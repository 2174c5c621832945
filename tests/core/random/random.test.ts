import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../../lib/core/errors.js";
import {categorical, inverseCdf} from "../../../lib/core/random/categorical.js";
import {fold, key, split} from "../../../lib/core/random/key.js";
import {normal} from "../../../lib/core/random/normal.js";
import {permutation, shuffle} from "../../../lib/core/random/permutation.js";
import {bits, uniform, uniformFromBits} from "../../../lib/core/random/uniform.js";
import type {Key} from "../../../lib/core/random/threefry.js";

const seeds = fc.maxSafeNat();
const indices = fc.maxSafeNat();

/** Pearson's statistic of counts against equal expectations. */
function chiSquare(counts: ArrayLike<number>): number {
  const list = Array.from(counts);
  const expected = list.reduce((a, b) => a + b, 0) / list.length;
  return list.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

function tally(cells: number, draws: number, cell: (i: number) => number): Uint32Array {
  const counts = new Uint32Array(cells);
  for (let i = 0; i < draws; i++) counts[cell(i)]! += 1;
  return counts;
}

describe("keys", () => {
  it("of different seeds differ, and hold all 53 bits of one", () => {
    expect(key(0)).toEqual([0, 0]);
    expect(key(Number.MAX_SAFE_INTEGER)).toEqual([0x1fffff, 0xffffffff]);
    fc.assert(
      fc.property(seeds, (seed) => {
        const [high, low] = key(seed);
        expect(high * 2 ** 32 + low).toBe(seed);
      })
    );
  });

  it.each([-1, 1.5, 2 ** 53 + 1, NaN, Infinity])("a seed of %s is refused by name", (seed) => {
    expect(() => key(seed)).toThrow(ConfigError);
    expect(() => key(seed)).toThrow(/`seed`/);
    expect(() => fold(key(0), seed)).toThrow(/`n`/);
    expect(() => split(key(0), seed)).toThrow(/`count`/);
    expect(() => uniform(key(0), seed)).toThrow(/`index`/);
    expect(() => permutation(key(0), seed)).toThrow(/`n`/);
  });

  it("the same key gives the same values, whatever was drawn before", () => {
    fc.assert(
      fc.property(seeds, indices, (seed, i) => {
        const once = [bits(key(seed), i), uniform(key(seed), i), fold(key(seed), i), split(key(seed), 3)];
        permutation(key(seed), 5);
        expect([bits(key(seed), i), uniform(key(seed), i), fold(key(seed), i), split(key(seed), 3)]).toEqual(once);
      })
    );
  });

  it("the first keys of a split do not depend on how many there are", () => {
    expect(split(key(5), 7).slice(0, 2)).toEqual(split(key(5)));
  });

  it("no child key equals another child, or a block that numbers are drawn from", () => {
    fc.assert(
      fc.property(seeds, indices, (seed, i) => {
        const parent = key(seed);
        const word = (k: Key): number => k[0];
        const family = [fold(parent, i), fold(parent, i === 0 ? 1 : i - 1), ...split(parent, 4)];
        expect(new Set(family.map(String)).size).toBe(family.length);
        for (const child of family) expect(word(child)).not.toBe(bits(parent, i));
      }),
      {seed: 1}
    );
  });

  it("numbers of split and folded keys are uncorrelated", () => {
    const n = 4000;
    const keys = [...split(key(11)), fold(key(11), 0), fold(key(11), 1), key(11)];
    for (const a of keys)
      for (const b of keys) {
        if (a === b) continue;
        let sum = 0;
        for (let i = 0; i < n; i++) sum += (uniform(a, i) - 0.5) * (uniform(b, i) - 0.5);
        expect(Math.abs((12 * sum) / n)).toBeLessThan(4 / Math.sqrt(n));
      }
  });

  it("one bit of a key changes about half of the bits drawn", () => {
    const ones = (x: number): number => Array.from((x >>> 0).toString(2)).filter((c) => c === "1").length;
    let changed = 0;
    for (let bit = 0; bit < 32; bit++)
      for (let i = 0; i < 32; i++) changed += ones(bits([7, 9], i) ^ bits([7, 9 ^ (1 << bit)], i));
    expect(changed / (32 * 32 * 32)).toBeCloseTo(0.5, 2);
  });
});

describe("uniform numbers", () => {
  it("lie in [0, 1) and are multiples of 2^-53", () => {
    fc.assert(
      fc.property(seeds, indices, (seed, i) => {
        const u = uniform(key(seed), i);
        expect(u >= 0 && u < 1).toBe(true);
        expect(Number.isInteger(u * 2 ** 53)).toBe(true);
      })
    );
    expect(uniformFromBits(0xffffffff)).toBeLessThan(1);
  });

  it("fill 64 cells evenly, by their upper bits and by their lowest", () => {
    const k = key(2024);
    // 63 degrees of freedom: a fair source exceeds 120 once in 50,000 keys
    expect(chiSquare(tally(64, 64000, (i) => Math.floor(uniform(k, i) * 64)))).toBeLessThan(120);
    expect(chiSquare(tally(64, 64000, (i) => (uniform(k, i) * 2 ** 53) % 64))).toBeLessThan(120);
    expect(chiSquare(tally(64, 64000, (i) => Math.floor(uniform(fold(k, i)) * 64)))).toBeLessThan(120);
  });

  it("indices beyond 32 bits give numbers of their own", () => {
    expect(uniform(key(1), 2 ** 32)).not.toBe(uniform(key(1), 0));
    expect(uniform(key(1), 2 ** 40 + 5)).not.toBe(uniform(key(1), 5));
  });
});

describe("normal numbers", () => {
  it("have the mean, variance, skew and tails of the normal distribution", () => {
    const n = 40000;
    const xs = Array.from({length: n}, (_, i) => normal(key(3), i));
    const moment = (p: number): number => xs.reduce((sum, x) => sum + x ** p, 0) / n;
    expect(Math.abs(moment(1))).toBeLessThan(0.02);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment(3))).toBeLessThan(0.08);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2);
    expect(xs.filter((x) => Math.abs(x) > 1.959964).length / n).toBeCloseTo(0.05, 2);
  });

  it("are finite for every key and index, and refuse an index above 2^52", () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, i) => {
        expect(Number.isFinite(normal(key(seed), i))).toBe(true);
      })
    );
    expect(() => normal(key(0), 2 ** 52)).toThrow(ConfigError);
  });
});

describe("categorical draws", () => {
  const weights = fc
    .array(fc.oneof(fc.constant(0), fc.double({min: 0, max: 1e3, noNaN: true})), {maxLength: 8})
    .chain((some) => fc.double({min: 1e-300, max: 10, noNaN: true}).map((sure) => [...some, sure, 0]));

  it("never give an outcome of probability zero, also at the ends of the range", () => {
    const ends = fc.constantFrom(0, 5e-324, 0.5, 1 - 2 ** -53);
    fc.assert(
      fc.property(weights, fc.oneof(ends, fc.double({min: 0, max: 1 - 2 ** -53, noNaN: true})), (probs, u) => {
        expect(probs[inverseCdf(probs, u)]).toBeGreaterThan(0);
      })
    );
    // ten tenths add up to less than 1: the end of the range must not fall through to the zero behind them
    expect(inverseCdf([...Array.from({length: 10}, () => 0.1), 0], 1 - 2 ** -53)).toBe(9);
  });

  it("are the inverse of the cumulative distribution", () => {
    expect([0, 0.24, 0.25, 0.74, 0.75, 0.99].map((u) => inverseCdf([1, 2, 1], u))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("come as often as their probabilities say", () => {
    const counts = tally(3, 20000, (i) => categorical(key(8), [0.2, 0.3, 0.5], i));
    [0.2, 0.3, 0.5].forEach((p, i) => expect(counts[i]! / 20000).toBeCloseTo(p, 1.7));
  });

  it.each([[[0.5, -0.5]], [[NaN, 1]], [[0, 0]], [[]], [[Infinity, 1]]])("from %j are refused", (probs) => {
    expect(() => categorical(key(0), probs)).toThrow(ConfigError);
  });
});

describe("permutations", () => {
  it("are bijections", () => {
    fc.assert(
      fc.property(seeds, fc.nat(300), (seed, n) => {
        expect(Array.from(permutation(key(seed), n)).sort((a, b) => a - b)).toEqual(
          Array.from({length: n}, (_, i) => i)
        );
      })
    );
  });

  it("of four things come in all 24 orders equally often", () => {
    const names = new Map<string, number>();
    for (let i = 0; i < 24000; i++) {
      const name = permutation(fold(key(4), i), 4).join("");
      names.set(name, (names.get(name) ?? 0) + 1);
    }
    expect(names.size).toBe(24);
    expect(chiSquare([...names.values()])).toBeLessThan(60); // 23 degrees of freedom: once in 30,000 keys
  });

  it("shuffle keeps every item and leaves the list alone", () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.string()), (seed, list) => {
        const before = [...list];
        const after = shuffle(key(seed), list);
        expect([...after].sort()).toEqual([...before].sort());
        expect(list).toEqual(before);
      })
    );
  });
});
