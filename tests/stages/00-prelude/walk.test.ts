import {describe, expect, it} from "vitest";
import {numericalGradient} from "../../../lib/scalar.js";
import {valley} from "../../../src/stages/00-prelude/model/curves.js";
import {landscapes} from "../../../src/stages/00-prelude/model/maps.js";
import {walk} from "../../../src/stages/00-prelude/model/walk.js";

describe("a walk downhill", () => {
  it("halves its distance to the bottom of x² with the rate 1/4", () => {
    expect(walk((x) => 2 * x, 8, 0.25, 3)).toEqual([8, 4, 2, 1]);
    expect(walk((x) => 2 * x, 8, 0.25, 0)).toEqual([8]);
  });

  it("ends in a valley, where the slope is zero", () => {
    for (const start of [-3, 3])
      expect(Math.abs(valley.slope(walk(valley.slope, start, 0.06, 300).at(-1)!))).toBeLessThan(1e-9);
  });
});

it("the slopes of the prelude’s curves are what small steps find", () => {
  for (const x of [-2, -0.3, 0, 1.7]) {
    expect(numericalGradient(([t = 0]) => valley.height(t), [x])[0]).toBeCloseTo(valley.slope(x), 8);
    for (const {of, slopes} of Object.values(landscapes)) {
      const found = numericalGradient(([a = 0, b = 0]) => of(a, b), [x, 0.5]);
      slopes(x, 0.5).forEach((slope, i) => expect(found[i]).toBeCloseTo(slope, 8));
    }
  }
});
