import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {refuseNumber} from "../../src/components/figure/controls.js";
import {readMoment, writeMoment} from "../../src/components/figure/moment.js";
import {readDecimal, readNumber, writeNumber} from "../../src/components/number.js";

describe("numbers from an address", () => {
  it("come back as they were written", () => {
    fc.assert(fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (x) => readDecimal(String(x)) === x));
  });

  it.each(["", "NaN", "Infinity", "0x10", "8abc", "８", "1e400", " 1", "1_000", "--1"])(
    "are refused in the form “%s”",
    (text) => {
      expect(readDecimal(text)).toBeUndefined();
    }
  );

  it("are refused by a slider outside its range and between its steps", () => {
    const range = {min: 0.1, max: 3, step: 0.1};
    expect(["0.1", "0.8", "3"].map((text) => refuseNumber(text, range))).toEqual([undefined, undefined, undefined]);
    expect(refuseNumber("3.1", range)).toMatch(/between 0.1 and 3/);
    expect(refuseNumber("0.15", range)).toMatch(/multiple of 0.1/);
  });
});

describe("numbers that a reader types", () => {
  it.each([
    ["0,25", 0.25],
    ["1/4", 0.25],
    ["25 %", 0.25],
    ["−3.5", -3.5],
    ["1,234,567.5", 1234567.5],
    ["1 000", 1000],
    [".5", 0.5],
    ["2e-3", 0.002]
  ])("are understood: %s", (text, value) => expect(readNumber(text)).toBe(value));

  it.each(["", "x", "1/0", "1/2/3", "1,2,3", "0x10", "%"])("are refused: “%s”", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it("are shown short, with a true minus", () => {
    expect([0.123456, -2, 123456.7, 1e12, 0].map((x) => writeNumber(x, 3))).toEqual([
      "0.123",
      "−2",
      "123,457",
      "1.00e+12",
      "0"
    ]);
  });
});

describe("a moment in the address", () => {
  it("comes back as it was written", () => {
    const step = fc.integer({min: 0, max: 400});
    fc.assert(
      fc.property(step, fc.option(step), (at, fork) => {
        expect(readMoment(writeMoment({step: at, fork}), 400)).toEqual({step: at, fork});
      })
    );
  });

  it.each(["401", "10f401", "-1", "1.5", "f3", "3f", "", "1e2"])("is refused in the form “%s”", (text) => {
    expect(readMoment(text, 400)).toBeUndefined();
  });
});
