import {chart, dotsAt, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {METHODS, radius, rootsOf, swing, type Method} from "../model/momentumRoots.js";

interface Value {
  readonly method: Method;
  readonly step: number;
  readonly beta: number;
}

const STEPS = 60;
const TOP = 2;

/** The unit circle: a root outside of it is a walk that runs away. */
const circle: Mark = ({x, y}) => [
  svg("ellipse", {
    cx: x(0),
    cy: y(0),
    rx: x(1) - x(0),
    ry: y(0) - y(1),
    fill: "none",
    "stroke-width": 1.5,
    style: "stroke:var(--ink-3)"
  })
];

/** One direction of a bowl under momentum: its two roots, and how it swings. */
export function momentumRoots(name = "momentum-roots") {
  const regime = ({method, step, beta}: Value): string => {
    const [first] = rootsOf(method, step, beta);
    const size = radius(method, step, beta);
    if (size >= 1) return "it does not come to rest";
    return first.imaginary === 0 ? "both roots are real" : "the roots are complex: it swings";
  };
  return figure<Value>({
    name,
    wide: true,
    title: "Two roots, and a swing",
    caption:
      "One direction of a bowl, with the curvature λ. Left, the two roots in the complex plane with the unit circle: the larger of them in size, ρ, is what is left of the distance after a step, in the long run. Right, the walk from 1, at rest.",
    controls: {
      method: choice<Method>([...METHODS], {label: "Method"}),
      step: slider([0.02, 4], {label: "Rate times curvature, ηλ", value: 0.2, step: 0.02, format: (v) => v.toFixed(2)}),
      beta: slider([0, 0.98], {label: "Kept velocity β", value: 0.8, step: 0.02, format: (v) => v.toFixed(2)})
    },
    draw: (value, {width}) => {
      const {method, step, beta} = value;
      const wide = width >= 620;
      const side = wide ? Math.min(320, Math.round(width * 0.4)) : Math.min(width, 320);
      const roots = rootsOf(method, step, beta).map(({real, imaginary}): Point => [real, imaginary]);
      const places = swing(method, step, beta, STEPS).map((x, k): Point => [k, Math.abs(x) > TOP ? NaN : x]);
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          chart({
            width: side,
            height: side,
            readable: false,
            x: {domain: [-1.6, 1.6], label: "Real part", ticks: 4},
            y: {domain: [-1.6, 1.6], label: "Imaginary part", ticks: 4},
            marks: [circle, dotsAt(roots, "momentum", 6)]
          }),
          chart({
            width: wide ? width - side - 24 : width,
            height: wide ? side : 240,
            x: {domain: [0, STEPS], label: "Step"},
            y: {domain: [-TOP, TOP], label: "Place"},
            marks: [line(places, {meaning: "momentum", width: 1.75, name: "place"})]
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          "ρ is ",
          element("b", {}, radius(method, step, beta).toFixed(3)),
          `: ${regime(value)}. Without momentum it would be ${Math.abs(1 - step).toFixed(3)}.`
        )
      );
    },
    describe: (value) =>
      `${value.method} with ηλ = ${value.step} and β = ${value.beta}: ρ is ${radius(value.method, value.step, value.beta).toFixed(3)}, ${regime(value)}.`,
    rows: ({method, step, beta}) => swing(method, step, beta, STEPS).map((place, k) => ({step: k, place}))
  });
}
