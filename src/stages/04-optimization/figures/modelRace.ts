import {FileAttachment} from "observablehq:stdlib";
import {chart, dotsAt, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {several} from "../../../components/figure/several.js";
import {OPTIMIZER_NAMES} from "../model/race.js";
import {
  bestOf,
  endOf,
  EVERY,
  MODEL_RACE,
  MODEL_RACERS,
  MODEL_RATES,
  type ModelRacer,
  type ModelRuns
} from "../model/modelRuns.js";

interface Value {
  readonly by: "rate" | "step";
  readonly racers: readonly ModelRacer[];
}

/** Above this a loss is worse than knowing nothing, and it is not drawn to scale. */
const TOP = 4.2;
const LOW = 2.3;

const nothingKnown = ({sgd: [first]}: ModelRuns): number => first!.losses[0]!;

/** The race on a real model: what each rate comes to, and how the best one learns. Computed when the book was made. */
export function modelRace(name = "model-race") {
  const pointsOf = (runs: ModelRuns, racer: ModelRacer, by: Value["by"]): readonly Point[] =>
    by === "rate"
      ? runs[racer].map((run): Point => [run.rate, endOf(run)])
      : bestOf(runs[racer]).losses.map((loss, i): Point => [i * EVERY, loss]);
  return figure<Value, ModelRuns>({
    name,
    title: "The same race on a model",
    caption:
      "A network that learns first names (context 4, one hidden layer of 64, batches of 32, no clipping), by each optimizer with each of ten rates: the loss on held-out names after 400 steps, or along the way with the rate that is best for each. Momentum and Nesterov keep 0.9 of their velocity. Muon leaves the table of vectors and the biases to AdamW, with the same rate. Trained when the book was made, once each.",
    controls: {
      by: choice<Value["by"]>(["rate", "step"], {
        label: "Along",
        format: (by) => (by === "rate" ? "learning rates" : "steps, at the best rate")
      }),
      racers: several<ModelRacer>([...MODEL_RACERS], {
        label: "Racers",
        value: ["sgd", "momentum", "adagrad", "adam", "muon"],
        format: (o) => OPTIMIZER_NAMES[o]
      })
    },
    compute: async () => (await FileAttachment("../model/raceOnModel.json").json<{readonly value: ModelRuns}>()).value,
    draw: ({by, racers}, {width, result}) => {
      const lines = racers.map((racer) => ({
        racer,
        points: pointsOf(result, racer, by).map(([x, y]): Point => [x, y > TOP ? NaN : y])
      }));
      const best = (racer: ModelRacer): Point => {
        const run = bestOf(result[racer]);
        return [run.rate, endOf(run)];
      };
      return chart({
        width,
        height: 380,
        marginRight: by === "step" ? 124 : 64,
        x:
          by === "rate"
            ? {domain: [MODEL_RATES[0], MODEL_RATES.at(-1)!], label: "Learning rate", scale: "log", format: decades(1)}
            : {domain: [0, MODEL_RACE], label: "Step"},
        y: {domain: [LOW, TOP], label: "Held-out loss, nats per token"},
        marks: [
          level(nothingKnown(result), "knows nothing"),
          ...lines.map(({racer, points}) => line(points, {meaning: racer, width: 2, name: OPTIMIZER_NAMES[racer]})),
          ...(by === "rate" ? racers.map((racer) => dotsAt([best(racer)], racer, 5)) : []),
          ends(
            lines.flatMap(({racer, points}) => {
              const [x, y] = by === "rate" ? best(racer) : points.at(-1)!;
              return Number.isFinite(y)
                ? [{x, y: y - (by === "rate" ? 0.02 : 0), text: OPTIMIZER_NAMES[racer], meaning: racer}]
                : [];
            })
          )
        ]
      });
    },
    describe: ({racers}, runs) => {
      const told = racers.map((racer) => {
        const run = bestOf(runs[racer]);
        return `${OPTIMIZER_NAMES[racer]} comes lowest, to ${endOf(run).toFixed(3)} nats, with the rate ${run.rate}`;
      });
      return racers.length === 0 ? "Nobody races." : `${told.join("; ")}.`;
    },
    code: () => `import {timeline} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";

const corpus = "anna\\nhannah\\nbob\\nemma\\notto\\nada\\neve\\n".repeat(20); // or a list of names
const config = {corpus, documents: true, context: 4, width: 8, hidden: [64], batchSize: 32, clip: Infinity};
for (const optimizer of ["sgd", "momentum", "adagrad", "adam", "muon"])
  for (const learningRate of [0.001, 0.01, 0.1])
    console.log(optimizer, learningRate, timeline(bengio, {...config, optimizer, learningRate}).at(100).metrics.validationLoss);`,
    rows: ({racers}, runs) =>
      racers.flatMap((racer) =>
        runs[racer].map((run) => ({optimizer: racer, rate: run.rate, loss: endOf(run), broke: run.broke}))
      )
  });
}
