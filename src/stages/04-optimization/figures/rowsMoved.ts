import {FileAttachment} from "observablehq:stdlib";
import {chart, note, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import {writeNumber} from "../../../components/number.js";
import {OPTIMIZER_NAMES} from "../model/race.js";
import {ROWS_OF, slopeOf, type RowsOf, type RowsRun} from "../model/rows.js";

interface Value {
  readonly optimizer: RowsOf;
}

/** How far each character’s row of an embedding goes, by how often the character comes. Trained when the book was made. */
export function rowsMoved(name = "rows-moved") {
  const runOf = (runs: readonly RowsRun[], {optimizer}: Value): RowsRun =>
    runs.find((run) => run.optimizer === optimizer)!;
  return figure<Value, readonly RowsRun[]>({
    name,
    title: "Who gets to learn?",
    caption:
      "The network of the race after 400 steps on first names. Each character has a row of the embedding: to the right how often it comes, upward how far its row has gone. Both axes are logarithmic. Each optimizer has its best rate from the race. Trained when the book was made.",
    controls: {
      optimizer: select<RowsOf>([...ROWS_OF], {label: "Optimizer", value: "sgd", format: (o) => OPTIMIZER_NAMES[o]})
    },
    compute: async () =>
      (await FileAttachment("../model/rowsMoved.json").json<{readonly value: readonly RowsRun[]}>()).value,
    draw: (value, {width, result}) => {
      const {rows, rate} = runOf(result, value);
      const wordy = (v: number): string => ([0.01, 0.1, 1, 10, 100].includes(v) ? String(v) : "");
      return element(
        "div",
        {},
        chart({
          width,
          height: 340,
          readable: false,
          x: {domain: [0.03, 200], label: "Of a thousand characters", scale: "log", ticks: 4, format: wordy},
          y: {domain: [0.002, 5], label: "How far its row went", scale: "log", ticks: 6, format: wordy},
          marks: rows.map(({character, perThousand, moved}) =>
            note([perThousand, Math.max(moved, 0.002)] satisfies Point, visibleText(character), {
              "text-anchor": "middle",
              "dominant-baseline": "middle",
              style: `fill:var(--${value.optimizer});font-weight:600`
            })
          )
        }),
        element(
          "p",
          {className: "fig-note"},
          `With ${OPTIMIZER_NAMES[value.optimizer]} at a rate of ${rate}, a character that comes ten times as often goes `,
          element("b", {}, `${writeNumber(10 ** slopeOf(rows), 2)} times`),
          " as far, in the mean."
        )
      );
    },
    describe: (value, runs) => {
      const {rows} = runOf(runs, value);
      return `${OPTIMIZER_NAMES[value.optimizer]}: a row of a character that comes ten times as often goes ${writeNumber(10 ** slopeOf(rows), 2)} times as far.`;
    },
    rows: (_, runs) => runs.flatMap(({optimizer, rate, rows}) => rows.map((row) => ({optimizer, rate, ...row})))
  });
}
