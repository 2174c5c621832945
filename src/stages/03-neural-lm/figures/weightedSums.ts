import {exp} from "/lib/index.js";
import {chart, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {svg, element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {DRAWS, meanSquare, sumsOfProducts} from "../model/sumOfProducts.js";

interface Value {
  readonly inputs: number;
  readonly rule: "one" | "lecun" | "he";
}

const RULES: Readonly<Record<Value["rule"], {readonly text: string; readonly of: (inputs: number) => number}>> = {
  one: {text: "0.1", of: () => 0.1},
  lecun: {text: "1/n", of: (n) => 1 / n},
  he: {text: "2/n", of: (n) => 2 / n}
};
const [SPAN, BINS] = [8, 48];
const ROOT_2PI = 2.5066282746310002;

/** Shares per unit of length, from −8 to 8. */
function density(sums: Float64Array): readonly Point[] {
  const each = (2 * SPAN) / BINS;
  const counts = Array.from({length: BINS}, () => 0);
  for (const x of sums) {
    const bin = Math.floor((x + SPAN) / each);
    if (bin >= 0 && bin < BINS) counts[bin] = counts[bin]! + 1;
  }
  return counts.map((count, i): Point => [-SPAN + (i + 0.5) * each, count / DRAWS / each]);
}

/** Sums of n products, drawn many times: how wide they scatter. */
export function weightedSums(name = "weighted-sums") {
  return figure<Value, Float64Array>({
    name,
    title: "A sum of n products",
    caption:
      "2,000 sums of n products of a number (normal, variance 1) and a weight (uniform around 0), as bars; the line is the normal curve with the variance that the derivation gives, n · Var(w). Made-up numbers, no text.",
    controls: {
      inputs: slider([1, 128], {label: "Inputs n", value: 16}),
      rule: choice<Value["rule"]>(["one", "lecun", "he"], {label: "Var(w)", format: (r) => RULES[r].text})
    },
    compute: ({inputs, rule}) => sumsOfProducts(inputs, RULES[rule].of(inputs)),
    draw: ({inputs, rule}, {width, result}) => {
      const expected = inputs * RULES[rule].of(inputs);
      const measured = density(result);
      const normal = (x: number): number => exp((-0.5 * x * x) / expected) / Math.sqrt(expected) / ROOT_2PI;
      const smooth = Array.from({length: 161}, (_, i): Point => [-SPAN + i / 10, normal(-SPAN + i / 10)]);
      const top = Math.max(0.1, ...[...measured, ...smooth].map(([, y]) => y)) * 1.05;
      return element(
        "div",
        {},
        chart({
          width,
          height: 240,
          x: {domain: [-SPAN, SPAN], label: "The sum z"},
          y: {domain: [0, top], label: "Density"},
          marks: [columns(measured), line(smooth, {meaning: "ink", width: 2, name: "expected"})]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Expected variance ${inputs} · ${RULES[rule].of(inputs).toFixed(4)} = `,
          element("b", {}, expected.toFixed(2)),
          `, measured ${meanSquare(result).toFixed(2)}.`
        )
      );
    },
    describe: ({inputs, rule}, sums) =>
      `2,000 sums of ${inputs} products with weights of variance ${RULES[rule].of(inputs).toFixed(4)}: expected variance ${(inputs * RULES[rule].of(inputs)).toFixed(2)}, measured ${meanSquare(sums).toFixed(2)}.`,
    code: ({inputs, rule}) => `import {dense, key, randomNormal} from "llm-first-principles/tensor";

const {init, apply} = dense({inputs: ${inputs}, outputs: 100, gain: ${inputs} * ${RULES[rule].of(inputs)}});
const z = apply(init(key(1)), randomNormal(key(2), [100, ${inputs}])).data;
console.log(z.reduce((sum, x) => sum + x * x, 0) / z.length);`,
    rows: (_, sums) => density(sums).map(([z, share]) => ({z, density: share}))
  });
}

const columns =
  (points: readonly Point[]): Mark =>
  ({x, y}) => {
    const wide = x(points[1]![0]) - x(points[0]![0]);
    return points.map(([at, share]) =>
      svg("rect", {
        x: x(at) - 0.42 * wide,
        width: 0.84 * wide,
        y: y(share),
        height: Math.max(0, y(0) - y(share)),
        style: "fill:var(--model)"
      })
    );
  };
