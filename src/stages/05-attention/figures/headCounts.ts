import {FileAttachment} from "observablehq:stdlib";
import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {HeadRun} from "../model/headRuns.kept.js";

interface Value {
  readonly seeds: boolean;
}

const meanOf = ({losses}: HeadRun): number => losses.reduce((a, b) => a + b, 0) / losses.length;

/** The same model with one to thirty-two heads. */
export function headCounts(name = "head-counts") {
  return figure<Value, readonly HeadRun[]>({
    name,
    title: "One head, or many",
    caption:
      "Transformers of width 64 and two layers, trained alike for 600 steps on Moby Dick, that differ in the number of their heads. All have the same number of parameters. Loss on held-out text, the mean of two seeds; dots are the seeds. Trained when the book was made.",
    controls: {seeds: toggle({label: "Show both seeds", value: true})},
    compute: async () =>
      (await FileAttachment("../model/headRuns.json").json<{readonly value: readonly HeadRun[]}>()).value,
    draw: ({seeds}, {width, result}) => {
      const all = result.flatMap(({losses}) => losses);
      const [low, high] = [Math.min(...all), Math.max(...all)];
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [0.9, 36], label: "Heads", scale: "log", ticks: 6, format: String},
          y: {domain: [low - 0.03, high + 0.03], label: "Held-out loss, nats a letter"},
          marks: [
            line(
              result.map((run): Point => [run.heads, meanOf(run)]),
              {meaning: "attention", name: "mean"}
            ),
            ...(seeds
              ? [
                  dotsAt(
                    result.flatMap(({heads, losses}) => losses.map((loss): Point => [heads, loss])),
                    "attention"
                  )
                ]
              : [])
          ]
        })
      );
    },
    describe: (_, result) =>
      result.map((run) => `${run.heads} heads of ${64 / run.heads} numbers: ${meanOf(run).toFixed(3)} nats`).join("; "),
    code: () => `import {timeline} from "llm-first-principles";
import {transformerLm} from "llm-first-principles/stages/transformer";

const corpus = "the whale, the white whale, the whale of whales. ".repeat(40); // or a book
for (const heads of [1, 4, 16]) {
  const run = timeline(transformerLm, {corpus, heads, context: 16, layers: 1, width: 32}, {history: false});
  console.log(heads, run.at(40).metrics.validationLoss);
}`,
    rows: (_, result) => result.map((run) => ({heads: run.heads, loss: meanOf(run)}))
  });
}
