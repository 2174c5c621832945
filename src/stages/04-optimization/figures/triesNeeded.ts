import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {several} from "../../../components/figure/several.js";
import {afterTries} from "../model/bestOfTries.js";
import {MODEL_RACERS, MODEL_RATES, type ModelRacer, type ModelRuns} from "../model/modelRuns.js";
import {OPTIMIZER_NAMES} from "../model/race.js";

interface Value {
  readonly tries: number;
  readonly racers: readonly ModelRacer[];
}

type Expected = ReturnType<typeof afterTries>;
const TOP = 4.1;

/** Which optimizer is ahead, by how many rates one can afford to try. */
export function triesNeeded(name = "tries-needed") {
  const placed = (expected: Expected, {racers, tries}: Value) =>
    racers.map((racer) => ({racer, loss: expected[racer][tries - 1]!})).sort((a, b) => a.loss - b.loss);
  return figure<Value, Expected>({
    name,
    title: "Who is ahead after so many tries?",
    caption: `The race on a model once more. Somebody tries so many of the ${MODEL_RATES.length} rates, drawn blindly, and keeps the best run: this is the held-out loss that he may expect. A run that broke counts as an untrained model.`,
    controls: {
      tries: slider([1, MODEL_RATES.length], {label: "Rates tried", value: 1}),
      racers: several<ModelRacer>([...MODEL_RACERS], {
        label: "Optimizers",
        value: ["sgd", "adagrad", "adam", "lion", "muon"],
        format: (o) => OPTIMIZER_NAMES[o]
      })
    },
    compute: async () =>
      afterTries((await FileAttachment("../model/raceOnModel.json").json<{readonly value: ModelRuns}>()).value),
    draw: (value, {width, result}) => {
      const rows = placed(result, value);
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: 118,
          x: {domain: [1, MODEL_RATES.length], label: "Rates tried"},
          y: {domain: [2.3, TOP], label: "Expected held-out loss, nats per token"},
          marks: [
            moment(value.tries),
            ...value.racers.map((racer) =>
              line(
                result[racer].map((loss, i): Point => [i + 1, loss]),
                {meaning: racer, width: 2, name: OPTIMIZER_NAMES[racer]}
              )
            ),
            ends(
              value.racers.map((racer) => ({
                x: MODEL_RATES.length,
                y: result[racer].at(-1)!,
                text: OPTIMIZER_NAMES[racer],
                meaning: racer
              }))
            )
          ]
        }),
        table(rows, [
          {label: "Optimizer", value: ({racer}) => OPTIMIZER_NAMES[racer]},
          {
            label: `After ${value.tries === 1 ? "one try" : `${value.tries} tries`}`,
            value: ({loss}) => loss,
            format: (v) => v.toFixed(3)
          }
        ])
      );
    },
    describe: (value, expected) =>
      `After ${value.tries} of ${MODEL_RATES.length} rates: ${placed(expected, value)
        .map(({racer, loss}) => `${OPTIMIZER_NAMES[racer]} ${loss.toFixed(3)}`)
        .join(", ")} nats per token.`,
    rows: (_, expected) =>
      MODEL_RACERS.flatMap((racer) => expected[racer].map((loss, i) => ({optimizer: racer, tries: i + 1, loss})))
  });
}
