import {FileAttachment} from "observablehq:stdlib";
import {pow, toBits} from "/lib/index.js";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly scale: "nats" | "bits" | "perplexity";
}

type Facts = Readonly<Record<string, number>>;

const CELLS = [
  {cell: "elman", title: "Elman", look: {width: 1.5, dashed: true}},
  {cell: "gru", title: "GRU", look: {width: 3}},
  {cell: "lstm", title: "LSTM", look: {width: 1.5}}
] as const;
const meaning = "loss-validation";
const [EVERY, LAST] = [50, 300];
const units = {nats: "nats per token", bits: "bits per token", perplexity: "perplexity"} as const;
const inUnit = (nats: number, scale: Value["scale"]): number =>
  scale === "nats" ? nats : scale === "bits" ? toBits(nats) : pow(Math.E, nats);
const steps = Array.from({length: LAST / EVERY}, (_, i) => (i + 1) * EVERY);

/** Three kinds of cells on first names: measured when the book was made. */
export function cellsCompared(name = "cells-compared") {
  return figure<Value, Facts>({
    name,
    title: "Three cells on first names",
    caption:
      "Loss on all held-out names: 64 cells of each kind, vectors of 16, steps of 32 rows by 32 letters, AdamW at a rate of 0.003, one seed. Across: the network of the section on windows, with a window of 8, after its 2,000 smaller steps. Trained when the book was made.",
    controls: {scale: choice<Value["scale"]>(["nats", "bits", "perplexity"], {label: "Axis"})},
    compute: async () => (await FileAttachment("../facts/recurrence.json").json<{readonly facts: Facts}>()).facts,
    draw: ({scale}, {width, result}) => {
      const of = (cell: string): readonly Point[] =>
        steps.map((step): Point => [step, inUnit(result[`${cell}${step}`] ?? NaN, scale)]);
      const all = CELLS.flatMap(({cell}) => of(cell).map(([, y]) => y));
      const across = inUnit(result["window"] ?? NaN, scale);
      const [low, high] = [Math.min(across, ...all), Math.max(...all)];
      return chart({
        width,
        height: 300,
        marginRight: 64,
        x: {domain: [EVERY, LAST], label: "Steps"},
        y: {domain: [low - 0.08 * (high - low), high + 0.05 * (high - low)], label: `Held-out loss, ${units[scale]}`},
        marks: [
          level(across, "window of 8"),
          ...CELLS.map(({cell, title, look}) => line(of(cell), {meaning, dots: true, name: title, ...look})),
          ends(CELLS.map(({cell, title}) => ({x: LAST, y: of(cell).at(-1)![1], text: title, meaning})))
        ]
      });
    },
    describe: ({scale}, facts) =>
      `Held-out loss in ${units[scale]}: ${CELLS.map(({cell, title}) => `${title} ${steps.map((step) => `${inUnit(facts[`${cell}${step}`] ?? NaN, scale).toFixed(3)} at ${step}`).join(", ")}`).join("; ")}. A window of 8 has ${inUnit(facts["window"] ?? NaN, scale).toFixed(3)}.`,
    code: () => `import {timeline} from "llm-first-principles";
import {recurrent} from "llm-first-principles/stages/neural-lm";

// names: the text of all first names, one in each line
for (const cell of ["elman", "gru", "lstm"]) {
  const config = {corpus: names, documents: true, cell, hidden: 64, scored: 20000};
  const run = timeline(recurrent, config, {history: false});
  for (const step of [50, 100, 300]) console.log(cell, step, run.at(step).metrics.validationLoss);
}`,
    rows: (_, facts) =>
      steps.map((step) => ({
        step,
        elman: facts[`elman${step}`],
        gru: facts[`gru${step}`],
        lstm: facts[`lstm${step}`]
      }))
  });
}
