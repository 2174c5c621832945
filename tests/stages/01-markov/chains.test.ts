import fc from "fast-check";
import {expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import {
  after,
  course,
  entropyRate,
  power,
  runningMean,
  settled,
  twoStates,
  walk
} from "../../../src/stages/01-markov/model/chains.js";

const chance = fc.double({min: 0, max: 1, noNaN: true});

it("approaches its stationary distribution by λ at each step", () => {
  fc.assert(
    fc.property(chance, chance, chance, (p, q, start) => {
      const home = settled(p, q);
      fc.pre(home !== undefined && 1 - p + q > 1e-9);
      const chain = twoStates(p, q);
      expect(after(home!, chain)[0]).toBeCloseTo(home![0]!, 9);
      course([start, 1 - start], chain, 8).forEach((row, n) => {
        expect(row[0]! + row[1]!).toBeCloseTo(1, 12);
        expect(row[0]! - home![0]!).toBeCloseTo((p - q) ** n * (start - home![0]!), 8);
      });
    })
  );
});

it("has the n-th power's rows n steps after each state", () => {
  const chain = [
    [0.5, 0.5, 0],
    [0.1, 0.6, 0.3],
    [0.9, 0, 0.1]
  ];
  expect(power(chain, 0)).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ]);
  expect(power(chain, 2)[1]![0]).toBeCloseTo(0.1 * 0.5 + 0.6 * 0.1 + 0.3 * 0.9, 12);
});

it("walks as its matrix says, the same way for the same key, and its mean surprisal nears the entropy rate", () => {
  const chain = twoStates(0.2, 0.6);
  const home = settled(0.2, 0.6)!;
  const states = walk(home, chain, 20_000, key(3));
  expect(walk(home, chain, 100, key(3))).toEqual(states.slice(0, 100));
  expect(states.filter((state) => state === 0).length / states.length).toBeCloseTo(3 / 7, 1);
  expect(Math.abs(runningMean(states, chain).at(-1)! - entropyRate(home, chain))).toBeLessThan(0.02);
  expect(settled(1, 0)).toBeUndefined();
});
