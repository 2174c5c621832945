import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {squeezed, surprises, tried, type SurpriseName} from "../../../src/stages/01-markov/model/surprises.js";

const chance = fc.double({min: 0.05, max: 0.95, noNaN: true});

describe("candidates for a measure of surprise", () => {
  it("keep both axioms on every pair only if they are the logarithm", () => {
    fc.assert(
      fc.property(chance, chance, (p, q) => {
        expect(tried("−log₂ p", p, q)).toMatchObject({ordered: true, additive: true});
        for (const name of ["1 − p", "√(−log₂ p)", "−p log₂ p"] as const)
          expect(tried(name, p, q).additive).toBe(false);
        for (const name of ["1 − p", "√(−log₂ p)"] as const) expect(tried(name, p, q).ordered).toBe(true);
      })
    );
  });

  it("−p log p calls the rarest things dull", () => {
    expect(tried("−p log₂ p", 0.5, 0.25)).toMatchObject({costs: [0.5, 0.5, 0.375], ordered: false});
    expect(tried("−p log₂ p", 0.95, 0.9).ordered).toBe(true); // a pair can refute, not prove
  });

  it("cost nothing where an outcome is certain", () => {
    for (const name of Object.keys(surprises) as SurpriseName[]) expect(Object.is(surprises[name](1), 0)).toBe(true);
  });
});

describe("the fractions around a number", () => {
  it("hold it, are 1/n apart, and for ever larger n leave nothing else", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 5, noNaN: true}), fc.integer({min: 1, max: 100}), (x, n) => {
        const {below, above} = squeezed(x, n);
        expect(below).toBeLessThanOrEqual(x + 1e-12);
        expect(above).toBeGreaterThanOrEqual(x - 1e-12);
        expect(above - below).toBeCloseTo(1 / n, 12);
      })
    );
    expect(squeezed(1.6094, 4)).toEqual({below: 1.5, above: 1.75});
  });
});
