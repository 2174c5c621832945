import {numericalGradient} from "/lib/scalar.js";
import {chart, dotsAt, ends, line, type Point} from "../../../components/chart/chart.js";
import {select} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {curves, powerText, slopeAt, valueAt, type Curve, type CurveName} from "../model/curves.js";

interface Rule {
  readonly name: string;
  readonly formula: string;
  /** The function made of u and v. */
  readonly value: (u: number, v: number) => number;
  /** Its slope, from values and slopes of both. */
  readonly slope: (u: number, du: number, v: number, dv: number) => number;
  /** Whether v plays no part. */
  readonly alone?: true;
}

const rules = {
  product: {
    name: "product u v",
    formula: "u′v + uv′",
    value: (u, v) => u * v,
    slope: (u, du, v, dv) => du * v + u * dv
  },
  sum: {name: "sum u + v", formula: "u′ + v′", value: (u, v) => u + v, slope: (_, du, __, dv) => du + dv},
  multiple: {name: "multiple 3 u", formula: "3 u′", value: (u) => 3 * u, slope: (_, du) => 3 * du, alone: true},
  reciprocal: {
    name: "reciprocal 1/u",
    formula: "−u′/u²",
    value: (u) => 1 / u,
    slope: (u, du) => -du / (u * u),
    alone: true
  },
  quotient: {
    name: "quotient u/v",
    formula: "(u′v − uv′)/v²",
    value: (u, v) => u / v,
    slope: (u, du, v, dv) => (du * v - u * dv) / (v * v)
  },
  wrongProduct: {
    name: "product, tempting",
    formula: "u′v′ (wrong)",
    value: (u, v) => u * v,
    slope: (_, du, __, dv) => du * dv
  },
  wrongQuotient: {
    name: "quotient, tempting",
    formula: "u′/v′ (wrong)",
    value: (u, v) => u / v,
    slope: (_, du, __, dv) => du / dv
  }
} as const satisfies Readonly<Record<string, Rule>>;

type RuleName = keyof typeof rules;
const ruleNames = Object.keys(rules) as readonly RuleName[]; // the keys of a literal

interface Value {
  readonly rule: RuleName;
  readonly u: CurveName;
  readonly v: CurveName;
}

const MENU = ["square", "sine", "exponential", "identity", "above", "tanh", "cosine"] as const;
const X = [-3, 3] as const;
const SAMPLES = 240;
const TALLEST = 6;

interface Row {
  readonly x: number;
  readonly f: number;
  readonly rule: number;
  readonly difference: number;
}

interface Result {
  readonly rows: readonly Row[];
  /** The largest distance of rule and difference, relative where the slope is above one. */
  readonly worst: number;
  readonly where: number;
}

function compared({rule, u, v}: Value): Result {
  const {value, slope}: Rule = rules[rule];
  const [a, b]: readonly [Curve, Curve] = [curves[u], curves[v]];
  const f = (x: number): number => value(valueAt(a, x), valueAt(b, x));
  const rows = Array.from({length: SAMPLES + 1}, (_, i): Row => {
    const x = X[0] + ((X[1] - X[0]) * i) / SAMPLES;
    return {
      x,
      f: f(x),
      rule: slope(valueAt(a, x), slopeAt(a, x), valueAt(b, x), slopeAt(b, x)),
      difference: numericalGradient(([at = NaN]) => f(at), [x])[0] ?? NaN
    };
  });
  let [worst, where] = [0, 0];
  for (const {x, rule, difference} of rows) {
    const off = Math.abs(rule - difference) / Math.max(1, Math.abs(difference));
    if (Number.isFinite(off) && off > worst) [worst, where] = [off, x];
  }
  return {rows, worst, where};
}

/** A rule for two functions of the reader's choice, against differences. */
export function ruleExplorer(name = "rule-explorer") {
  const function_ = (label: string, value: CurveName) =>
    select<CurveName>(MENU, {label, value, format: (f) => curves[f].name});
  const v = function_("v", "sine");
  return figure<Value, Result>({
    name,
    title: "A rule against differences",
    caption:
      "Upper chart: two functions and what is made of them. Lower chart: the slope by the rule as a line, and by central differences, which know no rule, as dots. Two of the rules are tempting and wrong.",
    controls: {
      rule: select<RuleName>(ruleNames, {label: "Rule for f", format: (r) => rules[r].name}),
      u: function_("u", "square"),
      v
    },
    compute: compared,
    draw: (value, {width, result: {rows, worst, where}}) => {
      const rule: Rule = rules[value.rule];
      v.disabled = rule.alone === true;
      const shown = (points: readonly Point[]) => points.map(([x, y]): Point => [x, Math.abs(y) <= TALLEST ? y : NaN]);
      const of = (pick: (row: Row) => number) => shown(rows.map((row) => [row.x, pick(row)]));
      const both = [[value.u, "u", "data"], ...(rule.alone ? [] : [[value.v, "v", "probability"]])] as const;
      const end = (points: readonly Point[], text: string, meaning: string) => {
        const last = points.filter(([, y]) => Number.isFinite(y)).at(-1);
        return last === undefined ? [] : [{x: X[1], y: last[1], text, meaning}];
      };
      const parts = both.map(([curve = "", text = "", meaning = ""]) => ({
        text,
        meaning,
        points: of(({x}) => valueAt(curves[curve as CurveName], x))
      }));
      const whole = of(({f}) => f);
      const slope = of((row) => row.rule);
      const frame = {width, marginRight: 40, x: {domain: X, label: "x"}} as const;
      return element(
        "div",
        {},
        chart({
          ...frame,
          height: 250,
          y: {domain: [-TALLEST, TALLEST], label: `f: ${rule.name}`},
          marks: [
            ...parts.map(({points, meaning}) => line(points, {meaning, width: 1.5, dashed: true})),
            line(whole, {meaning: "ink"}),
            ends([...parts.flatMap(({points, text, meaning}) => end(points, text, meaning)), ...end(whole, "f", "ink")])
          ]
        }),
        chart({
          ...frame,
          height: 250,
          y: {domain: [-TALLEST, TALLEST], label: `f′ = ${rule.formula}`},
          marks: [
            line(slope, {meaning: "gradient"}),
            dotsAt(
              of(({difference}) => difference).filter((_, i) => i % 6 === 0),
              "data",
              3
            ),
            ends(end(slope, "f′", "gradient"))
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          "Largest disagreement ",
          element("b", {}, powerText(worst)),
          ` (at x = ${where.toFixed(2).replace("-", "−")}; relative where the slope is above 1)`
        )
      );
    },
    describe: ({rule, u, v}, {rows, worst, where}) => {
      const made: Rule = rules[rule];
      const at = rows.filter(({x}) => x <= 1).at(-1) ?? rows[0];
      const who = made.alone ? `u = ${curves[u].name}` : `u = ${curves[u].name} and v = ${curves[v].name}`;
      return `${made.name} of ${who}, with the slope ${made.formula}. At x = ${(at?.x ?? 0).toFixed(2)} the rule says ${(at?.rule ?? NaN).toFixed(4)} and a central difference ${(at?.difference ?? NaN).toFixed(4)}. The largest disagreement between −3 and 3 is ${powerText(worst)}, at ${where.toFixed(2).replace("-", "−")}: ${worst < 1e-5 ? "the rule holds" : "the rule fails"}.`;
    },
    code: ({
      u,
      v
    }) => `import {${[...new Set(["variable", "backward", "mul", "numericalGradient", ...curves[u].uses, ...curves[v].uses])].join(", ")}} from "llm-first-principles/scalar";

const u = (x) => ${curves[u].code};
const v = (x) => ${curves[v].code};
const slope = (f, at) => {
  const x = variable(at);
  return backward(f(x)).get(x);
};
const f = (x) => mul(u(x), v(x));
for (const x of [-1, 0.5, 2])
  console.log(slope(f, x), numericalGradient(([at]) => f(variable(at)).value, [x])[0]);`,
    rows: (_, {rows}) => rows.map((row) => ({...row}))
  });
}
