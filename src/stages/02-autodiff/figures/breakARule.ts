import type {GradReport, Tensor} from "/lib/tensor.js";
import {chart, dotsAt, line, note, type Point} from "../../../components/chart/chart.js";
import {choice, select} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {tensors, type Tensors} from "../../../components/tensors.js";
import {breakables, breaks, broken, rulesToBreak, type Break, type RuleToBreak} from "../model/rulesToBreak.js";

const DIRECTIONS = 24;
const H = 2 ** -12;

interface Value {
  readonly rule: RuleToBreak;
  readonly how: Break;
}

interface Result {
  readonly report: GradReport;
  /** Along each direction: what differences of values say, and what the rule says. */
  readonly pairs: readonly Point[];
  readonly label: string;
  readonly fault: string;
  /** The largest difference of a value from the right one. */
  readonly wrongBy: number;
}

const words: Readonly<Record<Break, string>> = {
  right: "nothing",
  sign: "the sign",
  factor: "a factor of 1.001",
  term: "a term is forgotten",
  value: "the value, too"
};

const draws = (t: Tensors, seed: number) => (i: number, shape: readonly number[]) =>
  t.randomNormal(t.fold(t.key(seed), i), shape, "float64");

function examined(t: Tensors, {rule, how}: Value): Result {
  const draw = draws(t, 1);
  const one = breakables(t, draw)[rule];
  const f = broken(t, one, how);
  const report = t.checkGrad(f, one.inputs, {directions: DIRECTIONS});
  const value = f(one.inputs);
  const u = draw(99, value.shape);
  const dot = (a: Tensor, b: Tensor) => t.item(t.sum(t.mul(a, b)));
  const gradient = t.vjp(f, one.inputs).pull(u);
  const pairs = Array.from({length: DIRECTIONS}, (_, i): Point => {
    const v = one.inputs.map((x, j) => draws(t, 2)(8 * i + j, x.shape));
    const at = (h: number) => dot(f(one.inputs.map((x, j) => t.add(x, t.mul(v[j]!, h)))), u);
    const slope = (8 * (at(H) - at(-H)) - (at(2 * H) - at(-2 * H))) / (12 * H);
    return [slope, v.reduce((sum, each, j) => sum + dot(gradient[j]!, each), 0)];
  });
  const fault = {
    right: "nothing",
    sign: "the sign of the rule",
    factor: "the rule, by a factor of 1.001",
    term: one.forgotten,
    value: one.instead
  }[how];
  const wrongBy = t.item(t.max(t.abs(t.sub(value, one.f(one.inputs)))));
  return {report, pairs, label: one.label, fault, wrongBy};
}

/** A rule, broken by the reader's choice, before the judge: differences of values along random directions. */
export function breakARule(name = "break-a-rule") {
  return figure<Value, Result>({
    name,
    title: "Break a rule, and see who notices",
    caption: `Each dot is one random direction: across, how the value moves along it by differences; upwards, what the rule says. On the diagonal they agree. Below is what the library’s checkGrad reports, for these rules at points drawn from a fixed key.`,
    controls: {
      rule: select<RuleToBreak>(rulesToBreak, {
        label: "Rule",
        format: (r) =>
          ({
            tanh: "tanh",
            product: "a ⊙ b, b repeated over rows",
            matmul: "a · b, matrices",
            softmax: "softmax",
            "layer-norm": "LayerNorm",
            "cross-entropy": "cross-entropy"
          })[r],
        value: "softmax"
      }),
      how: choice<Break>(breaks, {label: "What is wrong", value: "term", format: (how) => words[how]})
    },
    compute: async (value) => examined(await tensors(), value),
    draw: ({how}, {width, result: {report, pairs, fault, wrongBy}}) => {
      const reach = 1.1 * Math.max(...pairs.flat().map(Math.abs));
      const domain = [-reach, reach] as const;
      const good = (p: Point) => Math.abs(p[0] - p[1]) <= 1e-6 * Math.max(1, Math.abs(p[0]));
      const picture = chart({
        width: Math.min(width, 460),
        height: 310,
        x: {domain, label: "By differences of values"},
        y: {domain, label: "By the rule"},
        marks: [
          line(
            [
              [-reach, -reach],
              [reach, reach]
            ],
            {meaning: "edge", width: 1}
          ),
          dotsAt(pairs.filter(good), "good", 4),
          dotsAt(
            pairs.filter((p) => !good(p)),
            "bad",
            4
          ),
          note([-reach * 0.95, reach * 0.86], report.passed ? "passed" : "failed", {
            style: `fill:var(--${report.passed ? "good" : "bad"})`,
            "font-weight": 600
          })
        ]
      });
      const said = `checkGrad: ${report.passed ? "passed" : "failed"}, ${report.comparisons} comparisons, the worst off by ${report.worst.toExponential(1)} (${report.where}).`;
      const value =
        how === "value"
          ? ` Yet the value is off by up to ${wrongBy.toPrecision(2)}: this is ${fault}, differentiated without a fault.`
          : ` What is wrong: ${fault}.`;
      return element("div", {}, picture, element("p", {className: "cells-rule"}, element("b", {}, said), value));
    },
    describe: ({how}, {report, label, fault, wrongBy, pairs}) =>
      `${label}; what is wrong is ${fault}. checkGrad ${report.passed ? "passes" : "fails"} it after ${report.comparisons} comparisons, the worst disagreement is ${report.worst.toExponential(1)}. Along the first direction, differences say ${pairs[0]?.[0].toFixed(4) ?? ""} and the rule ${pairs[0]?.[1].toFixed(4) ?? ""}.${how === "value" ? ` The value is off by up to ${wrongBy.toPrecision(2)}.` : ""}`,
    code: ({how}) => `import {key} from "llm-first-principles";
import {add, checkGrad, mul, neg, randomNormal, softmax, stopGradient, sub} from "llm-first-principles/tensor";

// f's value with g's derivative: their difference is added as a constant
const withSlopeOf = (f, g) => (x) => add(g(x), stopGradient(sub(f(x), g(x))));

const f = (x) => softmax(x);
const g = ${{right: "f", sign: "(x) => neg(f(x))", factor: "(x) => mul(f(x), 1.001)", term: "(x) => mul(x, stopGradient(softmax(x))) // without p·pᵀ", value: "f"}[how]};
const x = randomNormal(key(1), [2, 5], "float64");
console.log(checkGrad(${how === "value" ? "(x) => softmax(mul(x, Math.LN2))" : "withSlopeOf(f, g)"}, x));`,
    rows: (_, {pairs}) => pairs.map(([differences, rule]) => ({differences, rule}))
  });
}
