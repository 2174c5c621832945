import {FileAttachment} from "observablehq:stdlib";
import {chart, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import type {Evaluated} from "../model/evaluated.js";
import {readLogits} from "../model/logitCode.js";
import type {Predictions, Reheated} from "../model/reheated.js";

interface Value {
  readonly model: "network" | "heart";
  readonly temperature: number;
}

type Kept = Pick<Evaluated, "logits" | "labels">;

const TITLES: Readonly<Record<Value["model"], string>> = {
  network: "learned 7,580 names",
  heart: "learned 800 by heart"
};

const load = async (model: Value["model"]): Promise<Predictions> => {
  const file =
    model === "network" ? FileAttachment("../model/evaluated.json") : FileAttachment("../model/byHeart.json");
  const {logits, labels} = (await file.json<{readonly value: Kept}>()).value;
  return {logits: logits.map(readLogits), labels};
};

/** A point for each bin, as large as it is full. */
const points =
  ({calibration: {bins}}: Reheated): Mark =>
  ({x, y}) => {
    const most = Math.max(...bins.map(({count}) => count));
    return bins.flatMap(({count, accuracy, confidence}) =>
      accuracy === null || confidence === null
        ? []
        : [
            svg("circle", {
              cx: x(confidence),
              cy: y(accuracy),
              r: 2 + 8 * Math.sqrt(count / most),
              style: "fill:var(--model)"
            })
          ]
    );
  };

const told = ({loss, brier, accuracy, amongThree, confidence, calibration}: Reheated): string =>
  `Loss ${loss.toFixed(3)} nats, Brier score ${brier.toFixed(3)}, expected calibration error ${calibration.expectedCalibrationError.toFixed(3)}; sure ${(100 * confidence).toFixed(1)}%, right ${(100 * accuracy).toFixed(1)}%, among the three likeliest ${(100 * amongThree).toFixed(1)}%`;

/** How often a network is right by how sure it is, at a temperature that the reader sets. */
export function reliability(name = "reliability") {
  const kept = new Map<Value["model"], Promise<Predictions>>();
  const predictions = (model: Value["model"]): Promise<Predictions> => {
    const known = kept.get(model) ?? load(model);
    kept.set(model, known);
    return known;
  };
  return figure<Value, Reheated>({
    name,
    title: "As often right as it says?",
    caption:
      "The network’s predictions of 2,999 held-out tokens, in ten bins by the probability of the likeliest token: across, its mean in the bin, and up, how often that token came. The larger a dot, the more predictions. On the thin line confidence is earned; below it the network is too sure. The logits were kept when the book was made, rounded to about a tenth.",
    controls: {
      model: choice<Value["model"]>(["network", "heart"], {label: "Network", format: (model) => TITLES[model]}),
      temperature: slider([0.4, 3], {label: "Temperature", value: 1, step: 0.05, format: (t) => t.toFixed(2)})
    },
    compute: async ({model, temperature}) => {
      const [{reheated}, kept] = await Promise.all([import("../model/reheated.js"), predictions(model)]); // with the engine
      return reheated(kept, temperature);
    },
    draw: (_, {width, result}) => {
      const curve = result.calibration.bins.flatMap(({accuracy, confidence}): readonly Point[] =>
        accuracy === null || confidence === null ? [] : [[confidence, accuracy]]
      );
      const even: Mark = ({x, y}) => [
        svg("line", {x1: x(0), x2: x(1), y1: y(0), y2: y(1), style: "stroke:var(--ink);stroke-width:1"})
      ];
      return element(
        "div",
        {},
        chart({
          width,
          height: Math.min(380, width),
          x: {domain: [0, 1], label: "Probability of the likeliest token"},
          y: {domain: [0, 1], label: "Share that came"},
          marks: [even, line(curve, {meaning: "model", width: 1.5, name: "came"}), points(result)]
        }),
        element("p", {className: "fig-note"}, `${told(result)}.`)
      );
    },
    describe: ({model, temperature}, result) =>
      `The network that ${TITLES[model]}, at temperature ${temperature}. ${told(result)}. Bins: ${result.calibration.bins
        .filter(({count}) => count > 0)
        .map(
          ({count, accuracy, confidence}) =>
            `${count} at ${(confidence ?? 0).toFixed(2)} came ${(accuracy ?? 0).toFixed(2)}`
        )
        .join("; ")}.`,
    code: ({temperature}) => `import {softmax} from "llm-first-principles";
import {calibration} from "llm-first-principles/tensor";

// logits: a row for each held-out token; labels: which token came
const rows = logits.map((row) => softmax(row.map((z) => z / ${temperature})));
const confidence = rows.map((p) => Math.max(...p));
const correct = rows.map((p, i) => p.indexOf(confidence[i]) === labels[i]);
const {bins, expectedCalibrationError} = calibration(confidence, correct);
console.table(bins);
console.log(expectedCalibrationError);`,
    rows: (_, {calibration: {bins}}) => bins.map((bin) => ({...bin}))
  });
}
