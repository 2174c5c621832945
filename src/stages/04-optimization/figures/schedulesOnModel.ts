import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {COMPARED, SCHEDULED_EVERY, SCHEDULED_STEPS, type ScheduledRun} from "../model/scheduled.js";

interface Value {
  readonly rate: "0.003" | "0.01" | "0.03";
  readonly warmup: boolean;
}

const COLORS = {constant: "ink-2", linear: "model", cosine: "loss-train", "stable-decay": "gradient"} as const;

/** What schedules do for a real model. Trained when the book was made. */
export function schedulesOnModel(name = "schedules-on-model") {
  const chosen = (runs: readonly ScheduledRun[], {rate, warmup}: Value) =>
    COMPARED.flatMap((schedule) => {
      const steps = warmup && rate === "0.03" ? 80 : 0;
      const run = runs.find((one) => one.schedule === schedule && one.rate === Number(rate) && one.warmup === steps);
      return run === undefined ? [] : [{schedule, run}];
    });
  return figure<Value, readonly ScheduledRun[]>({
    name,
    title: "Schedules on a model",
    caption:
      "The small network of the first page’s race, trained by AdamW for 800 steps with each schedule: loss on all held-out names. Stable-decay falls over the last fifth. A warm-up of 80 steps was tried with the highest rate alone. Trained when the book was made, once each.",
    controls: {
      rate: choice<Value["rate"]>(["0.003", "0.01", "0.03"], {label: "Highest rate", value: "0.03"}),
      warmup: toggle({label: "Warm-up (with 0.03)"})
    },
    compute: async () =>
      (
        await FileAttachment("../model/scheduledRuns.json").json<{
          readonly value: {readonly runs: readonly ScheduledRun[]};
        }>()
      ).value.runs,
    draw: (value, {width, result}) => {
      const lines = chosen(result, value).map(({schedule, run}) => ({
        schedule,
        points: run.losses.map((loss, i): Point => [i * SCHEDULED_EVERY, loss])
      }));
      return chart({
        width,
        height: 340,
        marginRight: 104,
        x: {domain: [0, SCHEDULED_STEPS], label: "Step"},
        y: {domain: [2.2, 3.2], label: "Held-out loss, nats per token"},
        marks: [
          ...lines.map(({schedule, points}) =>
            line(
              points.map(([x, y]): Point => [x, y > 3.2 ? NaN : y]),
              {meaning: COLORS[schedule], width: 2, name: schedule}
            )
          ),
          ends(
            lines.map(({schedule, points}) => ({
              x: SCHEDULED_STEPS,
              y: points.at(-1)![1],
              text: schedule,
              meaning: COLORS[schedule]
            }))
          )
        ]
      });
    },
    describe: (value, runs) =>
      `With the highest rate ${value.rate}: ${chosen(runs, value)
        .map(({schedule, run}) => `${schedule} ends at ${run.losses.at(-1)!.toFixed(3)}`)
        .join(", ")} nats per token.`,
    rows: (_, runs) =>
      runs.flatMap(({losses, ...settings}) => losses.map((loss, i) => ({...settings, step: i * SCHEDULED_EVERY, loss})))
  });
}
