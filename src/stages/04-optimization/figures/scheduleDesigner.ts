import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {floorOf, meanHeights, tinyBowl} from "../model/noisyBowl.js";
import {KINDS, ratesOf, type Kind} from "../model/scheduleKinds.js";

interface Value {
  readonly kind: Kind;
  readonly peak: number;
  readonly warmup: number;
  readonly noise: "0" | "1" | "3" | "10";
}

interface Designed {
  readonly rates: readonly number[];
  readonly heights: readonly number[];
  /** With the highest rate throughout. */
  readonly constant: readonly number[];
  readonly floor: number;
}

const STEPS = 300;
const FLOOR = 1e-5;
const TOP = 100;

/** A schedule, and the mean height that it leads to on the noisy bowl: computed for all draws of the noise at once. */
export function scheduleDesigner(name = "schedule-designer") {
  const shapeOf = ({kind, peak, warmup}: Value) => ({kind, learningRate: peak, warmup, totalSteps: STEPS});
  return figure<Value, Designed>({
    name,
    title: "Design a schedule",
    caption:
      "Above, the rate of each step. Below, on a logarithmic axis, the mean height of a walk down the bowl ½ (x² + 10 y²) from (10, 1), when noise is added to its gradients. It is no simulation, but the mean over all draws, computed exactly. Dashed: the same with the highest rate throughout; dotted: the height at which that one stays.",
    controls: {
      kind: select<Kind>([...KINDS], {label: "Schedule", value: "cosine"}),
      peak: slider([0.01, 0.2], {label: "Highest rate", value: 0.1, step: 0.01, format: (v) => v.toFixed(2)}),
      warmup: slider([0, 100], {label: "Warm-up, steps", value: 0, step: 10}),
      noise: choice<Value["noise"]>(["0", "1", "3", "10"], {label: "Noise", value: "3"})
    },
    compute: (value) => {
      const bowl = tinyBowl(Number(value.noise));
      const rates = ratesOf(shapeOf(value));
      return {
        rates,
        heights: meanHeights(bowl, rates),
        constant: meanHeights(
          bowl,
          rates.map(() => value.peak)
        ),
        floor: floorOf(bowl, value.peak)
      };
    },
    draw: ({peak}, {width, result: {rates, heights, constant, floor}}) => {
      const shown = (list: readonly number[]): readonly Point[] =>
        list.map((height, step): Point => [step, height > TOP ? NaN : Math.max(FLOOR, height)]);
      return element(
        "div",
        {},
        chart({
          width,
          height: 170,
          x: {domain: [0, STEPS], label: "Step"},
          y: {domain: [0, peak * 1.08], label: "Rate", ticks: 3},
          marks: [
            line(
              rates.map((rate, step): Point => [step, rate]),
              {meaning: "model", name: "rate"}
            )
          ]
        }),
        chart({
          width,
          height: 280,
          marginRight: 92,
          x: {domain: [0, STEPS], label: "Step"},
          y: {domain: [FLOOR, TOP], label: "Mean height", scale: "log", ticks: 9, format: decades(1)},
          marks: [
            ...(floor > FLOOR && floor < TOP ? [level(floor, "")] : []),
            line(shown(constant), {meaning: "ink-2", width: 1.5, dashed: true, name: "constant"}),
            line(shown(heights), {meaning: "loss-train", name: "schedule"}),
            ends([
              {x: STEPS, y: shown(constant).at(-1)![1], text: "constant", meaning: "ink-2"},
              {x: STEPS, y: shown(heights).at(-1)![1], text: "schedule", meaning: "loss-train"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          "At the end the mean height is ",
          element("b", {}, writeNumber(heights.at(-1)!, 3)),
          `; with the highest rate throughout, ${writeNumber(constant.at(-1)!, 3)}.`
        )
      );
    },
    describe: ({kind, peak, warmup, noise}, {heights, constant}) =>
      `${kind}, up to ${peak}, after a warm-up of ${warmup} steps, with noise ${noise}: mean height ${writeNumber(heights.at(-1)!, 3)} after ${STEPS} steps, against ${writeNumber(constant.at(-1)!, 3)} with a constant rate.`,
    code: ({peak, noise}) => `import {cosineSchedule} from "llm-first-principles/tensor";

const rate = cosineSchedule({learningRate: ${peak}, totalSteps: ${STEPS}});
let squares = [100, 1]; // of x and y, in the mean
for (let step = 0; step < ${STEPS}; step++)
  squares = squares.map((m, i) => {
    const curvature = [1, 10][i];
    return (1 - rate(step) * curvature) ** 2 * m + rate(step) ** 2 * ${Number(noise) * Number(noise)};
  });
console.log((squares[0] + 10 * squares[1]) / 2);`,
    rows: (_, {rates, heights, constant}) =>
      heights.map((height, step) => ({step, rate: rates[step] ?? 0, height, constant: constant[step]!}))
  });
}
