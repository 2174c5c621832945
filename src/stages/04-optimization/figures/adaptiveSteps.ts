import {chart, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {RULES, stepsOf, STREAMS, streamOf, type Rule, type Stream} from "../model/adaptiveStep.js";

interface Value {
  readonly stream: Stream;
  readonly size: "0.01" | "1" | "100";
  readonly rule: Rule;
  readonly b2: "0.9" | "0.99" | "0.999";
}

const STEPS = 100;
const TOLD: Readonly<Record<Stream, string>> = {
  steady: "the same in every step",
  noisy: "noisy: now 4, now −2",
  rare: "rare: one step in twenty",
  fading: "fading by 3% a step"
};

/** A row of gradients above, and what a rule makes of it below. */
export function adaptiveSteps(name = "adaptive-steps") {
  const worked = ({stream, size, rule, b2}: Value) => {
    const gradients = streamOf(stream, Number(size), STEPS);
    const moved = stepsOf(rule, {b1: 0.9, b2: Number(b2)}, gradients);
    return {gradients, moved, way: moved.reduce((sum, each) => sum + each, 0)};
  };
  return figure<Value>({
    name,
    title: "What a rule makes of its gradients",
    caption:
      "One number of a model. Above, the gradient of each step; below, how far the number moves against it, in units of the learning rate. Adam’s mean of gradients keeps 0.9.",
    controls: {
      stream: select<Stream>([...STREAMS], {label: "Gradients", value: "noisy", format: (s) => TOLD[s]}),
      size: choice<Value["size"]>(["0.01", "1", "100"], {label: "Times", value: "1"}),
      rule: select<Rule>([...RULES], {label: "Rule", value: "Adam"}),
      b2: choice<Value["b2"]>(["0.9", "0.99", "0.999"], {label: "Squares keep β₂", value: "0.999"})
    },
    draw: (value, {width}) => {
      const {gradients, moved, way} = worked(value);
      const bars = (list: readonly number[]): readonly Point[] =>
        list.flatMap((g, k): readonly Point[] => [
          [k, 0],
          [k, g],
          [k, NaN]
        ]);
      const tall = (list: readonly number[], least = 0): readonly [number, number] => [
        Math.min(0, ...list) * 1.1,
        Math.max(least, ...list) * 1.1
      ];
      return element(
        "div",
        {},
        chart({
          width,
          height: 170,
          readable: false,
          x: {domain: [-1, STEPS], label: "Step"},
          y: {domain: tall(gradients), label: "Gradient", ticks: 3},
          marks: [line(bars(gradients), {meaning: "gradient", width: 1.5, name: "gradient"})]
        }),
        chart({
          width,
          height: 230,
          x: {domain: [-1, STEPS], label: "Step"},
          y: {domain: tall(moved, 1), label: "Step, in learning rates", ticks: 4},
          marks: [
            line(
              moved.map((m, k): Point => [k, m]),
              {meaning: "adam", width: 2, name: "step"}
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `In ${STEPS} steps the number has moved by `,
          element("b", {}, writeNumber(way, 3)),
          ` learning rates; the first step was ${writeNumber(moved[0]!, 3)}.`
        )
      );
    },
    describe: (value) => {
      const {moved, way} = worked(value);
      return `${value.rule}, gradients ${TOLD[value.stream]}, times ${value.size}: first step ${writeNumber(moved[0]!, 3)}, last step ${writeNumber(moved.at(-1)!, 3)}, all together ${writeNumber(way, 3)} learning rates.`;
    },
    code: ({rule, b2}) => {
      const name = rule === "AdaGrad" ? "adagrad" : "adam";
      const means = rule === "AdaGrad" ? "" : `, b1: ${rule === "RMSProp" ? 0 : 0.9}, b2: ${b2}`;
      return `import {applyUpdates, ${name}, tensor} from "llm-first-principles/tensor";

const {init, update} = ${name}({learningRate: 1${means}});
let x = {x: tensor([0], "float64")};
let state = init(x);
for (const g of [4, -2, 4, -2]) {
  const [updates, next] = update({x: tensor([g], "float64")}, state, x);
  console.log(updates.x.data[0]);
  [x, state] = [applyUpdates(x, updates), next];
}`;
    },
    rows: (value) => {
      const {gradients, moved} = worked(value);
      return gradients.map((gradient, step) => ({step, gradient, moved: moved[step]!}));
    }
  });
}
