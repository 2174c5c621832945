import {log} from "/lib/index.js";
import {parse} from "/lib/scalar.js";
import {label} from "../../../components/chart/chart.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {heat} from "../../../components/chart/heatmap.js";
import {bugs, errorOf} from "../model/plantedBugs.js";

interface Value {
  readonly own: string;
  readonly x: number;
  readonly y: number;
}

const TESTS = ["x + y", "x * y", "x * x", "x - y", "tanh(x)"] as const;
const TOLERANCE = 1e-6;
const RANGE = [-2, 2] as const;
const ROW = 46;

const testsOf = ({own}: Value): readonly string[] => [...TESTS, own];

const readable = (formula: string): boolean => {
  try {
    return parse(formula, {x: 1, y: 1}) !== undefined;
  } catch {
    return false;
  }
};

/** The error of each engine on each test: `[bugs][tests]`. */
const errorsOf = (value: Value): readonly (readonly number[])[] =>
  bugs.map((bug) => testsOf(value).map((formula) => errorOf(bug, formula, [value.x, value.y])));

const isFound = (error: number): boolean => !(error <= TOLERANCE);

/** From nothing at the tolerance to all at an error of 1, in powers of ten. */
const shade = (error: number): number =>
  isFound(error) ? 0.25 + 0.75 * Math.min(1, Math.max(0, 1 + log(error || 1) / log(10) / 6)) : 0;

/** Six engines with one mistake each, against a handful of tests: what finds what, and at which points nothing does. */
export function bugsByTest(name = "autodiff-bugs") {
  return figure<Value, readonly (readonly number[])[]>({
    name,
    title: "Which test finds which mistake",
    caption:
      "Each row is an engine; all but the first have one mistake. Each column is a test: a formula whose slopes at the point are compared with central differences. Filled: the mistake is found, since some slope is off by more than 10⁻⁶; the darker, the further. Empty: the test passes, mistake and all. The last column is your own test. Try points where x equals y, or is 0.",
    controls: {
      own: textInput({
        label: "Your test",
        value: "x * y + tanh(x)",
        size: 50,
        rule: "a formula of x and y, such as tanh(x * y - x) * x",
        example: "tanh(x * y - x) * x",
        valid: readable
      }),
      x: slider(RANGE, {label: "x", value: 0.7, step: 0.1, format: (v) => v.toFixed(1)}),
      y: slider(RANGE, {label: "y", value: -1.2, step: 0.1, format: (v) => v.toFixed(1)})
    },
    compute: errorsOf,
    draw: (value, {width, result}) => {
      const tests = testsOf(value);
      const cell = width / tests.length;
      const heads = [...TESTS, "yours"].map((text, j) => label((j + 0.5) * cell, 13, text, {"text-anchor": "middle"}));
      const height = 22 + ROW * bugs.length;
      const cells = result.flatMap((errors, i) => {
        const top = 22 + ROW * i;
        return [
          label(0, top + 13, bugs[i]?.name ?? "", {style: "fill:var(--ink)"}),
          ...errors.flatMap((error, j) => [
            svg("rect", {
              x: j * cell + 1,
              y: top + 18,
              width: cell - 2,
              height: 20,
              style: `fill:${heat("gradient", shade(error))}`
            }),
            label((j + 0.5) * cell, top + 32, isFound(error) ? "found" : "passes", {
              "text-anchor": "middle",
              style: `fill:var(--${shade(error) > 0.55 ? "paper" : "ink-2"})`
            })
          ])
        ];
      });
      return svg("svg", {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"}, ...heads, ...cells);
    },
    describe: (value, result) => {
      const tests = testsOf(value);
      const lines = bugs.map(({name}, i) => {
        const by = tests.filter((_, j) => isFound(result[i]?.[j] ?? 0));
        return `“${name}” is found by ${by.length === 0 ? "none" : by.join(", ")}`;
      });
      return `At x = ${value.x.toFixed(1)} and y = ${value.y.toFixed(1)}: ${lines.join("; ")}.`;
    },
    code: ({own, x, y}) => `import {backward, numericalGradient, parse, variable} from "llm-first-principles/scalar";

const formula = ${JSON.stringify(own)};
const leaves = [variable(${x}), variable(${y})];
const slopes = backward(parse(formula, {x: leaves[0], y: leaves[1]}));
const f = ([x, y]) => parse(formula, {x, y}).value;
const expected = numericalGradient(f, [${x}, ${y}]);
const errors = leaves.map((leaf, i) => Math.abs(slopes.get(leaf) - expected[i]) / Math.max(1, Math.abs(expected[i])));
console.log(errors.every((error) => error <= 1e-6) ? "passes" : "found", errors);`,
    rows: (value, result) =>
      bugs.flatMap(({name}, i) =>
        testsOf(value).map((test, j) => ({engine: name, test, x: value.x, y: value.y, error: result[i]?.[j] ?? NaN}))
      )
  });
}
