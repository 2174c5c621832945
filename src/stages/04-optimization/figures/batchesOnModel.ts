import {FileAttachment} from "observablehq:stdlib";
import {chart, dotsAt, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {fewestSteps, type BatchRuns} from "../model/batchPlan.js";
import {hyperbola} from "../model/noiseScale.js";

interface Value {
  readonly target: "2.6" | "2.5" | "2.45";
}

const FINE = Array.from({length: 51}, (_, i) => 3 * 2 ** (i / 5)).filter((b) => b <= 3000);

/** Steps and examples to a loss, by the size of the batch. Trained when the book was made. */
export function batchesOnModel(name = "batches-on-model") {
  const worked = (runs: readonly BatchRuns[], {target}: Value) => {
    const best = fewestSteps(runs, Number(target));
    return {best, ...hyperbola(best)};
  };
  return figure<Value, readonly BatchRuns[]>({
    name,
    title: "Steps or examples",
    caption:
      "All axes logarithmic. Dots: how many steps gradient descent needs to a loss, with the best of several rates for each batch size, in the mean of three seeds; below, how many pairs it has seen by then. Lines: the hyperbola of the theorem, fitted. Upright: its knee. Trained when the book was made.",
    controls: {
      target: choice<Value["target"]>(["2.6", "2.5", "2.45"], {label: "Down to, nats per token", value: "2.5"})
    },
    compute: async () =>
      (await FileAttachment("../model/batchRuns.json").json<{readonly value: readonly BatchRuns[]}>()).value,
    draw: (value, {width, result}) => {
      const {best, least, knee} = worked(result, value);
      const drawn = (label: string, domain: readonly [number, number], of: (batch: number, steps: number) => number) =>
        chart({
          width,
          height: 240,
          x: {domain: [3, 3000], label: "Batch size, pairs", scale: "log", ticks: 9, format: decades(1)},
          y: {domain, label, scale: "log", ticks: 9, format: decades(1)},
          marks: [
            moment(knee),
            line(
              FINE.map((b): Point => [b, of(b, least * (1 + knee / b))]),
              {meaning: "ink-2", width: 1.5, name: "hyperbola"}
            ),
            dotsAt(
              best.map(({batch, steps}): Point => [batch, of(batch, steps)]),
              "sgd",
              5
            )
          ]
        });
      return element(
        "div",
        {},
        drawn("Steps", [10, 10_000], (_, steps) => steps),
        drawn("Pairs seen", [1000, 200_000], (batch, steps) => batch * steps),
        element(
          "p",
          {className: "fig-note"},
          "The knee is at batches of ",
          element("b", {}, writeNumber(knee, 2)),
          `; without any noise ${writeNumber(least, 2)} steps would do.`
        )
      );
    },
    describe: (value, runs) => {
      const {best, knee} = worked(runs, value);
      return `To ${value.target} nats: ${best.map(({batch, steps, rate}) => `${writeNumber(steps, 3)} steps with batches of ${batch} and the rate ${rate}`).join(", ")}. The knee is at ${writeNumber(knee, 2)}.`;
    },
    rows: (value, runs) =>
      worked(runs, value).best.map(({batch, steps, rate}) => ({batch, rate, steps, pairs: batch * steps}))
  });
}
