import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {bound, CURVES, curves, gainOf, type CurveName} from "../model/oneStep.js";

interface Value {
  readonly curve: CurveName;
  readonly x: number;
  readonly rate: number;
}

const FINE = 160;
const REACH = 4;
const TOP = 8;
const sign = (x: number, digits = 2): string => x.toFixed(digits).replace("-", "−");

/** One step, the curve, and the parabola that promises what the step gains at least. */
export function oneStep(name = "one-step") {
  const worked = ({curve, x, rate}: Value) => {
    const eta = rate / curves[curve].smoothness;
    return {eta, to: x - eta * curves[curve].slope(x), ...gainOf(curves[curve], x, eta)};
  };
  return figure<Value>({
    name,
    title: "One step, and what it promises",
    caption:
      "Solid: the curve. Dashed: the parabola through the point, with the curve’s slope there and its largest curvature L everywhere. It is nowhere below the curve, so what a step gains on the parabola is gained at least.",
    controls: {
      curve: select<CurveName>([...CURVES], {label: "Curve", value: "wave", format: (c) => curves[c].name}),
      x: slider([-3.5, 3.5], {label: "Point", value: 1.2, step: 0.1, format: (v) => sign(v, 1)}),
      rate: slider([0.1, 2.5], {label: "Rate, times 1/L", value: 1, step: 0.1, format: (v) => v.toFixed(1)})
    },
    draw: (value, {width}) => {
      const curve = curves[value.curve];
      const {to, gained, promised} = worked(value);
      const xs = Array.from({length: FINE + 1}, (_, i) => REACH * ((2 * i) / FINE - 1));
      const clip = (y: number): number => (y > TOP ? NaN : y);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [-REACH, REACH], label: "Place"},
          y: {domain: [-1, TOP], label: "Height"},
          marks: [
            line(
              xs.map((x): Point => [x, clip(bound(curve, value.x, x))]),
              {meaning: "gradient", width: 1.5, dashed: true, name: "parabola"}
            ),
            line(
              xs.map((x): Point => [x, clip(curve.at(x))]),
              {meaning: "loss-train", name: "curve"}
            ),
            dotsAt([[to, bound(curve, value.x, to)]], "gradient", 4),
            dotsAt([[value.x, curve.at(value.x)]], "ink", 5),
            dotsAt([[to, curve.at(to)]], "loss-train", 6)
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `From ${sign(value.x, 1)} to ${sign(to)}. The step gains `,
          element("b", {}, writeNumber(gained, 3)),
          `; at least ${writeNumber(promised, 3)} was promised.`
        )
      );
    },
    describe: (value) => {
      const {to, gained, promised} = worked(value);
      return `On ${curves[value.curve].name} a step of ${value.rate} times 1/L leads from ${sign(value.x, 1)} to ${sign(to)}. It gains ${writeNumber(gained, 3)}, and at least ${writeNumber(promised, 3)} was promised.`;
    },
    rows: ({curve, x}) =>
      Array.from({length: 25}, (_, i) => {
        const rate = (i + 1) / 10;
        return {rate, ...gainOf(curves[curve], x, rate / curves[curve].smoothness)};
      })
  });
}
