import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readForks, writeForks} from "../../../src/components/workbench/forks.js";
import {inspectTensor} from "../../../src/components/workbench/inspectTensor.js";
import {loggedAt} from "../../../src/components/workbench/loggedAt.js";
import {faultOf, offeredOf, readSetting, writeSetting} from "../../../src/components/workbench/settingTexts.js";
import {smoothed} from "../../../src/components/workbench/smoothed.js";
import {bengioFields} from "../../../lib/stages/03-neural-lm/index.js";
import {settled, type Fields} from "../../../lib/index.js";

const change = fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,8}$/), fc.string({unit: "grapheme", maxLength: 12}), {
  minKeys: 1,
  maxKeys: 3
});
const forks = fc.array(fc.record({from: fc.nat(2000), change}), {maxLength: 4});
const any = (): boolean => true;

describe("forks in the address", () => {
  it("come back as they were written", () =>
    fc.assert(
      fc.property(forks, (list) => {
        const wellFormed = list.every(({change}) => !/\p{Surrogate}/u.test(Object.values(change).join()));
        fc.pre(wellFormed);
        expect(readForks(writeForks(list), 2000, any)).toEqual(list);
      })
    ));

  it.each([
    ["a step beyond the last", "2001:optimizer=lion"],
    ["no change", "137:"],
    ["no step", "optimizer=lion"],
    ["a broken escape", "137:optimizer=%E0%A4%A"],
    ["a name that is none", "137:a-b=1"],
    ["anything", "hello; drop"]
  ])("are refused: %s", (_, text) => expect(readForks(text, 2000, any)).toBeUndefined());

  it("are refused if a setting cannot be changed so", () =>
    expect(readForks("1:optimizer=adamW", 2000, (_, text) => text === "lion")).toBeUndefined());
});

describe("settings as texts", () => {
  const fields = Object.entries(bengioFields as unknown as Fields);

  it.each(fields)("offers values of %s that the stage takes", (name, field) => {
    for (const text of offeredOf(field)) {
      expect(faultOf(field, text)).toBeUndefined();
      const value = readSetting(field, text);
      expect(writeSetting(value)).toBe(text);
      expect(() => settled("config", bengioFields, {corpus: "abc", [name]: value})).not.toThrow();
    }
  });

  it("has each default among what is offered", () => {
    for (const [, field] of fields)
      if (field.kind !== "text") expect(offeredOf(field)).toContain(writeSetting(field.default));
  });
});

describe("a tensor as it is drawn", () => {
  it("has the moments and the counts of its numbers", () => {
    const {mean, deviation, least, most, zeros, bins, blocks} = inspectTensor("parameter:w", {
      shape: [2, 3],
      data: [0, 1, 2, 3, 4, 5]
    });
    expect({mean, deviation, least, most, zeros}).toEqual({
      mean: 2.5,
      deviation: Math.sqrt(35 / 12),
      least: 0,
      most: 5,
      zeros: 1 / 6
    });
    expect(bins.reduce((a, b) => a + b)).toBe(6);
    expect(blocks).toEqual([
      [0, 1, 2],
      [3, 4, 5]
    ]);
  });

  it("of any shape has blocks whose mean, weighed, is the mean", () =>
    fc.assert(
      fc.property(fc.integer({min: 1, max: 130}), fc.integer({min: 1, max: 130}), (rows, columns) => {
        const data = Float64Array.from({length: rows * columns}, (_, i) => (i * 7) % 13);
        const {blocks} = inspectTensor("x", {shape: [rows, columns], data});
        expect(blocks.length).toBe(Math.min(48, rows));
        expect(blocks[0]!.length).toBe(Math.min(48, columns));
        expect(blocks.flat().every((x) => x >= 0 && x <= 12)).toBe(true);
      })
    ));

  it("says what is broken, and draws the rest", () => {
    const {broken, mean, most} = inspectTensor("x", {shape: [4], data: [1, NaN, Infinity, 3]});
    expect({broken, mean, most}).toEqual({broken: 2, mean: 2, most: 3});
  });
});

describe("a smoothed line", () => {
  it("of a constant is the constant from its first point on", () => {
    const line = smoothed(
      Array.from({length: 20}, (_, i) => [i, 2.5] as const),
      10
    );
    for (const [, y] of line) expect(y).toBeCloseTo(2.5, 12);
  });
  it("leaves gaps where the line has them", () =>
    expect(
      smoothed(
        [
          [0, 1],
          [1, NaN],
          [2, 1]
        ],
        3
      )
    ).toEqual([
      [0, 1],
      [1, NaN],
      [2, 1]
    ]));
});

describe("what was measured at a step", () => {
  const log = [0, 20, 40].map((step) => ({step, metrics: step}));
  it.each([
    [0, 0],
    [19, 0],
    [20, 20],
    [1000, 40]
  ])("%i is that of %i", (step, found) => expect(loggedAt(log, step)?.step).toBe(found));
  it("is nothing of nothing", () => expect(loggedAt([], 5)).toBeUndefined());
});
