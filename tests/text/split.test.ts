import fc from "fast-check";
import {expect, it} from "vitest";
import {ConfigError, TextError} from "../../lib/core/errors.js";
import {split} from "../../lib/text/split.js";

const ids = (n: number): Uint16Array => Uint16Array.from({length: n}, (_, i) => i);

it("gives parts that are the whole when put end to end, of the asked sizes, and are views of it", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 20, max: 500}),
      fc.integer({min: 5, max: 45}),
      fc.integer({min: 5, max: 45}),
      (n, v, t) => {
        const whole = ids(n);
        const {train, validation, test} = split(whole, {validation: v / 100, test: t / 100});
        expect([...train, ...validation, ...test]).toEqual([...whole]);
        expect(Math.abs(validation.length - (n * v) / 100)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(test.length - (n * t) / 100)).toBeLessThanOrEqual(0.5);
        for (const part of [train, validation, test]) expect(part.buffer).toBe(whole.buffer);
      }
    )
  );
});

it("takes a tenth each unless told, and none where the share is 0", () => {
  const {train, validation, test} = split(ids(100));
  expect([train.length, validation.length, test.length]).toEqual([80, 10, 10]);
  expect(validation[0]).toBe(80);
  expect(split(Uint32Array.of(1, 2), {validation: 0, test: 0}).train).toEqual(Uint32Array.of(1, 2));
  expect(split(ids(100), {validation: 0.29, test: 0}).validation).toHaveLength(29);
});

it("refuses shares that are not shares, naming which", () => {
  for (const share of [-0.1, 1, NaN, Infinity]) {
    expect(() => split(ids(10), {validation: share})).toThrow("split.validation");
    expect(() => split(ids(10), {test: share})).toThrow("split.test");
  }
  expect(() => split(ids(10), {validation: 0.5, test: 0.5})).toThrow(ConfigError);
});

it("refuses a text too short for its parts, and says what they would be", () => {
  expect(() => split(ids(3))).toThrow(TextError);
  expect(() => split(ids(3))).toThrow(/tokens +3[^]*validation +0/);
  expect(() => split(ids(0), {validation: 0, test: 0})).toThrow(TextError);
});
