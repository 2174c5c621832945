import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rope, ropeAngles, ropeFrequencies, sinusoidalPositions, tensor} from "../../../lib/tensor.js";
import {byDistance, product, turned, wavesOf} from "../../../src/stages/05-attention/model/positionCodes.js";

const vector = fc.array(fc.double({min: -3, max: 3, noNaN: true}), {minLength: 8, maxLength: 8});

describe("codes of positions", () => {
  it("turn vectors as the library does", () =>
    fc.assert(
      fc.property(vector, fc.nat(200), (x, position) => {
        const angles = ropeAngles([position], ropeFrequencies(8));
        const theirs = rope(tensor([x], "float64"), angles, {variant: "interleaved"});
        turned(x, position, 10000).forEach((value, i) => expect(value).toBeCloseTo(theirs.data[i]!, 9));
      })
    ));

  it("keep products of vectors that are turned to places of the same distance", () =>
    fc.assert(
      fc.property(vector, vector, fc.nat(50), fc.nat(50), (q, k, distance, shift) => {
        const here = product(turned(q, distance, 100), turned(k, 0, 100));
        const there = product(turned(q, distance + shift, 100), turned(k, shift, 100));
        expect(there).toBeCloseTo(here, 9);
      })
    ));

  it("have the library’s waves", () => {
    const theirs = sinusoidalPositions([7], 6, {base: 100, dtype: "float64"});
    wavesOf(7, 6, 100).forEach((value, i) => expect(value).toBeCloseTo(theirs.data[i]!, 12));
  });

  it("leave all of a product at distance 0, and less at others", () => {
    for (const kind of ["waves", "rotary", "alibi"] as const) {
      expect(byDistance(kind, 0)).toBeCloseTo(1, 12);
      for (const distance of [1, 5, 40]) expect(byDistance(kind, distance)).toBeLessThan(1);
    }
  });
});
