import {exp, log} from "/lib/index.js";
import {chart, dotsAt, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly f: "exponential" | "square";
  readonly a: number;
}

const [LOW, HIGH] = [-2, 4];

const functions = {
  exponential: {
    at: (x: number) => exp(x),
    slope: (x: number) => exp(x),
    inverse: (y: number) => log(y),
    name: "eˣ",
    other: "ln x"
  },
  square: {
    at: (x: number) => (x < 0 ? NaN : x * x),
    slope: (x: number) => 2 * x,
    inverse: (y: number) => Math.sqrt(y),
    name: "x²",
    other: "√x"
  }
} as const;

const inside = ([x, y]: Point): Point => [x, y >= LOW && y <= HIGH ? y : NaN];

/** The part of a line of this slope through a point that is drawn: a run of ±1 along the flatter of its two directions. */
const tangent = ([x, y]: Point, slope: number): readonly Point[] => {
  const run = 1.2 / Math.max(1, slope);
  return [-run, run].map((t): Point => [x + t, y + slope * t]);
};

/** A function and its inverse, each the mirror image of the other, with a tangent on both. */
export function inverseMirror(name = "inverse-mirror") {
  return figure<Value>({
    name,
    title: "An inverse is a mirror image, and so is its tangent",
    caption:
      "The diagonal is the mirror: it exchanges the two axes, and with them rise and run. Move a, and compare the two slopes.",
    controls: {
      f: choice(["exponential", "square"], {
        label: "Function",
        format: (f) => `${functions[f].name} and ${functions[f].other}`
      }),
      a: slider([0.1, 1.3], {label: "Place a", value: 0.8, step: 0.05, format: (v) => v.toFixed(2)})
    },
    draw: ({f, a}, {width}) => {
      const {at, slope, inverse, name: direct, other} = functions[f];
      const [b, m] = [at(a), slope(a)];
      const xs = Array.from({length: 241}, (_, i) => LOW + ((HIGH - LOW) * i) / 240);
      const size = Math.min(width, 420);
      return element(
        "div",
        {},
        chart({
          width: size,
          height: size - 28,
          marginRight: 40,
          x: {domain: [LOW, HIGH], label: "x"},
          y: {domain: [LOW, HIGH], label: "y"},
          marks: [
            line(
              [
                [LOW, LOW],
                [HIGH, HIGH]
              ],
              {meaning: "edge", width: 1.5, dashed: true}
            ),
            line(
              xs.map((x) => inside([x, at(x)])),
              {meaning: "data", width: 2}
            ),
            line(
              xs.map((x) => inside([x, x > 0 ? inverse(x) : NaN])),
              {meaning: "model", width: 2}
            ),
            line(tangent([a, b], m), {meaning: "gradient", width: 3}),
            line(tangent([b, a], 1 / m), {meaning: "gradient", width: 3}),
            line(
              [
                [a, b],
                [b, a]
              ],
              {meaning: "edge", width: 1, dashed: true}
            ),
            dotsAt(
              [
                [a, b],
                [b, a]
              ],
              "gradient",
              5
            ),
            ends([{x: HIGH, y: inverse(HIGH), text: other, meaning: "model"}])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `At a = ${a.toFixed(2)}, ${direct} is ${b.toFixed(3)} with slope `,
          element("b", {}, m.toFixed(3)),
          `. At ${b.toFixed(3)}, ${other} is ${a.toFixed(2)} with slope `,
          element("b", {}, (1 / m).toFixed(3)),
          `. Their product is ${(m * (1 / m)).toFixed(0)}.`
        )
      );
    },
    describe: ({f, a}) => {
      const {at, slope, name: direct, other} = functions[f];
      return `${direct} at ${a.toFixed(2)} is ${at(a).toFixed(3)} with slope ${slope(a).toFixed(3)}. Mirrored in the diagonal, ${other} at ${at(a).toFixed(3)} is ${a.toFixed(2)} with slope ${(1 / slope(a)).toFixed(3)}.`;
    },
    code: ({a}) => `import {backward, exp, log, variable} from "llm-first-principles/scalar";

const x = variable(${a});
const y = exp(x);
const back = variable(y.value);
console.log(backward(y).get(x), backward(log(back)).get(back)); // m and 1/m`,
    rows: ({f}) =>
      Array.from({length: 25}, (_, i) => {
        const a = 0.1 + 0.05 * i;
        return {a, b: functions[f].at(a), slope: functions[f].slope(a), inverse: 1 / functions[f].slope(a)};
      })
  });
}
