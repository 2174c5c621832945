import {chart, dotsAt, ends, level, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {descent, rightProbability, slope, stepsToHalf, type LossName} from "../model/confidentlyWrong.js";

interface Value {
  readonly start: number;
}

const VOCABULARY = 56;
const MOST = 100_000;
const REACH = 10;
const LOSSES = ["cross-entropy", "squares"] as const;
const MEANING: Readonly<Record<LossName, string>> = {"cross-entropy": "loss-train", squares: "loss-validation"};

/** Steps at equal distances on a logarithmic scale. */
const places = [...new Set(Array.from({length: 121}, (_, i) => Math.round(10 ** ((5 * i) / 120))))];

/** A confident mistake, and how fast two losses get out of it. */
export function confidentlyWrong(name = "confidently-wrong") {
  const slopes = LOSSES.map((loss) => ({
    loss,
    points: Array.from({length: 161}, (_, i): Point => {
      const x = (2 * REACH * i) / 160 - REACH;
      return [x, -slope(loss, x, VOCABULARY)];
    })
  }));
  const courses = ({start}: Value) =>
    LOSSES.map((loss) => {
      const path = descent(loss, start, VOCABULARY, 1, MOST);
      const points = places.map((step): Point => [step, rightProbability(path[step]!, VOCABULARY)]);
      return {loss, points, half: stepsToHalf(loss, start, VOCABULARY, 1, 10_000_000)};
    });
  return figure<Value>({
    name,
    title: "How a loss gets out of a confident mistake",
    caption:
      "One of 56 tokens came; its logit is on the left axis, the others are 0. Left: how steeply each loss asks to raise it. Right: gradient descent on that logit alone at rate 1, from the logit that you choose. Mind the scale of steps.",
    controls: {
      start: slider([-9, 2], {
        label: "Logit at first",
        value: -4,
        step: 0.5,
        format: (x) => x.toFixed(1).replace("-", "−")
      })
    },
    draw: (value, {width}) => {
      const wide = width >= 600;
      const side = wide ? (width - 16) / 2 : width;
      const runs = courses(value);
      return element(
        "div",
        {className: "row"},
        chart({
          width: side,
          height: 270,
          marginRight: 12,
          x: {domain: [-REACH, REACH], label: "Logit of the token that came", ticks: 5},
          y: {domain: [0, 1], label: "Slope of the loss, downwards"},
          marks: [
            moment(value.start),
            ...slopes.map(({loss, points}) => line(points, {meaning: MEANING[loss], name: loss})),
            ...LOSSES.map((loss) => dotsAt([[value.start, -slope(loss, value.start, VOCABULARY)]], MEANING[loss], 5))
          ]
        }),
        chart({
          width: side,
          height: 270,
          marginRight: 104,
          x: {domain: [1, MOST], label: "Steps", scale: "log", ticks: 5},
          y: {domain: [0, 1], label: "Probability of the token that came"},
          marks: [
            level(0.5, ""),
            ...runs.map(({loss, points}) => line(points, {meaning: MEANING[loss], name: loss})),
            ends(runs.map(({loss, points}) => ({x: MOST, y: points.at(-1)![1], text: loss, meaning: MEANING[loss]})))
          ]
        })
      );
    },
    describe: (value) => {
      const [cross, squares] = courses(value);
      const steep = (loss: LossName): string => (-slope(loss, value.start, VOCABULARY)).toPrecision(3);
      return `The token that came has the logit ${value.start} against 55 others of 0, so its probability is ${rightProbability(value.start, VOCABULARY).toPrecision(3)}. Cross-entropy has the slope ${steep("cross-entropy")} and squared error ${steep("squares")}. At rate 1 the probability reaches one half after ${cross!.half} steps of cross-entropy and after ${squares!.half.toLocaleString("en")} of squared error.`;
    },
    code: (value) => `import {exp} from "llm-first-principles";

const probability = (x) => 1 / (1 + 55 * exp(-x));
const slopes = {
  crossEntropy: (p) => p - 1,
  squares: (p) => -2 * p * ((1 - p) ** 2 + (1 - p) ** 2 / 55)
};
for (const [name, slope] of Object.entries(slopes)) {
  let [x, steps] = [${value.start}, 0];
  for (; probability(x) < 0.5; steps++) x -= slope(probability(x));
  console.log(name, steps);
}`,
    rows: (value) => {
      const [cross, squares] = courses(value);
      return cross!.points.map(([step, p], i) => ({step, crossEntropy: p, squares: squares!.points[i]![1]}));
    }
  });
}
