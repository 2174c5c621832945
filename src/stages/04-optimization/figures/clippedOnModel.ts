import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {PRACTICE_STEPS, type ClippedRun} from "../model/practiceSettings.js";

interface Value {
  readonly rate: "0.3" | "1" | "3";
}

const COLORS = ["key", "model", "loss-train", "gradient", "ink-2"] as const;
const [LOW, TOP] = [2.4, 4.2];

/** Gradient descent on a model, with gradients clipped at several lengths. Trained when the book was made. */
export function clippedOnModel(name = "clipped-on-model") {
  const of = (runs: readonly ClippedRun[], {rate}: Value) => runs.filter((run) => run.rate === Number(rate));
  const called = ({most}: ClippedRun): string => (most === 0 ? "not at all" : `at ${most}`);
  return figure<Value, readonly ClippedRun[]>({
    name,
    title: "Clipping on a model",
    caption: `The small network, ${PRACTICE_STEPS} steps of gradient descent, with gradients clipped at several lengths: loss on all held-out names. What is above ${TOP} nats is not drawn. Trained when the book was made, once each.`,
    controls: {
      rate: choice<Value["rate"]>(["0.3", "1", "3"], {label: "Rate", value: "3"})
    },
    compute: async () =>
      (
        await FileAttachment("../model/practiceRuns.json").json<{
          readonly value: {readonly clipped: readonly ClippedRun[]};
        }>()
      ).value.clipped,
    draw: (value, {width, result}) => {
      const lines = of(result, value).map((run, i) => ({
        text: called(run),
        meaning: COLORS[i]!,
        points: run.losses.map((loss, k): Point => [k * 20, loss > TOP ? NaN : loss])
      }));
      return chart({
        width,
        height: 340,
        marginRight: 84,
        x: {domain: [0, PRACTICE_STEPS], label: "Step"},
        y: {domain: [LOW, TOP], label: "Held-out loss, nats per token"},
        marks: [
          ...lines.map(({points, meaning, text}) => line(points, {meaning, width: 2, name: text})),
          ends(lines.map(({points, meaning, text}) => ({x: PRACTICE_STEPS, y: points.at(-1)![1], text, meaning})))
        ]
      });
    },
    describe: (value, runs) =>
      `At a rate of ${value.rate}: ${of(runs, value)
        .map(
          (run) =>
            `clipped ${called(run)}, which is ${Math.round(100 * run.clipped)}% of steps, it ends at ${run.losses.at(-1)!.toFixed(3)}`
        )
        .join("; ")} nats per token.`,
    rows: (value, runs) =>
      of(runs, value).flatMap(({losses, rate, most}) =>
        losses.map((loss, i) => ({rate, most: most === 0 ? Infinity : most, step: i * 20, loss}))
      )
  });
}
