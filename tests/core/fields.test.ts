import {describe, expect, it} from "vitest";
import {settled, type FieldsOf} from "../../lib/core/fields.js";

interface Config {
  readonly text: string;
  readonly steps?: number;
  readonly rate?: number;
  readonly how?: "slow" | "fast";
  readonly loud?: boolean;
  readonly sizes?: readonly number[];
}

const about = {label: "Setting", about: "what it is"};
const fields: FieldsOf<Config> = {
  text: {...about, kind: "text"},
  steps: {...about, kind: "whole", default: 10},
  rate: {...about, kind: "real", default: 0.1, above: 0, most: Infinity},
  how: {...about, kind: "choice", default: "slow", choices: ["slow", "fast"]},
  loud: {...about, kind: "switch", default: false},
  sizes: {...about, kind: "sizes", default: [4, 4]}
};
const settle = (config: object) => settled<Config>("config", fields, config as Config);

describe("a described config", () => {
  it("has all its settings: those given, and the defaults of the others", () =>
    expect(settle({text: "abc", rate: Infinity, sizes: [3], steps: undefined})).toEqual({
      text: "abc",
      steps: 10,
      rate: Infinity,
      how: "slow",
      loud: false,
      sizes: [3]
    }));

  it.each([
    ["a text that is missing", {}, /config\.text: must be a text/],
    ["a setting that is none", {text: "", stepz: 3}, /did you mean steps/],
    ["a fraction of a step", {text: "", steps: 1.5}, /config\.steps: must be a whole number/],
    ["a number below its border", {text: "", steps: -1}, /config\.steps: must be a whole number at least 0/],
    ["a number on its open border", {text: "", rate: 0}, /config\.rate: must be a number above 0/],
    ["a number that is none", {text: "", rate: NaN}, /config\.rate/],
    ["a choice that is none", {text: "", how: "fsat"}, /did you mean fast/],
    ["a switch that is neither", {text: "", loud: "yes"}, /config\.loud: must be true or false/],
    ["a list that is none", {text: "", sizes: 4}, /config\.sizes: must be a list/],
    ["a size of nothing", {text: "", sizes: [3, 0]}, /config\.sizes\.1/],
    ["no record at all", null, /a config is a record/]
  ])("refuses %s", (_, config, message) => expect(() => settle(config as object)).toThrow(message));
});
