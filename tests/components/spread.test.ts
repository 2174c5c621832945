import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {heat, signed} from "../../src/components/chart/heatmap.js";
import {spread} from "../../src/components/chart/spread.js";

const places = fc.array(fc.double({min: 0, max: 10, noNaN: true}), {maxLength: 8});
const TOP = 10;
const GAP = 1;

describe("labels at the ends of lines", () => {
  it("stay apart, in order, and inside the frame", () => {
    fc.assert(
      fc.property(places, (ys) => {
        const found = spread(ys, GAP, [0, TOP]);
        const order = ys.map((_, i) => i).sort((i, j) => ys[i]! - ys[j]!);
        order.slice(1).forEach((i, k) => expect(found[i]! - found[order[k]!]!).toBeGreaterThan(GAP - 1e-9));
        for (const y of found) {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(TOP + 1e-9);
        }
      })
    );
  });

  it("do not move when they do not touch", () => {
    expect(spread([7, 1, 4], GAP, [0, TOP])).toEqual([7, 1, 4]);
  });

  it("share the way when they do", () => {
    expect(spread([5, 5], GAP, [0, TOP])).toEqual([4.5, 5.5]);
    expect(spread([5, 5, 5, 9], GAP, [0, TOP])).toEqual([4, 5, 6, 9]);
  });
});

describe("the shades of heat maps", () => {
  it("go from the surface to the meaning, and take nothing for nothing", () => {
    expect(heat("probability", 0.5)).toBe("color-mix(in oklab, var(--probability) 50%, var(--surface))");
    expect([heat("data", 7), heat("data", NaN)]).toEqual([heat("data", 1), heat("data", 0)]);
    expect([signed(-0.2), signed(0.2)]).toEqual([heat("minus", 0.2), heat("plus", 0.2)]);
  });
});
