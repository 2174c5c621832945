import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {JUDGED, KIND_NAMES, TRAINED, type PositionRun} from "../model/positionSpec.js";

interface Value {
  readonly radius: number;
}

const MEANINGS = ["attention", "query", "key", "value", "ink-2"] as const;

const smooth = (list: readonly number[], radius: number): readonly number[] =>
  list.map((_, i) => {
    const around = list.slice(Math.max(0, i - radius), i + radius + 1);
    return around.reduce((a, b) => a + b) / around.length;
  });

/** Models with each kind of positions, in windows longer than those that they learned from. */
export function longerWindows(name = "longer-windows") {
  return figure<Value, readonly PositionRun[]>({
    name,
    title: "Further than they were trained",
    caption:
      "Five transformers that differ in their positions alone, each trained for 800 steps on windows of 32 letters of Moby Dick. Loss on held-out text by the letter’s place in a window of 96; the upright line is where training ended. Learned positions end there, since no vector stands for a place that was never seen. Trained when the book was made.",
    controls: {radius: slider([0, 8], {label: "Smooth over, to each side", value: 4})},
    compute: async () =>
      (await FileAttachment("../model/positionRuns.json").json<{readonly value: readonly PositionRun[]}>()).value,
    draw: ({radius}, {width, result}) => {
      const lines = result.map(({kind, nats}, i) => ({
        name: KIND_NAMES[kind],
        meaning: MEANINGS[i]!,
        points: smooth(nats, radius).map((value, place): Point => [place, value])
      }));
      return element(
        "div",
        {},
        chart({
          width,
          height: 340,
          marginRight: 124,
          x: {domain: [0, JUDGED - 1], label: "Place in the window"},
          y: {domain: [1.7, 3.4], label: "Loss, nats a letter"},
          marks: [
            moment(TRAINED - 1),
            ...lines.map(({name: title, meaning, points}) => line(points, {meaning, name: title})),
            ends(
              lines.map(({name: title, meaning, points}) => ({
                text: title,
                meaning,
                x: points.at(-1)![0],
                y: points.at(-1)![1]
              }))
            )
          ]
        })
      );
    },
    describe: (_, result) =>
      result
        .map(({kind, nats}) => {
          const mean = (from: number, to: number): string =>
            (nats.slice(from, to).reduce((a, b) => a + b, 0) / nats.slice(from, to).length).toFixed(2);
          return `${KIND_NAMES[kind]}: ${mean(16, 32)} nats at places 16 to 31${nats.length > 64 ? `, ${mean(64, 96)} at 64 to 95` : ""}`;
        })
        .join("; "),
    code: () => `import {timeline} from "llm-first-principles";
import {transformerLm} from "llm-first-principles/stages/transformer";

const corpus = "the whale, the white whale, the whale of whales. ".repeat(40); // or a book
for (const positions of ["rope", "alibi", "none"]) {
  const run = timeline(transformerLm, {corpus, positions, context: 32, layers: 1, width: 32}, {history: false});
  console.log(positions, run.at(50).metrics.validationLoss);
}`,
    rows: (_, result) =>
      result.flatMap(({kind, nats}) => nats.map((value, place) => ({positions: kind, place, nats: value})))
  });
}
