import {expect, it} from "vitest";
import {timesUntilZero} from "../../../src/stages/00-prelude/model/halvings.js";
import {rulers} from "../../../src/stages/00-prelude/model/ruler.js";

it("lengths laid end to end stand at what joining makes of the numbers, on both rulers", () => {
  for (const {place, at, joined, start, end} of Object.values(rulers)) {
    expect(place(start)).toBe(0);
    expect(place(end)).toBeCloseTo(1, 12);
    for (const [a, b] of [
      [2, 3],
      [1.5, 8]
    ] as const)
      expect(at(place(a) + place(b))).toBeCloseTo(joined(a, b), 10);
  }
});

it("one can be halved 1075 times, and nothing can be taken away from a factor of zero", () => {
  expect(timesUntilZero(0.5)).toBe(1075);
  expect(timesUntilZero(0)).toBe(1);
});
