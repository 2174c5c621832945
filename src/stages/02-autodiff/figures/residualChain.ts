import {log10} from "/lib/index.js";
import {add, backward, mul, tanh, variable, type Expression} from "/lib/scalar.js";
import {chart, dotsAt, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly x: number;
  readonly a: number;
  readonly scaled: boolean;
}

interface Links {
  /** What comes out after each link. */
  readonly values: readonly number[];
  /** The slope of the composition after each. */
  readonly slopes: readonly number[];
}

const DEPTH = 100;
const ROOT = 10; // of DEPTH

const branchOf = ({a, scaled}: Value): number => (scaled ? a / ROOT : a);

/** y ← y + a·tanh(y), a hundred times, with the slope of all that came before. */
function residuals(value: Value): Links {
  const branch = branchOf(value);
  const [values, slopes] = [[value.x], [1]];
  for (let k = 0; k < DEPTH; k++) {
    const from = variable(values[k] ?? NaN);
    const to: Expression = add(from, mul(branch, tanh(from)));
    values.push(to.value);
    slopes.push((slopes[k] ?? NaN) * backward(to).get(from));
  }
  return {values, slopes};
}

const short = (v: number): string => (v >= 1000 ? Math.round(v).toLocaleString("en") : v.toPrecision(3));

/** A hundred links that add to their input, from a start and with a branch that the reader sets. */
export function residualChain(name = "residual-chain") {
  return figure<Value, Links>({
    name,
    title: "A hundred links that add to their input",
    caption:
      "The link x ↦ x + a · tanh(x), one hundred times. The line is the slope of the whole after so many links, as a power of ten; the dashed one is (1 + a)ⁿ, which is the most that there can be. Set the start to 0, then to 1. Then divide the branch by the root of the number of links.",
    controls: {
      x: slider([0, 3], {label: "Start x", value: 1, step: 0.05, format: (v) => v.toFixed(2)}),
      a: slider([0, 0.3], {label: "Slope a of the branch", value: 0.1, step: 0.01, format: (v) => v.toFixed(2)}),
      scaled: toggle({label: "Divide a by √100", value: false})
    },
    compute: residuals,
    draw: (value, {width, result: {values, slopes}}) => {
      const branch = branchOf(value);
      const most = Array.from({length: DEPTH + 1}, (_, k): Point => [k, k * log10(1 + branch)]);
      const points = slopes.map((slope, k): Point => [k, log10(slope)]);
      const last = slopes.at(-1) ?? NaN;
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 74,
          x: {domain: [0, DEPTH], label: "Links"},
          y: {domain: [-0.5, 12], label: "Slope, power of ten", format: (v) => String(v).replace("-", "−")},
          marks: [
            level(0, "slope 1"),
            line(most, {meaning: "data", width: 1.5, dashed: true}),
            line(points, {meaning: "gradient", width: 3}),
            dotsAt([[DEPTH, log10(last)]], "gradient", 5),
            ends([
              {x: DEPTH, y: DEPTH * log10(1 + branch), text: "(1 + a)ⁿ", meaning: "data"},
              {x: DEPTH, y: log10(last), text: "slope", meaning: "gradient"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `From x = ${value.x.toFixed(2)} the value goes to ${short(values.at(-1) ?? NaN)} after ${DEPTH} links, and the slope to `,
          element("b", {}, short(last)),
          "."
        )
      );
    },
    describe: (value, {values, slopes}) =>
      `With x + ${branchOf(value).toFixed(3)} tanh(x) from ${value.x.toFixed(2)}, the value after ${DEPTH} links is ${short(values.at(-1) ?? NaN)} and the slope ${short(slopes.at(-1) ?? NaN)}; after ten it is ${short(slopes[10] ?? NaN)}. The bound is ${short(Math.exp(DEPTH * Math.log(1 + branchOf(value))))}.`,
    code: (value) => `import {add, backward, mul, tanh, variable} from "llm-first-principles/scalar";

const x = variable(${value.x});
let y = x;
for (let k = 0; k < ${DEPTH}; k++) y = add(y, mul(${branchOf(value)}, tanh(y)));
console.log(y.value, backward(y).get(x));`,
    rows: (_, {values, slopes}) => values.map((value, links) => ({links, value, slope: slopes[links]}))
  });
}
