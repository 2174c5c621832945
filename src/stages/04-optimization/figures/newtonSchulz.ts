import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {POLYNOMIALS, pushed, type Polynomial} from "../model/schulz.js";

interface Value {
  readonly polynomial: Polynomial;
  readonly power: number;
  readonly steps: number;
}

const FINE = 240;
const TOP = 1.4;

/** A polynomial that pushes a singular value toward 1, application by application. */
export function newtonSchulz(name = "newton-schulz") {
  const values = ({polynomial, power, steps}: Value) => pushed(polynomial, 10 ** power, steps);
  return figure<Value>({
    name,
    title: "Pushing singular values to 1",
    caption:
      "The curve says what one application makes of a singular value. Follow the stairs: up to the curve, across to the diagonal, and again.",
    controls: {
      polynomial: choice<Polynomial>(["cubic", "quintic"], {
        label: "Polynomial",
        value: "cubic",
        format: (p) => (p === "cubic" ? "cubic" : "Muon’s, of degree five")
      }),
      power: slider([-3, 0], {
        label: "Singular value at first",
        value: -1,
        step: 0.1,
        format: (p) => (10 ** p).toFixed(3)
      }),
      steps: slider([1, 10], {label: "Applications", value: 5})
    },
    draw: (value, {width}) => {
      const f = POLYNOMIALS[value.polynomial];
      const curve = Array.from({length: FINE + 1}, (_, i): Point => [(TOP * i) / FINE, f((TOP * i) / FINE)]);
      const list = values(value);
      const stairs = list.flatMap((s, k): readonly Point[] =>
        k + 1 < list.length
          ? [
              [s, k === 0 ? 0 : s],
              [s, list[k + 1]!]
            ]
          : [[s, s]]
      );
      const side = Math.min(width, 420);
      return element(
        "div",
        {},
        chart({
          width: side,
          height: side,
          readable: false,
          x: {domain: [0, TOP], label: "Singular value before"},
          y: {domain: [0, TOP], label: "and after"},
          marks: [
            line(
              [
                [0, 0],
                [TOP, TOP]
              ],
              {meaning: "ink-3", width: 1, name: "unchanged"}
            ),
            line(curve, {meaning: "muon", name: value.polynomial}),
            line(stairs, {meaning: "gradient", width: 1.5, name: "stairs"}),
            dotsAt([[list.at(-1)!, list.at(-1)!]], "gradient", 5)
          ]
        }),
        element("p", {className: "fig-note"}, `${list.map((s) => s.toFixed(3)).join(" → ")}`)
      );
    },
    describe: (value) =>
      `${value.polynomial}: from ${values(value)[0]!.toFixed(3)}, ${value.steps} applications lead to ${values(value).at(-1)!.toFixed(3)}.`,
    code: () => `import {newtonSchulz, tensor} from "llm-first-principles/tensor";

const gradient = tensor([[3, 0], [0, 0.01]], "float64");
for (const steps of [1, 3, 5])
  console.log(newtonSchulz(gradient, {steps}).toString());`,
    rows: (value) => values(value).map((singularValue, application) => ({application, singularValue}))
  });
}
