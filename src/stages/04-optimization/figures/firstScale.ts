import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {PRACTICE_STEPS, type ScaledRun} from "../model/practiceSettings.js";

interface Value {
  readonly layer: "output" | "hidden";
}

interface Kept {
  readonly scaled: readonly ScaledRun[];
  readonly vocabulary: number;
}

const NAMED = [2, 3, 4, 6, 10, 20, 50];

/** Loss before training and after, by the size of first weights. Trained when the book was made. */
export function firstScale(name = "first-scale") {
  const of = ({scaled}: Kept, {layer}: Value) => scaled.filter((run) => run.layer === layer);
  return figure<Value, Kept>({
    name,
    title: "First weights, a thousand times apart",
    caption: `Loss on held-out names before the first step (dashed) and after ${PRACTICE_STEPS} steps of Adam at a rate of 0.01, by what the first weights of one layer are multiplied by: 1 is what keeps the size of a signal, and the level is ln V. The loss is on a logarithmic axis. Trained when the book was made, once each.`,
    controls: {
      layer: choice<Value["layer"]>(["output", "hidden"], {label: "Scaled", format: (l) => `${l} layer`})
    },
    compute: async () => (await FileAttachment("../model/practiceRuns.json").json<{readonly value: Kept}>()).value,
    draw: (value, {width, result}) => {
      const runs = of(result, value);
      const shown = (f: (run: ScaledRun) => number): readonly Point[] => runs.map((run): Point => [run.factor, f(run)]);
      const [first, last] = [shown((run) => run.first), shown((run) => run.last)];
      return chart({
        width,
        height: 320,
        marginRight: 74,
        x: {
          domain: [0.01, 30],
          label: "First weights, times",
          scale: "log",
          ticks: 8,
          format: (v) => ([0.01, 0.1, 1, 10].some((one) => Math.abs(v / one - 1) < 1e-9) ? String(v) : "")
        },
        y: {
          domain: [2, 60],
          label: "Held-out loss, nats per token",
          scale: "log",
          ticks: 10,
          format: (v) => (NAMED.some((one) => Math.abs(v / one - 1) < 1e-9) ? String(v) : "")
        },
        marks: [
          level(Math.log(result.vocabulary), "ln V"),
          line(first, {meaning: "ink-2", width: 1.5, dashed: true, name: "at first"}),
          line(last, {meaning: "loss-train", dots: true, name: "at the end"}),
          ends([
            {x: 30, y: first.at(-1)![1], text: "at first", meaning: "ink-2"},
            {x: 30, y: last.at(-1)![1], text: "at the end", meaning: "loss-train"}
          ])
        ]
      });
    },
    describe: (value, kept) =>
      `With the ${value.layer} layer’s first weights scaled, the loss goes ${of(kept, value)
        .map(({factor, first, last}) => `from ${first.toFixed(2)} to ${last.toFixed(2)} with ${factor}`)
        .join(", ")} nats per token.`,
    rows: (value, kept) => of(kept, value).map((run) => ({...run}))
  });
}
