import {expect, it} from "vitest";
import {rules, type Rule} from "../../../lib/autodiff/scalar/rules.js";
import {formulaText} from "../../../src/stages/02-autodiff/model/formulaText.js";

const all: readonly Rule[] = Object.values(rules);

it.each(all.map((rule) => [rule.op, rule] as const))(
  "writes the rule of %s without TeX",
  (_, {formula, slopeFormulas}) => {
    for (const tex of [formula, ...slopeFormulas]) {
      expect(formulaText(tex)).not.toMatch(/[\\{}]| {2}/);
      expect(formulaText(tex, "v1", "w")).not.toMatch(/[\\{}]| {2}|(?<![a-z])[xy](?![a-z])/);
    }
  }
);

it("keeps what a formula means", () => {
  expect(rules.div.slopeFormulas.map((tex) => formulaText(tex, "a", "b"))).toEqual(["1/b", "−a/b²"]);
  expect(rules.pow.slopeFormulas.map((tex) => formulaText(tex, "a", "b"))).toEqual(["b·a^(b−1)", "a^b·ln a"]);
  expect(formulaText(rules.tanh.slopeFormulas[0], "v")).toBe("1−tanh² v");
  expect(formulaText(rules.sqrt.slopeFormulas[0], "v")).toBe("1/(2·√v)");
  expect(formulaText(rules.exp.formula)).toBe("eˣ");
});
