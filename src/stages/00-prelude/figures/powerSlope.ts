import {log, pow} from "/lib/index.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly base: number;
}

const TOP = 8;

/** A power of x and its slope: two curves of one shape, which are one curve where the base is e. */
export const powerSlope = (name = "power-slope") =>
  figure<Value>({
    name,
    title: "A curve that is its own slope",
    caption:
      "The power aˣ, and the slope that it has at each x, drawn as a curve of its own. Both have the same shape. Find the base for which they are one.",
    controls: {base: slider([1.4, 4], {label: "Base a", value: 2, step: 0.02, format: (a) => a.toFixed(2)})},
    draw: ({base}, {width}) => {
      const curve = (times: number): readonly Point[] =>
        Array.from({length: 121}, (_, i): Point => {
          const x = -2 + i / 30;
          const y = times * pow(base, x);
          return [x, y <= TOP ? y : NaN];
        });
      const [height, slope] = [curve(1), curve(log(base))];
      const end = (points: readonly Point[]): Point => points.filter(([, y]) => Number.isFinite(y)).at(-1) ?? [2, 0];
      const named = (points: readonly Point[], text: string, meaning: string) => {
        const [x, y] = end(points);
        return {x, y, text, meaning};
      };
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 60,
          x: {domain: [-2, 2], label: "x", ticks: 4},
          y: {domain: [0, TOP], label: "Height, and slope"},
          marks: [
            line(height, {meaning: "ink", name: "height"}),
            line(slope, {meaning: "gradient", dashed: true, name: "slope"}),
            ends([named(height, "height", "ink"), named(slope, "slope", "gradient")])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          "The slope is everywhere ",
          element("b", {}, log(base).toFixed(3)),
          " times the height: the natural logarithm of a"
        )
      );
    },
    describe: ({base}) =>
      `With a = ${base.toFixed(2)} the slope of the power is ${log(base).toFixed(3)} times its height, at every x. At x = 1 it is ${base.toFixed(2)} high and has the slope ${(base * log(base)).toFixed(3)}.`,
    code: ({base}) => `const f = (x) => ${base} ** x;
for (const x of [-1, 0, 1, 2]) console.log((f(x + 1e-6) - f(x)) / 1e-6 / f(x)); // slope by height`,
    rows: ({base}) =>
      Array.from({length: 17}, (_, i) => -2 + i / 4).map((x) => ({
        x,
        height: pow(base, x),
        slope: log(base) * pow(base, x)
      }))
  });
