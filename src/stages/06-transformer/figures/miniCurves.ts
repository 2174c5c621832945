import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {several} from "../../../components/figure/several.js";
import {MINI, MINI_EVERY, MINI_STEPS, type MiniName, type MiniRun} from "../model/miniSpec.js";

type What = "accuracies" | "losses";

interface Value {
  readonly what: What;
  readonly shown: readonly MiniName[];
}

const names = Object.keys(MINI) as readonly MiniName[];
const MEANINGS: Readonly<Record<MiniName, string>> = {
  sort: "loss-validation",
  oneBlock: "query",
  noPositions: "key",
  narrow: "attention",
  addition: "model",
  reversed: "loss-train"
};
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** The mini-project as it was run for the book, to lay one’s own beside. */
export function miniCurves(name = "mini-curves") {
  const of = (runs: readonly MiniRun[], {shown}: Value): readonly MiniRun[] =>
    runs.filter((run) => shown.includes(run.name));
  const told = (value: Value, runs: readonly MiniRun[]): string =>
    of(runs, value)
      .map(
        ({name: run, parameters, curves}) =>
          `${MINI[run].name}, ${parameters.toLocaleString("en")} parameters: ${curves.map(({accuracies}) => `${(100 * accuracies.at(-1)!).toFixed(1)}%`).join(", ")} right at the end`
      )
      .join("; ");
  return figure<Value, readonly MiniRun[]>({
    name,
    title: "Six small transformers",
    caption: `The mini-project, ${MINI_STEPS} steps of 48 examples: thin lines are runs with three seeds, and the thick one is their mean, on 200 other examples. Also with one block, with a width of 16, without positions, and with another task of the library: sums of two numbers below 100, written as usual or from the last digit on. Trained when the book was made.`,
    controls: {
      what: choice<What>(["accuracies", "losses"], {
        label: "Show",
        format: (what) => (what === "losses" ? "loss" : "whole answers right")
      }),
      shown: several<MiniName>(names, {
        label: "Of",
        value: ["sort", "oneBlock", "noPositions"],
        format: (run) => MINI[run].name
      })
    },
    compute: async () =>
      (await FileAttachment("../model/miniRuns.json").json<{readonly value: readonly MiniRun[]}>()).value,
    draw: (value, {width, result}) => {
      const runs = of(result, value);
      const points = (list: readonly number[]): readonly Point[] => list.map((y, i): Point => [i * MINI_EVERY, y]);
      const means = runs.map((run) => ({
        run,
        points: points(run.curves[0]!.accuracies.map((_, i) => mean(run.curves.map((curve) => curve[value.what][i]!))))
      }));
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: width < 500 ? 100 : 176,
          x: {domain: [0, MINI_STEPS], label: "Step"},
          y:
            value.what === "accuracies"
              ? {domain: [0, 1], label: "Whole answers right", format: (y) => `${Math.round(100 * y)}%`}
              : {domain: [0, 2.6], label: "Loss, nats a sign of the answer"},
          marks: [
            ...runs.flatMap(({name: run, curves}) =>
              curves.map((curve) =>
                line(points(curve[value.what]), {meaning: MEANINGS[run], width: 0.75, name: MINI[run].name})
              )
            ),
            ...means.map(({run, points: all}) =>
              line(all, {meaning: MEANINGS[run.name], name: `${MINI[run.name].name}, mean`})
            ),
            ends(
              means.map(({run, points: all}) => ({
                text: width < 500 ? MINI[run.name].name.replace(/^\w+, /, "") : MINI[run.name].name,
                meaning: MEANINGS[run.name],
                x: MINI_STEPS,
                y: all.at(-1)![1]
              }))
            )
          ]
        }),
        element("p", {className: "fig-note"}, runs.length === 0 ? "Choose at least one." : `${told(value, result)}.`)
      );
    },
    describe: (value, result) => (value.shown.length === 0 ? "No run is chosen." : `${told(value, result)}.`),
    rows: (_, runs) =>
      runs.flatMap(({name: run, curves}) =>
        curves.flatMap(({losses, accuracies}, i) =>
          losses.map((loss, at) => ({run, seed: i + 1, step: at * MINI_EVERY, loss, accuracy: accuracies[at]}))
        )
      )
  });
}
