import {describe, expect, it} from "vitest";
import {asWritten, logSumExp} from "../../../src/stages/00-prelude/model/logSumExp.js";

describe("log-sum-exp of two numbers", () => {
  it("is what the formula says, in either order, while its exponentials are numbers", () => {
    for (const [a, b] of [
      [0, 0],
      [1, 2],
      [-3, 4.5]
    ] as const) {
      expect(logSumExp(a, b)).toBeCloseTo(Math.log(Math.exp(a) + Math.exp(b)), 12);
      expect(logSumExp(b, a)).toBe(logSumExp(a, b));
    }
  });

  it("is right where the exponentials are no numbers any more", () => {
    expect(asWritten(800, 801)).toBe(Infinity);
    expect(asWritten(-800, -799)).toBe(-Infinity);
    for (const shift of [800, -800, 1e6]) expect(logSumExp(shift, shift + 1) - shift).toBeCloseTo(1.3132616875, 6);
  });
});
