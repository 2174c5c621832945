import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {brierScore, topKAccuracy} from "../../lib/core/accuracy.js";
import {calibration} from "../../lib/core/calibration.js";
import {ConfigError, ShapeError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {uniform} from "../../lib/core/random/uniform.js";

describe("top-k accuracy", () => {
  const rows = [
    [0.1, 0.6, 0.3],
    [0.5, 0.2, 0.3],
    [0.2, 0.2, 0.6]
  ];

  it("counts labels among the k likeliest, of equals the smaller class first", () => {
    const labels = [2, 0, 1];
    expect([1, 2, 3].map((k) => topKAccuracy(rows, labels, k))).toEqual([1 / 3, 2 / 3, 1]);
    expect(topKAccuracy(rows, [1, 0, 0], 2)).toBe(1);
    expect(topKAccuracy([[NaN, NaN]], [0], 2)).toBe(0);
  });

  it("rises with k to 1, and does not change with what keeps the order", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({noNaN: true, min: -9, max: 9}), {minLength: 4, maxLength: 4}), {minLength: 1}),
        (rows) => {
          const labels = rows.map((_, i) => i % 4);
          const shares = [1, 2, 3, 4].map((k) => topKAccuracy(rows, labels, k));
          expect([...shares].sort((a, b) => a - b)).toEqual(shares);
          expect(shares[3]).toBe(1);
          expect(
            topKAccuracy(
              rows.map((row) => row.map((x) => 2 * x)),
              labels,
              2
            )
          ).toBe(shares[1]);
        }
      )
    ));

  it("refuses what has no answer", () => {
    expect(() => topKAccuracy([], [])).toThrow(ConfigError);
    expect(() => topKAccuracy(rows, [0, 1])).toThrow(ShapeError);
    expect(() => topKAccuracy(rows, [0, 1, 3])).toThrow(/labels\[2\]/);
    expect(() => topKAccuracy(rows, [0, 1, 2], 0)).toThrow(/topKAccuracy.k/);
  });
});

describe("calibration", () => {
  it("of who is right as often as they say has an error that vanishes, of who is always sure the share of their errors", () => {
    const confidence = Float64Array.from({length: 20_000}, (_, i) => uniform(key(1), i));
    const right = Array.from(confidence, (p, i) => uniform(key(2), i) < p);
    expect(calibration(confidence, right).expectedCalibrationError).toBeLessThan(0.02);
    const wrong = right.filter((is) => !is).length / right.length;
    const sure = calibration(new Float64Array(20_000).fill(1), right);
    expect(sure.expectedCalibrationError).toBeCloseTo(wrong, 12);
    expect(sure.bins.map(({count}) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 20_000]);
    expect(sure.bins[0]).toEqual({count: 0, accuracy: null, confidence: null});
  });

  it("counts each prediction in one bin, whose edge belongs to the bin below", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 30}),
        fc.constantFrom("width" as const, "mass" as const),
        (bins, binning) => {
          const edges = Array.from({length: bins + 1}, (_, k) => k / bins);
          const made = calibration(
            edges,
            edges.map(() => true),
            {bins, binning}
          );
          const counts = made.bins.map(({count}) => count);
          expect(counts).toEqual(counts.map((_, k) => (k === 0 ? 2 : 1)));
          expect(made.maximumCalibrationError).toBeGreaterThanOrEqual(made.expectedCalibrationError - 1e-12);
        }
      )
    ));

  it("refuses confidences that are none, and lists that do not fit", () => {
    expect(() => calibration([], [])).toThrow(ConfigError);
    expect(() => calibration([0.5, 80], [true, true])).toThrow(/confidence\[1\]/);
    expect(() => calibration([0.5], [true, true])).toThrow(ShapeError);
    expect(() => calibration([0.5], [true], {bins: 0})).toThrow(/calibration.bins/);
  });
});

it("the Brier score is least for whoever says what is so", () => {
  const share = 0.3;
  const expected = (p: number): number =>
    share * brierScore([[1 - p, p]], [1]) + (1 - share) * brierScore([[1 - p, p]], [0]);
  for (const p of [0, 0.2, 0.29, 0.31, 0.5, 1]) expect(expected(p)).toBeGreaterThan(expected(share));
});
