import {key} from "/lib/index.js";
import type {Tensor} from "/lib/tensor.js";
import {element, svg} from "../../../components/element.js";
import {label} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {tensors} from "../../../components/tensors.js";

interface Value {
  readonly shift: number;
  readonly stretch: number;
}

interface Row {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The gradient of x, where what comes back to y is fixed. */
  readonly back: readonly number[];
}

const START = [-1.2, 0.4, 1.6, -0.3, 0.9];
const COUNT = START.length;
const MEAN = START.reduce((a, b) => a + b) / COUNT;

/** LayerNorm of a row that has been shifted and stretched about its mean, and a gradient sent back through it. */
async function normalized({shift, stretch}: Value): Promise<Row> {
  const {grad, layerNorm, mul, ones, randomNormal, sum, tensor, zeros} = await tensors();
  const x = START.map((value) => MEAN + stretch * (value - MEAN) + shift);
  const norm = (row: Tensor): Tensor => layerNorm(row, ones([COUNT], "float64"), zeros([COUNT], "float64"));
  const row = tensor([x], "float64");
  const asked = randomNormal(key(3), [1, COUNT], "float64");
  return {
    x,
    y: Array.from(norm(row).data),
    back: Array.from(grad((z: Tensor) => sum(mul(norm(z), asked)))(row).data)
  };
}

const near0 = (v: number): string => (Math.abs(v) < 5e-4 ? "0.000" : v.toFixed(3).replace("-", "−"));

/** A row that the reader shifts and stretches, what LayerNorm makes of it, and the gradient that comes back. */
export function normBlades(name = "norm-blades") {
  return figure<Value, Row>({
    name,
    title: "Shift it, stretch it: what changes?",
    caption:
      "Above, a row of five numbers; in the middle, what LayerNorm makes of it; below, the gradient that comes back to the row for one fixed gradient of the result. Move the sliders before you read on.",
    controls: {
      shift: slider([-2, 2], {label: "Shift", value: 0, step: 0.1, format: (v) => v.toFixed(1).replace("-", "−")}),
      stretch: slider([0.4, 2], {label: "Stretch", value: 1, step: 0.1, format: (v) => v.toFixed(1)})
    },
    compute: normalized,
    draw: (_, {width, result: {x, y, back}}) => {
      const size = Math.min(width, 460);
      const step = (size - 80) / COUNT;
      const bars = (values: readonly number[], middle: number, meaning: string, name: string) => [
        svg("line", {x1: 70, x2: size, y1: middle, y2: middle, class: "grid"}),
        label(0, middle + 4, name),
        ...values.map((v, i) => {
          const height = Math.abs(v) * 11;
          return svg("rect", {
            x: 76 + i * step,
            width: step * 0.7,
            y: v < 0 ? middle : middle - height,
            height: Math.max(1, height),
            style: `fill:var(--${meaning})`
          });
        })
      ];
      return element(
        "div",
        {},
        svg(
          "svg",
          {width: size, height: 310, viewBox: `0 0 ${size} 310`, class: "chart"},
          ...bars(x, 64, "data", "x"),
          ...bars(y, 160, "model", "LayerNorm"),
          ...bars(back, 250, "gradient", "gradient")
        ),
        element(
          "p",
          {className: "fig-note"},
          "The largest entry of the gradient is ",
          element("b", {}, Math.max(...back.map(Math.abs)).toFixed(3)),
          "."
        )
      );
    },
    describe: ({shift, stretch}, {x, y, back}) =>
      `A row shifted by ${shift.toFixed(1)} and stretched ${stretch.toFixed(1)} times: ${x.map(near0).join(", ")}. LayerNorm makes ${y.map(near0).join(", ")} of it. The gradient that comes back is ${back.map(near0).join(", ")}.`,
    code: ({
      shift,
      stretch
    }) => `import {grad, layerNorm, mul, ones, sum, tensor, zeros} from "llm-first-principles/tensor";

const row = [${START.join(", ")}];
const x = tensor([row.map((v) => ${MEAN.toFixed(2)} + ${stretch} * (v - ${MEAN.toFixed(2)}) + ${shift})]);
const norm = (z) => layerNorm(z, ones([5]), zeros([5]));
const asked = tensor([[1, -2, 0.5, 0, 1]]);
console.log(norm(x).data, grad((z) => sum(mul(norm(z), asked)))(x).data);`,
    rows: (_, {x, y, back}) => x.map((value, i) => ({x: value, normalized: y[i], gradient: back[i]}))
  });
}
