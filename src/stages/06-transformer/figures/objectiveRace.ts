import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {
  OBJECTIVE_NAMES,
  OBJECTIVES,
  ROWS,
  toldOf,
  TRAIN_STEPS,
  WINDOW,
  type KeptObjective,
  type ObjectiveName,
  type ObjectiveRuns
} from "../model/objectiveSpec.js";

interface Value {
  readonly across: "steps" | "predictions";
  readonly writes: ObjectiveName | "masked, at once";
}

const MEANINGS: Readonly<Record<ObjectiveName, string>> = {
  causal: "attention",
  prefix: "query",
  masked: "key",
  spans: "value"
};

/** One transformer, trained for four objectives, and what each writes. */
export function objectiveRace(name = "objective-race") {
  const xOf = ({across}: Value, {step, said}: KeptObjective["course"][number]): number =>
    across === "steps" ? step : said / 1000;
  const writtenBy = ({writes}: Value, runs: ObjectiveRuns) =>
    writes === "masked, at once" ? runs.atOnce : runs.runs[writes].written;
  return figure<Value, ObjectiveRuns>({
    name,
    title: "Four tasks, one model, one budget",
    caption: `The same transformer, trained on Moby Dick for ${TRAIN_STEPS.toLocaleString("en")} steps of ${ROWS} windows with ${WINDOW} letters, four times. Each curve is the loss of its own task on held-out text, so only their shapes can be compared. Below, what each writes after a held-out passage, at temperature 0.8. Trained when the book was made.`,
    controls: {
      across: choice<Value["across"]>(["steps", "predictions"], {label: "Across"}),
      writes: choice<Value["writes"]>([...OBJECTIVES, "masked, at once"], {
        label: "Writes",
        format: (one) => (one === "masked, at once" ? one : OBJECTIVE_NAMES[one])
      })
    },
    compute: async () =>
      (await FileAttachment("../model/objectiveRuns.json").json<{readonly value: ObjectiveRuns}>()).value,
    draw: (value, {width, result}) => {
      const lines = OBJECTIVES.map((objective) => ({
        text: OBJECTIVE_NAMES[objective],
        meaning: MEANINGS[objective],
        points: result.runs[objective].course.map((at): Point => [xOf(value, at), at.loss])
      }));
      const losses = lines.flatMap(({points}) => points.map(([, loss]) => loss));
      const most = Math.max(...lines.map(({points}) => points.at(-1)![0]));
      const {text, judged} = writtenBy(value, result);
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: 118,
          x: {
            domain: [0, most],
            label: value.across === "steps" ? "Steps" : "Predictions so far, thousands"
          },
          y: {domain: [0.95 * Math.min(...losses), 1.02 * Math.max(...losses)], label: "Loss of its own task, nats"},
          marks: [
            ...lines.map(({text: title, meaning, points}) => line(points, {meaning, name: title})),
            ends(
              lines.map(({text: title, meaning, points}) => ({
                text: title,
                meaning,
                x: points.at(-1)![0],
                y: points.at(-1)![1]
              }))
            )
          ]
        }),
        element("p", {className: "blank-text"}, result.truth.prompt, element("mark", {}, text)),
        element(
          "p",
          {className: "fig-note"},
          `A larger model of the book finds ${judged.toFixed(2)} nats a letter in what it writes, and ${result.truth.judged.toFixed(2)} in how the passages really go on`
        )
      );
    },
    describe: (value, result) =>
      `${OBJECTIVES.map((objective) => `${OBJECTIVE_NAMES[objective]}: from ${result.runs[objective].course[0]!.loss.toFixed(2)} to ${result.runs[objective].course.at(-1)!.loss.toFixed(2)} nats, ${toldOf(result.runs[objective]).toFixed(1)} predictions of ${result.runs[objective].read} tokens read`).join("; ")}. After “${result.truth.prompt}” ${value.writes} writes “${writtenBy(value, result).text}”, judged at ${writtenBy(value, result).judged.toFixed(2)} nats a letter.`,
    code: () => `import {key} from "llm-first-principles";
import {crossEntropy, maskedLm, tensor} from "llm-first-principles/tensor";
import {transformer} from "llm-first-principles/transformer";

const [letters, mask] = [27, 27];
const model = transformer({vocabSize: 28, layers: 2, width: 32, heads: 4, context: 64, causal: false});
const example = maskedLm({vocabSize: 28, mask})(Array.from({length: 64}, (_, i) => (i * 7) % letters), key(1), 0);
const logits = model.apply(model.init(key(1)), tensor([Array.from(example.inputs)], {dtype: "int32"}));
console.log(crossEntropy(logits, tensor([Array.from(example.targets)], {dtype: "int32"})).data[0]);`,
    rows: (_, {runs}) => OBJECTIVES.flatMap((objective) => runs[objective].course.map((at) => ({objective, ...at})))
  });
}
