import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {valley} from "../model/curves.js";
import {walk} from "../model/walk.js";

interface Value {
  readonly start: number;
  readonly rate: number;
  readonly steps: number;
}

const X = [-3.6, 3.6] as const;
const short = (v: number, digits = 2): string => v.toFixed(digits).replace("-", "−");
const walked = ({start, rate, steps}: Value): readonly number[] => walk(valley.slope, start, rate, steps);

/** A walk down a curve with two valleys, by the slope alone. */
export const downhill = (name = "downhill") =>
  figure<Value>({
    name,
    title: "Downhill in the fog",
    caption:
      "A walker who feels only the slope under the feet, and goes against it: far where it is steep, a little where it is gentle. Dots are the places of the walk.",
    controls: {
      start: slider([-3.5, 3.5], {label: "Start", value: -3, step: 0.1, format: (v) => short(v, 1)}),
      rate: slider([0.02, 0.8], {label: "Rate", value: 0.06, step: 0.02, format: (v) => v.toFixed(2)}),
      steps: slider([0, 40], {label: "Steps", value: 4})
    },
    draw: (value, {width}) => {
      const places = walked(value);
      const last = places.at(-1)!;
      const curve = Array.from({length: 181}, (_, i): Point => {
        const x = X[0] + ((X[1] - X[0]) * i) / 180;
        return [x, valley.height(x)];
      });
      const dots = places.filter((x) => x >= X[0] && x <= X[1]).map((x): Point => [x, valley.height(x)]);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: X, label: "x"},
          y: {domain: [-1.2, 8], label: "Height"},
          marks: [
            line(curve, {meaning: "ink", name: "height"}),
            line(dots, {meaning: "gradient", width: 1, name: "walk"}),
            dotsAt(dots, "gradient", 4),
            dotsAt([[last, valley.height(last)]], "gradient", 7)
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${value.steps} ${value.steps === 1 ? "step" : "steps"}: x = `,
          element("b", {}, short(last)),
          `, height ${short(valley.height(last))}, slope ${short(valley.slope(last))}`
        )
      );
    },
    describe: (value) => {
      const last = walked(value).at(-1)!;
      return `From x = ${short(value.start, 1)}, with rate ${value.rate.toFixed(2)}, ${value.steps} steps lead to x = ${short(last)}, where the height is ${short(valley.height(last))} and the slope ${short(valley.slope(last))}.`;
    },
    code: ({start, rate, steps}) => `import {sin} from "llm-first-principles";

const slope = (x) => x - 2 * sin(2 * x + 1);
let x = ${start};
for (let step = 0; step < ${steps}; step++) x -= ${rate} * slope(x);
console.log(x);`,
    rows: (value) => walked(value).map((x, step) => ({step, x, height: valley.height(x), slope: valley.slope(x)}))
  });
