import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {numberToBfloat16, roundToBfloat16} from "../../lib/core/bfloat16.js";
import {halfToNumber, numberToHalf} from "../../lib/core/float16.js";
import {bytesOfFloats, floatsOf} from "../../lib/io/floatBytes.js";

const GREATEST = 0x7bff;

describe("a number as a float16", () => {
  it("is its own bits again, for all 65,536", () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const x = halfToNumber(bits);
      if (x === x) expect(numberToHalf(x)).toBe(bits);
      else expect(halfToNumber(numberToHalf(x))).toBeNaN();
    }
  });

  it("is the even one of two that are equally near, and the nearer one else", () => {
    for (let bits = 0; bits < GREATEST; bits++) {
      const [low, high] = [halfToNumber(bits), halfToNumber(bits + 1)];
      const middle = (low + high) / 2;
      expect(numberToHalf(middle)).toBe(bits % 2 === 0 ? bits : bits + 1);
      const step = (high - low) / 1000;
      expect(numberToHalf(middle - step)).toBe(bits);
      expect(numberToHalf(middle + step)).toBe(bits + 1);
    }
  });

  it("is infinite from half a step above the greatest on", () => {
    expect(halfToNumber(GREATEST)).toBe(65_504);
    expect(numberToHalf(65_519.99)).toBe(GREATEST);
    expect(numberToHalf(65_520)).toBe(0x7c00);
    expect(numberToHalf(-Infinity)).toBe(0xfc00);
    expect([numberToHalf(0), numberToHalf(-0), numberToHalf(5e-324)]).toEqual([0, 0x8000, 0]);
  });
});

describe("bytes of floats", () => {
  it("hold numbers that are rounded once", () => {
    fc.assert(
      fc.property(fc.array(fc.float({noNaN: true})), (list) => {
        const back = (type: "F32" | "F16" | "BF16"): readonly number[] =>
          Array.from(floatsOf(type, bytesOfFloats(type, list)));
        expect(back("F32")).toEqual(list);
        expect(back("BF16")).toEqual(list.map(roundToBfloat16));
        expect(back("F16")).toEqual(list.map((x) => halfToNumber(numberToHalf(x))));
      })
    );
  });

  it("in bfloat16 are the upper half of a float32", () => {
    expect([1, -2, 0.5].map(numberToBfloat16)).toEqual([0x3f80, 0xc000, 0x3f00]);
    expect(Array.from(bytesOfFloats("BF16", [1]))).toEqual([0x80, 0x3f]);
  });
});
