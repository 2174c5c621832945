import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {boundary, fieldOf} from "../../../src/stages/02-autodiff/figures/mlpSurfaceMap.js";
import {
  neighbor,
  neuronsOf,
  readTarget,
  SCORE,
  within,
  writeTarget,
  type Sizes,
  type Target
} from "../../../src/stages/02-autodiff/figures/mlpSurfaceTarget.js";

const sizes: fc.Arbitrary<Sizes> = fc
  .array(fc.integer({min: 1, max: 8}), {maxLength: 3})
  .map((hidden) => [2, ...hidden, 1]);
const arrows = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/** All that arrows lead to from the score. */
function reached(sizes: Sizes): ReadonlySet<string> {
  const seen = new Set<string>();
  const left: Target[] = [SCORE];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (seen.has(writeTarget(at))) continue;
    seen.add(writeTarget(at));
    for (const key of arrows) {
      const next = neighbor(at, key, sizes);
      if (next !== undefined) left.push(next);
    }
  }
  return seen;
}

describe("walking through a network", () => {
  it("reaches every neuron and every weight by arrows, and nothing else", () => {
    fc.assert(
      fc.property(sizes, (sizes) => {
        const neurons = neuronsOf(sizes);
        const weights = neurons.flatMap((neuron) => {
          const inputs = sizes[neuron.layer < 0 ? sizes.length - 2 : neuron.layer]!;
          return Array.from({length: inputs}, (_, input) => ({...neuron, input}));
        });
        expect([...reached(sizes)].sort()).toEqual([...neurons, ...weights].map(writeTarget).sort());
      })
    );
  });

  it("writes each place so that it is read again", () => {
    fc.assert(
      fc.property(sizes, (sizes) => {
        for (const text of reached(sizes)) {
          const target = readTarget(text)!;
          expect(writeTarget(target)).toBe(text);
          expect(within(target, sizes)).toEqual(target);
        }
      })
    );
    for (const text of ["", "0.1", "1", "1.0", "score.1", "1.2from0", "1.2.3", "1.2 "])
      expect(readTarget(text)).toBeUndefined();
  });

  it("falls back to the score where a network has no such neuron", () => {
    for (const text of ["1.5", "2.1", "1.2from3", "scorefrom5"])
      expect(within(readTarget(text)!, [2, 4, 1])).toBe(SCORE);
  });
});

describe("the boundary of a field", () => {
  it("is the line of a network that is one, to a ten-thousandth of a cell", () => {
    const line = fc.record({
      a: fc.double({min: 0.2, max: 1, noNaN: true}),
      b: fc.double({min: 0.2, max: 1, noNaN: true}),
      c: fc.double({min: -0.5, max: 0.5, noNaN: true})
    });
    fc.assert(
      fc.property(line, ({a, b, c}) => {
        const n = 16;
        const params = [[{weights: [a, b], bias: c}]];
        const {values} = fieldOf(params, {hidden: [], activation: "tanh"}, SCORE, n);
        const at = (i: number): number => ((i + 0.5) / n) * 4 - 2; // of the plane, whose edges are -2 and 2
        const sums = Array.from({length: n * n}, (_, i) => a * at(i % n) + b * at(Math.floor(i / n)) + c);
        values.forEach((value: number, i: number) => expect(value).toBeCloseTo(Math.tanh(sums[i]! / 2), 12));
        const segments = boundary({n, values: sums});
        expect(segments.length).toBeGreaterThan(10);
        for (const [x0, y0, x1, y1] of segments) {
          expect(Math.abs(a * at(x0) + b * at(y0) + c)).toBeLessThan(1e-4);
          expect(Math.abs(a * at(x1) + b * at(y1) + c)).toBeLessThan(1e-4);
        }
      })
    );
  });
});
