import {FileAttachment} from "observablehq:stdlib";
import type {RangeTest} from "/lib/stages/optimization.js";
import {chart, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";

interface Value {
  readonly optimizer: "adamw" | "sgd";
  readonly radius: number;
}

type Ranges = Readonly<Record<Value["optimizer"], RangeTest>>;

/** The mean of each loss with those around it. */
const smooth = (losses: readonly number[], radius: number): readonly number[] =>
  losses.map((_, i) => {
    const around = losses.slice(Math.max(0, i - radius), i + radius + 1);
    return around.reduce((a, b) => a + b) / around.length;
  });

/** A range test: one short run whose rate grows from step to step. Run when the book was made. */
export function rateRange(name = "rate-range") {
  const told = ({suggested, diverged}: RangeTest): string =>
    `the loss falls most steeply at ${suggested === undefined ? "no rate" : writeNumber(suggested, 2)}, ${diverged === undefined ? "and no rate ended the test" : `and ${writeNumber(diverged, 2)} ended the test`}`;
  return figure<Value, Ranges>({
    name,
    title: "A range test",
    caption:
      "One run of the same network, at most 120 steps, whose rate grows from 0.00001 to 10: the loss on the batch of each step. The upright line is where the smoothed loss falls most steeply. Run when the book was made.",
    controls: {
      optimizer: choice<Value["optimizer"]>(["adamw", "sgd"], {
        label: "Optimizer",
        format: (o) => (o === "sgd" ? "gradient descent" : "AdamW")
      }),
      radius: slider([0, 8], {label: "Smooth over, to each side", value: 4})
    },
    compute: async () =>
      (await FileAttachment("../model/scheduledRuns.json").json<{readonly value: {readonly ranges: Ranges}}>()).value
        .ranges,
    draw: ({optimizer, radius}, {width, result}) => {
      const {readings, suggested} = result[optimizer];
      const losses = smooth(
        readings.map(({loss}) => loss),
        radius
      );
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [1e-5, 10], label: "Learning rate", scale: "log", ticks: 8, format: decades(1)},
          y: {domain: [2, 5], label: "Loss of the batch, nats per token"},
          marks: [
            ...(suggested === undefined ? [] : [moment(suggested)]),
            line(
              readings.map(({rate}, i): Point => [rate, losses[i]! > 5 ? NaN : losses[i]!]),
              {meaning: optimizer, name: "loss"}
            )
          ]
        }),
        element("p", {className: "fig-note"}, `With the smoothing of the test, ${told(result[optimizer])}.`)
      );
    },
    describe: ({optimizer}, ranges) => `Of ${optimizer}, ${told(ranges[optimizer])}.`,
    code: ({optimizer}) => `import {bengio} from "llm-first-principles/stages/neural-lm";
import {rangeTest} from "llm-first-principles/stages/optimization";

const corpus = "anna\\nhannah\\nbob\\nemma\\notto\\nada\\neve\\n".repeat(20); // or a list of names
const config = {corpus, documents: true, context: 4, optimizer: "${optimizer}"};
const {suggested, diverged, readings} = rangeTest(bengio, config, {lossOf: ({batchLoss}) => batchLoss});
console.log({suggested, diverged, steps: readings.length});`,
    rows: ({optimizer}, ranges) => ranges[optimizer].readings.map((reading) => ({...reading}))
  });
}
