import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly factor: "1" | "10" | "30" | "100";
  readonly steps: "300" | "20";
}

type Facts = Readonly<Record<string, number>>;

const STEPS = [0, 1, 5, 10, 20, 50, 100, 200, 300] as const;
const three = (v: number | undefined): string => (v ?? NaN).toFixed(3);

/** Losses of one network whose first output weights are too large: measured when the book was made. */
export function outputSticks(name = "output-sticks") {
  return figure<Value, Facts>({
    name,
    title: "First output weights that are too large",
    caption:
      "The network of names with a window of 8 (vectors of 16, 128 tanh neurons, AdamW at 0.003, one seed), its first output weights times a factor. Loss on 1,024 contexts; the pale line is the network as it is. Across: ln V. Trained when the book was made.",
    controls: {
      factor: choice<Value["factor"]>(["1", "10", "30", "100"], {
        label: "Output weights",
        value: "100",
        format: (v) => `× ${v}`
      }),
      steps: choice<Value["steps"]>(["300", "20"], {label: "Steps", format: (v) => `the first ${v}`})
    },
    compute: async () => (await FileAttachment("../facts/trainingDynamics.json").json<{readonly facts: Facts}>()).facts,
    draw: ({factor, steps}, {width, result}) => {
      const last = Number(steps);
      const of = (k: string): readonly Point[] =>
        STEPS.filter((step) => step <= last).map((step): Point => [step, result[`stick${k}At${step}`] ?? NaN]);
      const [usual, chosen] = [of("1"), of(factor)];
      const top = Math.max(...chosen.map(([, y]) => y), result["lnV"] ?? 0);
      return element(
        "div",
        {},
        chart({
          width,
          height: 280,
          marginRight: 52,
          x: {domain: [0, last], label: "Steps"},
          y: {domain: [2, top * 1.05], label: "Loss, nats per token"},
          marks: [
            level(result["lnV"] ?? NaN, "ln V"),
            ...(factor === "1" ? [] : [line(usual, {meaning: "edge", dots: true, name: "as it is"})]),
            line(chosen, {meaning: "loss-validation", dots: true, name: `× ${factor}`}),
            ends([{x: last, y: chosen.at(-1)![1], text: `× ${factor}`, meaning: "loss-validation"}])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Logits begin with a deviation of ${three(result[`deviation${factor}`])}. Second order: ${three(result[`second${factor}`])} nats; measured: `,
          element("b", {}, three(result[`stick${factor}At0`])),
          `; bound: ${three(result[`most${factor}`])}. Length of the first gradient: ${three(result[`gradient${factor}`])}.`
        )
      );
    },
    describe: ({factor}, facts) =>
      `With output weights times ${factor}, loss ${STEPS.map((step) => `${three(facts[`stick${factor}At${step}`])} at step ${step}`).join(", ")}. The logits begin with a deviation of ${three(facts[`deviation${factor}`])}; to second order that is a loss of ${three(facts[`second${factor}`])}. ln V is ${three(facts["lnV"])}.`,
    code: ({factor}) => `import {bengio} from "llm-first-principles/stages/neural-lm";
import {affine, crossEntropy} from "llm-first-principles/tensor";

// names: the text of all first names, one in each line
const {model, logits, data} = bengio({corpus: names, documents: true, batchSize: 1024});
const {embedding, layers: [hidden, last]} = model().params;
const params = {embedding, layers: [hidden, {...last, weight: affine(last.weight, ${factor}, 0)}]};
const {contexts, next} = data(0);
console.log(crossEntropy(logits(params, contexts), next).data[0]);`,
    rows: (_, facts) =>
      STEPS.map((step) => ({
        step,
        ...Object.fromEntries([1, 10, 30, 100].map((k) => [`times${k}`, facts[`stick${k}At${step}`]]))
      }))
  });
}
