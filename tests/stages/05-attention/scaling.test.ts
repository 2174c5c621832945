import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  drawnMeans,
  jacobianSize,
  scoresDrawn,
  softmaxOf,
  spreadOf
} from "../../../src/stages/05-attention/model/scoresDrawn.js";

describe("random scores", () => {
  it("have the Jacobian’s size without the matrix", () =>
    fc.assert(
      fc.property(fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 1, maxLength: 8}), (scores) => {
        const w = softmaxOf(scores);
        const entries = w.flatMap((a, i) => w.map((b, j) => a * ((i === j ? 1 : 0) - b)));
        const size = Math.sqrt(entries.reduce((sum, x) => sum + x * x, 0));
        expect(jacobianSize(w)).toBeCloseTo(size, 7);
      })
    ));

  it("are the same for the same seed, and of no preferred sign", () => {
    expect(scoresDrawn(8, 3, 1)).toEqual(scoresDrawn(8, 3, 1));
    const all = Array.from({length: 400}, (_, i) => scoresDrawn(8, 1, i)[0]!);
    expect(Math.abs(all.reduce((sum, x) => sum + x, 0) / 400)).toBeLessThan(0.6);
  });

  it("spread their weight over all keys if they are equal, and over one if one is far above", () => {
    expect(spreadOf(softmaxOf([2, 2, 2, 2]))).toBeCloseTo(4, 9);
    expect(spreadOf(softmaxOf([200, 0, 0]))).toBeCloseTo(1, 9);
  });

  it("weigh alike at every width once they are divided", () => {
    const [narrow, wide] = [drawnMeans(4, true, {draws: 60}), drawnMeans(256, true, {draws: 60})];
    expect(Math.abs(narrow.spread - wide.spread)).toBeLessThan(1.5);
    expect(drawnMeans(256, false, {draws: 60}).spread).toBeLessThan(2);
  });
});
