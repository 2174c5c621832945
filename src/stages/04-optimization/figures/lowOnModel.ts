import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {KEEPER_NAMES, LOW_EVERY, LOW_STEPS, type Keeper, type LowRun} from "../model/lowPrecisionSettings.js";

interface Value {
  readonly rate: "0.0003" | "0.001" | "0.003";
}

const COLORS: Readonly<Record<Keeper, string>> = {
  float32: "ink-2",
  nearest: "loss-train",
  master: "model",
  chance: "gradient"
};
const SHORT: Readonly<Record<Keeper, string>> = {
  float32: "float32",
  nearest: "nearest",
  master: "master",
  chance: "by chance"
};

/** A model whose weights are kept in few bits, in several ways. Trained when the book was made. */
export function lowOnModel(name = "low-on-model") {
  const of = (runs: readonly LowRun[], {rate}: Value) => runs.filter((run) => run.rate === Number(rate));
  return figure<Value, readonly LowRun[]>({
    name,
    title: "Weights of eight bits of precision",
    caption: `The small network, ${LOW_STEPS} steps of Adam, whose own means are float32: loss on all held-out names. Weights are float32; or bfloat16, rounded to the nearest; or bfloat16 with a master copy in float32; or bfloat16, rounded by chance. Trained when the book was made, once each.`,
    controls: {
      rate: choice<Value["rate"]>(["0.0003", "0.001", "0.003"], {label: "Rate", value: "0.0003"})
    },
    compute: async () =>
      (
        await FileAttachment("../model/lowPrecision.json").json<{
          readonly value: {readonly runs: readonly LowRun[]};
        }>()
      ).value.runs,
    draw: (value, {width, result}) => {
      const lines = of(result, value).map(({keeper, losses}) => ({
        text: SHORT[keeper],
        meaning: COLORS[keeper],
        dashed: keeper === "master",
        points: losses.map((loss, i): Point => [i * LOW_EVERY, loss])
      }));
      return chart({
        width,
        height: 340,
        marginRight: 84,
        x: {domain: [0, LOW_STEPS], label: "Step"},
        y: {domain: [2.2, 4.2], label: "Held-out loss, nats per token"},
        marks: [
          ...lines.map(({points, meaning, text, dashed}) => line(points, {meaning, width: 2, dashed, name: text})),
          ends(lines.map(({points, meaning, text}) => ({x: LOW_STEPS, y: points.at(-1)![1], text, meaning})))
        ]
      });
    },
    describe: (value, runs) =>
      `At a rate of ${value.rate}: ${of(runs, value)
        .map(({keeper, losses}) => `${KEEPER_NAMES[keeper]} ends at ${losses.at(-1)!.toFixed(3)}`)
        .join(", ")} nats per token.`,
    rows: (value, runs) =>
      of(runs, value).flatMap(({losses, rate, keeper}) =>
        losses.map((loss, i) => ({rate, weights: KEEPER_NAMES[keeper], step: i * LOW_EVERY, loss}))
      )
  });
}
