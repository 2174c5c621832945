import {chart, dotsAt, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {machines} from "../model/machines.js";

interface Value {
  readonly w: number;
  readonly b: number;
  readonly x: number;
}

const logistic = machines.logistic.of;
const short = (v: number): string => v.toFixed(1).replace("-", "−");

/** The logistic function of a line: any score becomes a number between 0 and 1. */
export const logisticCurve = (name = "logistic-curve") =>
  figure<Value>({
    name,
    title: "Any score becomes a chance",
    caption:
      "The line w·x + b, sent through the logistic function. The weight w says how sharp the step is and which way it goes; the bias b moves it along.",
    controls: {
      w: slider([-6, 6], {label: "Weight w", value: 1, step: 0.2, format: short}),
      b: slider([-6, 6], {label: "Bias b", value: 0, step: 0.2, format: short}),
      x: slider([-5, 5], {label: "x", value: 2, step: 0.1, format: short})
    },
    draw: ({w, b, x}, {width}) => {
      const points = Array.from({length: 161}, (_, i): Point => {
        const at = -5 + i / 16;
        return [at, logistic(w * at + b)];
      });
      return element(
        "div",
        {},
        chart({
          width,
          height: 260,
          x: {domain: [-5, 5], label: "x"},
          y: {domain: [0, 1], label: "σ(w·x + b)", ticks: 4},
          marks: [
            moment(x),
            line(points, {meaning: "probability", name: "σ"}),
            dotsAt([[x, logistic(w * x + b)]], "probability", 6)
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Score w·x + b = ${short(w * x + b)}, and σ of it is `,
          element("b", {}, logistic(w * x + b).toFixed(4))
        )
      );
    },
    describe: ({w, b, x}) =>
      `With weight ${short(w)} and bias ${short(b)}, x = ${short(x)} has the score ${short(w * x + b)}, which the logistic function makes ${logistic(w * x + b).toFixed(4)}. ${w === 0 ? "The weight is zero, so x makes no difference." : `The curve passes one half at x = ${(-b / w).toFixed(2).replace("-", "−")}.`}`,
    code: ({w, b, x}) => `import {exp} from "llm-first-principles";

const logistic = (score) => 1 / (1 + exp(-score));
console.log(logistic(${w} * ${x} + ${b}));`,
    rows: ({w, b}) =>
      Array.from({length: 41}, (_, i) => -5 + i / 4).map((x) => ({x, score: w * x + b, chance: logistic(w * x + b)}))
  });
