import {describe, expect, it} from "vitest";
import {rules, slopeAt, type Rule, type Slope} from "../../../lib/autodiff/scalar/rules.js";

const table: readonly Rule[] = Object.values(rules);

// of both signs where an operation takes them, unequal, and away from kinks
const unaryPoints: Readonly<Record<string, readonly number[]>> = {log: [0.3, 2.5], sqrt: [0.3, 2.5]};
const POINTS = [-1.7, -0.4, 0.3, 2.5];
const PAIRS = [
  [0.7, -1.3],
  [2.5, 0.4],
  [1.2, 3.1]
] as const;
const H = 1e-5;

/** Where a rule's slopes are not what central differences of its value find. */
function wrong({op, value, slopes}: Rule): readonly string[] {
  const pairs = slopes.length === 2 ? PAIRS : (unaryPoints[op] ?? POINTS).map((x) => [x, NaN] as const);
  return pairs.flatMap(([x, y]) =>
    slopes.flatMap((slope, i) => {
      const at = (d: number): number => (i === 0 ? value(x + d, y) : value(x, y + d));
      const expected = (at(H) - at(-H)) / (2 * H);
      const actual = slopeAt(slope, value(x, y), x, y);
      return Math.abs(actual - expected) < 1e-6 * Math.max(1, Math.abs(expected))
        ? []
        : [`${op} ${i} at ${x}, ${y}: ${actual}, not ${expected}`];
    })
  );
}

it.each(table)("the slopes of $op are the derivatives of its value", (rule) => {
  expect(wrong(rule)).toEqual([]);
  expect(rule.slopeFormulas).toHaveLength(rule.slopes.length);
});

describe("a rule that is broken once is found:", () => {
  const as =
    (change: (slope: Slope, v: number, x: number, y: number) => number) =>
    (slope: Slope): Slope =>
    (v, x, y) =>
      change(slope, v, x, y);
  const breaks: Readonly<Record<string, (slope: Slope) => Slope>> = {
    "a sign": as((slope, v, x, y) => -slopeAt(slope, v, x, y)),
    "a factor": as((slope, v, x, y) => 2 * slopeAt(slope, v, x, y)),
    "a term": as((slope, v, x, y) => 1e-3 + slopeAt(slope, v, x, y))
  };
  const mutants = table.flatMap((rule) =>
    rule.slopes.flatMap((_, i) =>
      Object.entries(breaks).map(([what, change]) => ({
        what: `${what} of slope ${i} of ${rule.op}`,
        rule: {...rule, slopes: rule.slopes.map((slope, j) => (j === i ? change(slope) : slope))}
      }))
    )
  );
  const swapped = table
    .filter(({op, slopes}) => slopes.length === 2 && op !== "add")
    .map((rule) => ({
      what: `the order of operands of ${rule.op}`,
      rule: {...rule, slopes: [...rule.slopes].reverse()}
    }));
  it.each([...mutants, ...swapped])("$what", ({rule}) => expect(wrong(rule)).not.toEqual([]));
});

it.each([
  ["relu", 0, 0],
  ["abs", 0, 0],
  ["sqrt", 0, Infinity],
  ["log", 0, Infinity],
  ["sigmoid", 1000, 0],
  ["sigmoid", -1000, 0],
  ["tanh", 1e300, 0],
  ["exp", -1000, 0],
  ["abs", -0, 0]
] as const)("the slope of %s at %d is %d", (op, x, expected) => {
  const {value, slopes}: Rule = rules[op];
  expect(slopeAt(slopes[0]!, value(x, NaN), x, NaN) + 0).toBe(expected);
});

it("values at the ends of the line are limits, and never NaN without reason", () => {
  expect(rules.sigmoid.value(1000)).toBe(1);
  expect(rules.sigmoid.value(-1000)).toBe(0);
  expect(rules.sigmoid.value(-Infinity)).toBe(0);
  expect(rules.log.value(0)).toBe(-Infinity);
  expect(rules.log.value(-1)).toBe(NaN);
  expect(rules.relu.value(NaN)).toBe(NaN);
  expect(rules.relu.value(-Infinity)).toBe(0);
});

it("equals share the gradient of max and min", () => {
  for (const {slopes} of [rules.max, rules.min] as readonly Rule[])
    expect(slopes.map((slope) => slopeAt(slope, 2, 2, 2))).toEqual([0.5, 0.5]);
});
