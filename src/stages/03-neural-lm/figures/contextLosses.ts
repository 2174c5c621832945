import {FileAttachment} from "observablehq:stdlib";
import {pow, toBits} from "/lib/index.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly scale: "nats" | "bits" | "perplexity";
}

interface Row {
  readonly context: number;
  readonly network: number;
  readonly counts: number;
}

const CONTEXTS = [1, 2, 3, 5, 8] as const;
const units = {nats: "nats per token", bits: "bits per token", perplexity: "perplexity"} as const;
const inUnit = (nats: number, scale: Value["scale"]): number =>
  scale === "nats" ? nats : scale === "bits" ? toBits(nats) : pow(Math.E, nats);

/** What more context is worth, to a network and to counts: measured when the book was made. */
export function contextLosses(name = "context-losses") {
  return figure<Value, readonly Row[]>({
    name,
    title: "What a longer window is worth",
    caption:
      "Loss on all held-out first names. A network (vectors of 16, 128 hidden neurons, 2,000 steps of AdamW) for each length of the window, and counted n-grams with the same context (interpolated Kneser–Ney). Trained when the book was made.",
    controls: {
      scale: choice<Value["scale"]>(["nats", "bits", "perplexity"], {label: "Axis"})
    },
    compute: async () => {
      const {facts} = await FileAttachment("../facts/feedForward.json").json<{
        readonly facts: Readonly<Record<string, number>>;
      }>();
      return CONTEXTS.map((context) => ({
        context,
        network: facts[`network${context}`] ?? NaN,
        counts: facts[`counts${context}`] ?? NaN
      }));
    },
    draw: ({scale}, {width, result}) => {
      const of = (part: "network" | "counts") => result.map((row): Point => [row.context, inUnit(row[part], scale)]);
      const all = [...of("network"), ...of("counts")].map(([, y]) => y);
      const [low, high] = [Math.min(...all), Math.max(...all)];
      return chart({
        width,
        height: 300,
        marginRight: 84,
        x: {domain: [0.7, 8.1], label: "Tokens of context", ticks: 8},
        y: {domain: [low - 0.1 * (high - low), high + 0.1 * (high - low)], label: `Held-out loss, ${units[scale]}`},
        marks: [
          line(of("counts"), {meaning: "data", dots: true, name: "counts"}),
          line(of("network"), {meaning: "loss-validation", dots: true, name: "network"}),
          ends([
            {x: 8, y: of("counts").at(-1)![1], text: "counts", meaning: "data"},
            {x: 8, y: of("network").at(-1)![1], text: "network", meaning: "loss-validation"}
          ])
        ]
      });
    },
    describe: ({scale}, rows) =>
      `Held-out loss in ${units[scale]}, by context: ${rows.map((r) => `${r.context} tokens: network ${inUnit(r.network, scale).toFixed(3)}, counts ${inUnit(r.counts, scale).toFixed(3)}`).join("; ")}.`,
    code: () => `import {timeline} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";

// names: the text of all first names, one in each line
for (const context of [1, 2, 3, 5, 8]) {
  const run = timeline(bengio, {corpus: names, documents: true, context, scored: 20000}, {history: false});
  console.log(context, run.at(2000).metrics.validationLoss);
}`,
    rows: (_, rows) => rows.map((row) => ({...row}))
  });
}
