import {log10} from "/lib/index.js";
import {backward, mul, relu, sigmoid, sin, tanh, variable, type Expression} from "/lib/scalar.js";
import {chart, level, line, note, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

type Link = "tanh" | "sigmoid" | "relu" | "sin";

interface Value {
  readonly link: Link;
  readonly w: number;
  readonly x: number;
}

const links: Readonly<Record<Link, (x: Expression) => Expression>> = {tanh, sigmoid, relu, sin};
const DEPTH = 100;
const [LOW, HIGH] = [-75, 70];
const SMALLEST = -37.93; // the power of ten of the smallest normal float32, 1.18e-38

/** |slope| of the composition after each link, by the chain rule in the library. */
function products({link, w, x}: Value): readonly number[] {
  const start = variable(x);
  const slopes = [1];
  let at: Expression = start;
  let slope = 1;
  for (let k = 0; k < DEPTH; k++) {
    const from = variable(at.value);
    const to = links[link](mul(w, from));
    slope *= backward(to).get(from);
    at = to;
    slopes.push(slope);
  }
  return slopes;
}

/** What happens to a product of many slopes: links φ(w x), one after the other. */
export function slopeProducts(name = "slope-products") {
  return figure<Value, readonly number[]>({
    name,
    title: "A long chain",
    caption:
      "The same link, x ↦ φ(w x), one hundred times. The line is the slope of the whole composition after so many links, as a power of ten: a product of as many slopes. Equal slopes give a straight line.",
    controls: {
      link: choice<Link>(["sigmoid", "tanh", "relu", "sin"], {label: "Link φ"}),
      w: slider([0.25, 4], {label: "Weight w", value: 1, step: 0.05, format: (v) => v.toFixed(2)}),
      x: slider([0.1, 3], {label: "Start x", value: 1, step: 0.1, format: (v) => v.toFixed(1)})
    },
    compute: products,
    draw: (_, {width, result}) => {
      const points = result.map((slope, k): Point => {
        const y = slope === 0 ? NaN : log10(Math.abs(slope));
        return [k, y >= LOW && y <= HIGH ? y : NaN];
      });
      const last = result.at(-1) ?? NaN;
      return chart({
        width,
        height: 330,
        x: {domain: [0, DEPTH], label: "Links"},
        y: {domain: [LOW, HIGH], label: "Size of the slope, power of ten", format: (v) => String(v).replace("-", "−")},
        marks: [
          level(0, "slope 1"),
          level(SMALLEST, "smallest normal float32"),
          line(points, {meaning: "gradient", width: 3}),
          note([3, 56], `After ${DEPTH} links: ${last.toExponential(1).replace("-", "−")}`, {
            style: "fill:var(--ink);font-size:14px"
          })
        ]
      });
    },
    describe: ({link, w, x}, result) => {
      const say = (k: number) => `${(result[k] ?? NaN).toExponential(2)} after ${k}`;
      return `With links ${link}(${w.toFixed(2)} x) from x = ${x.toFixed(1)}, the slope of the composition is ${[1, 10, 50, DEPTH].map(say).join(", ")} links.`;
    },
    code: ({link, w, x}) => `import {variable, backward, mul, ${link}} from "llm-first-principles/scalar";

const x = variable(${x});
let y = x;
for (let k = 0; k < ${DEPTH}; k++) y = ${link}(mul(${w}, y));
console.log(y.value, backward(y).get(x));`,
    rows: (_, result) => result.map((slope, links) => ({links, slope}))
  });
}
