import {chart, dotsAt, ends, level, line, moment, type Point} from "../../../components/chart/chart.js";
import {action, select, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {frames, INPUTS, TARGETS, type XorFrame} from "./xorRun.js";

type Rate = "0.02" | "0.05" | "0.1" | "0.3";

interface Value {
  readonly hidden: number;
  readonly rate: Rate;
  readonly seed: number;
  readonly time: Moment;
}

const STEPS = 400;
const number = (x: number): string => (Math.abs(x) < 5e-4 ? "0.000" : x.toFixed(3).replace("-", "−"));
const MEANINGS = ["data", "model", "probability", "loss-validation"];

/** A network of scalars learns exclusive or, from four examples. */
export function xorTraining() {
  const known = new Map<string, readonly XorFrame[]>();
  return figure<Value, readonly XorFrame[]>({
    name: "xor-training",
    title: "A network of scalars learns exclusive or",
    caption:
      "One hidden layer of tanh neurons and one linear output, trained on all four inputs at once by gradient descent. Above: the loss, the sum of four squared errors, on a logarithmic axis. Below: what the network says to each input; it should be 0 or 1.",
    controls: {
      hidden: slider([1, 8], {label: "Hidden neurons", value: 4}),
      rate: select<Rate>(["0.02", "0.05", "0.1", "0.3"], {label: "Learning rate", value: "0.05"}),
      seed: action({label: "Another start"}),
      time: scrubber({steps: STEPS, step: STEPS, pace: 40, forks: false, label: "Step of training"})
    },
    compute: async ({hidden, rate, seed}, work) => {
      const name = `${hidden} ${rate} ${seed}`;
      const all = known.get(name) ?? (await frames({hidden, rate: Number(rate), seed}, STEPS, work));
      known.set(name, all);
      return all;
    },
    draw: ({time: {step}}, {width, result}) => {
      const loss = result.map(({step, metrics}): Point => [step, Math.min(1e4, Math.max(1e-9, metrics.loss))]);
      const now = result[step]!;
      const output = (i: number) =>
        result.map(({step, metrics}): Point => [step, Math.max(-1.5, Math.min(2.5, metrics.outputs[i]!))]);
      const lows = loss.map(([, y]) => y);
      const x = {domain: [0, STEPS] as const, label: "Step"};
      return element(
        "div",
        {},
        chart({
          width,
          height: 220,
          marginRight: 84,
          marginLeft: 60,
          x,
          y: {
            domain: [Math.min(...lows) / 2, Math.max(...lows) * 2],
            label: `Loss: ${now.metrics.loss.toPrecision(4)}`,
            scale: "log",
            format: (v) =>
              Number.isInteger(Math.round(Math.log10(v) * 1e6) / 1e6) ? v.toExponential(0).replace("-", "−") : ""
          },
          marks: [moment(step), line(loss, {meaning: "loss-train"}), dotsAt([[step, loss[step]![1]]], "loss-train")]
        }),
        chart({
          width,
          height: 240,
          marginRight: 84,
          marginLeft: 60,
          x,
          y: {domain: [-0.6, 1.6], label: "Outputs", ticks: 4},
          marks: [
            level(1, ""),
            level(0, ""),
            moment(step),
            ...INPUTS.map((_, i) =>
              line(
                output(i).filter(([, y]) => y > -0.6 && y < 1.6),
                {meaning: MEANINGS[i]!, width: TARGETS[i] === 1 ? 2.5 : 1.5}
              )
            ),
            ...INPUTS.map((_, i) =>
              dotsAt([[step, Math.max(-0.6, Math.min(1.6, now.metrics.outputs[i]!))]], MEANINGS[i]!)
            ),
            ends(
              INPUTS.map((input, i) => ({
                x: STEPS,
                y: Math.max(-0.6, Math.min(1.6, result.at(-1)!.metrics.outputs[i]!)),
                text: `${input.join(", ")} → ${TARGETS[i]!}`,
                meaning: MEANINGS[i]!
              }))
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Step ${step}: ${INPUTS.map((input, i) => `${input.join(" xor ")} is ${number(now.metrics.outputs[i]!)}`).join(" · ")}`
        )
      );
    },
    describe: ({hidden, rate, time: {step}}, result) => {
      const {metrics} = result[step]!;
      const says = INPUTS.map(
        (input, i) => `${input.join(" and ")} gives ${number(metrics.outputs[i]!)} (should be ${TARGETS[i]!})`
      );
      return `${hidden} hidden neurons, learning rate ${rate}. After ${step} of ${STEPS} steps the loss is ${metrics.loss.toPrecision(3)}, the gradient's length ${metrics.norm.toPrecision(3)}: ${says.join(", ")}. At the end the loss is ${result.at(-1)!.metrics.loss.toPrecision(3)}.`;
    },
    code: ({hidden, rate, seed, time: {step}}) => `import {fold, key} from "llm-first-principles";
import {backward, liftMlp, mapMlp, mlp, mul, sub, sum} from "llm-first-principles/scalar";

const {init, apply} = mlp({sizes: [2, ${hidden}, 1], activation: "tanh"});
const examples = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]];
let params = init(fold(key(2), ${seed}));
for (let step = 0; step < ${step}; step++) {
  const lifted = liftMlp(params);
  const errors = examples.map(([x, y, target]) => sub(apply(lifted, [x, y])[0], target));
  const gradients = backward(sum(errors.map((error) => mul(error, error))));
  params = mapMlp((param) => param.value - ${rate} * gradients.get(param), lifted);
}
console.log(examples.map(([x, y]) => apply(params, [x, y])[0].value));`,
    rows: (_, result) =>
      result.map(({step, metrics}) => ({
        step,
        loss: metrics.loss,
        gradientNorm: metrics.norm,
        ...Object.fromEntries(INPUTS.map((input, i) => [`output${input.join("")}`, metrics.outputs[i]]))
      }))
  });
}
