import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rightProbability, slope, stepsToHalf} from "../../../src/stages/03-neural-lm/model/confidentlyWrong.js";
import {naiveLoss, naiveSoftmax} from "../../../src/stages/03-neural-lm/model/naiveSoftmax.js";
import {bestOfTwo, expectedCharge} from "../../../src/stages/03-neural-lm/model/scores.js";
import {softmax} from "../../../lib/decode/softmax.js";

const logit = fc.double({min: -9, max: 9, noNaN: true});
const forecast = fc
  .array(fc.double({min: 0.01, max: 1, noNaN: true}), {minLength: 4, maxLength: 4})
  .map((list) => list.map((x) => x / list.reduce((a, b) => a + b, 0)));

describe("a loss of one logit against equal ones", () => {
  const V = 7;
  const squares = (x: number): number => {
    const p = rightProbability(x, V);
    const q = (1 - p) / (V - 1);
    return (1 - p) ** 2 + (V - 1) * q * q;
  };

  it("has the slopes that differences have", () => {
    fc.assert(
      fc.property(logit, (x) => {
        const h = 1e-5;
        const surprisal = (v: number): number => -Math.log(rightProbability(v, V));
        const along = (f: (v: number) => number): number => (f(x + h) - f(x - h)) / (2 * h);
        expect(slope("cross-entropy", x, V)).toBeCloseTo(along(surprisal), 6);
        expect(slope("squares", x, V)).toBeCloseTo(along(squares), 6);
      })
    );
  });

  it("needs no steps where the token that came is already likelier than not", () => {
    expect(stepsToHalf("squares", 9, V, 1, 10)).toBe(0);
    expect(stepsToHalf("squares", -9, V, 1, 10)).toBe(10);
  });
});

describe("charges", () => {
  it("by logarithm and by squares are least for the truth, whatever it is", () => {
    fc.assert(
      fc.property(forecast, forecast, (p, q) => {
        for (const rule of ["logarithm", "squares"] as const)
          expect(expectedCharge(rule, p, p)).toBeLessThanOrEqual(expectedCharge(rule, p, q) + 1e-12);
      })
    );
  });

  it("by 1 − q are least for one who says that the likelier always comes", () => {
    expect(bestOfTwo("plain", 0.6)).toBe(1);
    expect(bestOfTwo("plain", 0.3)).toBe(0);
    expect(bestOfTwo("logarithm", 0.3)).toBe(0.3);
  });
});

describe("softmax as its formula stands", () => {
  it("is the library's where numbers are small", () => {
    fc.assert(
      fc.property(fc.array(logit, {minLength: 1, maxLength: 6}), (logits) => {
        naiveSoftmax(logits).forEach((p, i) => expect(p).toBeCloseTo(softmax(logits)[i]!, 12));
      })
    );
  });

  it("is no number where they are large", () => {
    expect(naiveSoftmax([1000, 0])[0]).toBeNaN();
    expect(naiveLoss([0, -1000], 1)).toBe(Infinity);
  });
});
