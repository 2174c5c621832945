import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {real, whole} from "../../lib/core/check.js";
import {ConfigError} from "../../lib/core/errors.js";

describe("whole", () => {
  it("gives back every whole number of its range, and refuses all else", () => {
    fc.assert(
      fc.property(fc.integer({min: -50, max: 50}), fc.integer({min: -50, max: 50}), (value, least) => {
        if (value >= least) expect(whole("f.n", value, {least})).toBe(value);
        else expect(() => whole("f.n", value, {least})).toThrow(ConfigError);
      })
    );
  });

  it.each([1.5, NaN, Infinity, "3", null, undefined, 2n, {}, Number.MAX_SAFE_INTEGER + 1])("refuses %s", (value) => {
    expect(() => whole("f.n", value)).toThrow(ConfigError);
  });

  it("says where, which numbers fit, what came, and what to do", () => {
    const refused = () => whole("topK.k", -1, {least: 1, hint: "1 keeps the likeliest token only"});
    expect(refused).toThrow(
      "topK.k: must be a whole number at least 1\n  k  -1\n  hint: 1 keeps the likeliest token only"
    );
    expect(() => whole("order", 99, {least: 0, most: 12})).toThrow("order: must be a whole number from 0 to 12");
  });
});

describe("real", () => {
  it("knows open and closed borders", () => {
    expect(real("f.share", 0, {least: 0, below: 1})).toBe(0);
    expect(() => real("f.share", 1, {least: 0, below: 1})).toThrow("must be a number at least 0 and below 1");
    expect(() => real("f.rate", 0, {above: 0})).toThrow("must be a number above 0");
    expect(real("f.rate", Number.MIN_VALUE, {above: 0})).toBe(Number.MIN_VALUE);
  });

  it("takes infinity only where a border is infinity", () => {
    expect(real("f.wait", Infinity, {above: 0, most: Infinity})).toBe(Infinity);
    expect(() => real("f.wait", Infinity, {above: 0})).toThrow(ConfigError);
    expect(() => real("f.wait", -Infinity, {most: Infinity})).toThrow(ConfigError);
  });

  it.each([NaN, "1", null, undefined, 1n])("refuses %s", (value) => {
    expect(() => real("f.x", value)).toThrow(ConfigError);
  });
});
