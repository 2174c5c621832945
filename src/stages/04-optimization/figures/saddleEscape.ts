import {chart, level, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {escape, LEFT, type Escape} from "../model/escape.js";

interface Value {
  readonly digits: number;
  readonly rate: number;
}

const STEPS = 300;

/** Away from a saddle: exponentially, so that hardly any start is too near. */
export function saddleEscape(name = "saddle-escape") {
  const told = ({steps, predicted}: Escape): string =>
    `${steps === undefined ? `not away after ${STEPS} steps` : `away after ${steps} steps`}; the linear rule says ${Math.ceil(predicted)}`;
  return figure<Value, Escape>({
    name,
    title: "Leaving a saddle",
    caption:
      "Gradient descent on ½ x² + ¼ y⁴ − ½ y² from (1, y), with y near the ridge at 0: how far it is from the ridge, step by step, on a logarithmic axis. The dotted line is where we say that it is away.",
    controls: {
      digits: slider([0, 12], {
        label: "Start: y is 10 to the power",
        value: 4,
        format: (k) => (k === 0 ? "0" : `−${k}`)
      }),
      rate: slider([0.05, 0.5], {label: "Rate", value: 0.2, step: 0.05, format: (v) => v.toFixed(2)})
    },
    compute: ({digits, rate}) => escape(digits, rate, STEPS),
    draw: (_, {width, result}) =>
      element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [0, STEPS], label: "Step"},
          y: {domain: [1e-12, 3], label: "Distance from the ridge", scale: "log", ticks: 18, format: decades(2)},
          marks: [
            level(LEFT, "away"),
            ...(result.steps === undefined ? [] : [moment(result.steps)]),
            line(
              result.path.map(([, y], step): Point => [step, Math.max(1e-12, Math.abs(y))]),
              {meaning: "sgd", name: "distance"}
            )
          ]
        }),
        element("p", {className: "fig-note"}, told(result))
      ),
    describe: ({digits, rate}, result) => `From y = 10 to the power −${digits} with the rate ${rate}: ${told(result)}.`,
    code: ({digits, rate}) => `import {timeline} from "llm-first-principles";
import {descent} from "llm-first-principles/stages/optimization";

const run = timeline(descent, {landscape: "saddle", learningRate: ${rate}, startX: 1, startY: 1e-${digits}});
let step = 0;
while (step < ${STEPS} && Math.abs(run.at(step).metrics.y) < ${LEFT}) step++;
console.log(step, Math.log(${LEFT} / 1e-${digits}) / Math.log(1 + ${rate}));`,
    rows: (_, {path}) => path.map(([x, y], step) => ({step, x, y}))
  });
}
