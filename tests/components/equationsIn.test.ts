import {describe, expect, it} from "vitest";
import {equationsIn, worth} from "../equationsIn.js";

describe("sums in words", () => {
  it("are read as a reader reads them", () => {
    expect(worth("½ · 1 + ¼ · 2")).toBe(1);
    expect(worth("10,000 + 21 · 50")).toBe(11_050);
    expect(worth("3 ln 0.75 + ln(1/4)")).toBeCloseTo(-2.2493, 4);
    expect(worth("log₂ 8")).toBeCloseTo(3, 12);
    expect(worth("9.5 · 10⁻⁷")).toBeCloseTo(9.5e-7, 18);
    expect(worth("√17")).toBeCloseTo(4.1231, 4);
    expect(worth("2 · (")).toBeUndefined();
  });

  it("are right or wrong to the digits that are shown", () => {
    const holds = (words: string) => equationsIn(words).map((one) => one.holds);
    expect(holds("So 0.4 · 0.7 + 0.6 · 0.4 = 0.52, as it must be.")).toEqual([true]);
    expect(holds("So 0.4 · 0.7 + 0.6 · 0.4 = 0.53.")).toEqual([false]);
    expect(holds("The mean is 1.25/3 ≈ 0.417.")).toEqual([true]);
    expect(holds("In all 3,350/14 ≈ 239 a second, and 7/2 = 3.5 = 4.")).toEqual([true, true, false]);
  });

  it("are left alone where a side has letters in it", () => {
    for (const words of [
      "M(k) = 100/k + k − 1",
      "x − 1 = 2",
      "f(1) = 3",
      "2x = 4",
      "λ² = 0.25",
      "p = 3/4",
      "A y = 3 = z"
    ])
      expect(equationsIn(words), words).toEqual([]);
  });
});
