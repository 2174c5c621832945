import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {roundToBfloat16} from "../../lib/core/bfloat16.js";

const view = new DataView(new ArrayBuffer(4));

/** The number of a pattern of 16 bits: the upper half of a float32. */
const numberOf = (pattern: number): number => {
  view.setUint32(0, pattern << 16);
  return view.getFloat32(0);
};
const INFINITY = 0x7f80;

describe("rounding to bfloat16", () => {
  it("leaves all 65,536 patterns as they are", () => {
    for (let pattern = 0; pattern < 65536; pattern++) {
      const x = numberOf(pattern);
      expect(Object.is(roundToBfloat16(x), x)).toBe(true);
    }
  });

  it("goes to the nearer of two neighbors, and from the middle to the even one", () => {
    for (let pattern = 0; pattern + 1 < INFINITY; pattern++) {
      const [low, high] = [numberOf(pattern), numberOf(pattern + 1)];
      const middle = (low + high) / 2;
      const [below, above] = [middle * (1 - 2 ** -52), middle * (1 + 2 ** -52)];
      const even = pattern % 2 === 0 ? low : high;
      for (const sign of [1, -1])
        expect([below, middle, above].map((x) => roundToBfloat16(sign * x))).toEqual([
          sign * low,
          sign * even,
          sign * high
        ]);
    }
  });

  it("is Infinity from half a step beyond the largest number on", () => {
    const largest = numberOf(INFINITY - 1);
    const limit = 2 ** 128 - 2 ** 119;
    expect(roundToBfloat16(limit * (1 - 2 ** -53))).toBe(largest);
    expect([limit, 1e300, Number.MAX_VALUE, Infinity].map(roundToBfloat16)).toEqual(Array(4).fill(Infinity));
    expect([-limit, -1e300].map(roundToBfloat16)).toEqual([-Infinity, -Infinity]);
  });

  it("keeps NaN and the sign of what becomes zero", () => {
    expect(roundToBfloat16(NaN)).toBeNaN();
    expect([-0, -1e-45, -5e-324, 1e-45, 2 ** -134].map((x) => Object.is(roundToBfloat16(x), -0))).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
  });

  it("never changes an order, and is off by at most a 256th of a normal number", () => {
    const any = fc.double({noNaN: true});
    fc.assert(fc.property(any, any, (x, y) => x <= y === (x <= y && roundToBfloat16(x) <= roundToBfloat16(y))));
    const normal = fc.double({min: 2 ** -126, max: 2 ** 127, noNaN: true});
    fc.assert(fc.property(normal, (x) => Math.abs(roundToBfloat16(x) - x) <= x / 256));
  });
});
