import {describe, expect, it} from "vitest";
import {die, expectation, sumOf, variance} from "../../../src/stages/00-prelude/model/die.js";
import {soundPairs} from "../../../src/stages/00-prelude/model/soundPairs.js";
import {frequencies, places} from "../../../src/stages/00-prelude/model/throws.js";

describe("expectation and variance", () => {
  it("the variance is the mean squared distance from the mean", () => {
    const mean = expectation(die);
    expect(mean).toBeCloseTo(3.5, 12);
    expect(variance(die)).toBeCloseTo(
      expectation(die, (x) => (x - mean) * (x - mean)),
      12
    );
    expect(variance(die)).toBeCloseTo(35 / 12, 12);
  });

  it("of a sum of throws are the sums of theirs", () => {
    const five = sumOf(die, 5);
    expect(five.probs.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(expectation(five)).toBeCloseTo(17.5, 10);
    expect(variance(five)).toBeCloseTo((5 * 35) / 12, 10);
  });
});

it("shares of throws settle within three deviations, and do not depend on where one looks", () => {
  const [share = NaN] = frequencies(1 / 6, 3, [10_000]);
  expect(Math.abs(share - 1 / 6)).toBeLessThan(3 * Math.sqrt(5 / 36 / 10_000));
  expect(frequencies(1 / 6, 3, [10, 500, 10_000])[2]).toBe(share);
  expect(places(1000)[0]).toBe(1);
  expect(places(1000).at(-1)).toBe(1000);
});

it("pairs of vowels and consonants are counted across spaces, and signs are passed over", () => {
  expect(soundPairs("Ba, na!na")).toEqual({vowel: {vowel: 0, consonant: 2}, consonant: {vowel: 3, consonant: 0}});
  expect(soundPairs("a")).toEqual({vowel: {vowel: 0, consonant: 0}, consonant: {vowel: 0, consonant: 0}});
});
