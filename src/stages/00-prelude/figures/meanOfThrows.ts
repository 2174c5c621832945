import {chart, moment, type Mark} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {die, expectation, sumOf, variance} from "../model/die.js";

interface Value {
  readonly n: number;
}

/** The exact distribution of the mean of n throws, and its standard deviation. */
function exact({n}: Value) {
  const sums = sumOf(die, n);
  const means = {values: sums.values.map((sum) => sum / n), probs: sums.probs};
  return {means, mean: expectation(means), deviation: Math.sqrt(Math.max(0, variance(means)))};
}

/** The mean of n throws of a die: the more throws, the narrower. */
export const meanOfThrows = (name = "mean-of-throws") =>
  figure<Value>({
    name,
    title: "The mean of many is narrow",
    caption:
      "The mean of n throws of a die, with the exact probability of each value. The upright line is the expectation, and the bar across it reaches one standard deviation to each side. Four times as many throws make it half as wide.",
    controls: {n: slider([1, 64], {label: "Throws n", value: 1})},
    draw: (value, {width}) => {
      const {means, mean, deviation} = exact(value);
      const most = Math.max(...means.probs);
      const sticks: Mark = ({x, y, bottom, left, right}) => {
        const wide = Math.max(1, ((right - left) / 6.2 / value.n) * 0.8);
        return means.values.map((v, i) =>
          svg("rect", {
            x: x(v) - wide / 2,
            y: y(means.probs[i]!),
            width: wide,
            height: Math.max(0, bottom - y(means.probs[i]!)),
            style: "fill:var(--probability)"
          })
        );
      };
      const ruler: Mark = ({x, y}) => [
        svg("line", {
          x1: x(mean - deviation),
          x2: x(mean + deviation),
          y1: y(most * 1.08),
          y2: y(most * 1.08),
          "stroke-width": 4,
          style: "stroke:var(--data)"
        })
      ];
      return element(
        "div",
        {},
        chart({
          width,
          height: 260,
          x: {domain: [0.4, 6.6], label: "Mean of the throws"},
          y: {domain: [0, most * 1.16], label: "Probability"},
          marks: [sticks, moment(mean), ruler]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Expectation ${mean.toFixed(2)}, standard deviation `,
          element("b", {}, deviation.toFixed(3))
        )
      );
    },
    describe: (value) => {
      const {mean, deviation} = exact(value);
      return `The mean of ${value.n} ${value.n === 1 ? "throw" : "throws"} of a die has the expectation ${mean.toFixed(2)} and the standard deviation ${deviation.toFixed(3)}, which is 1.708 divided by the root of ${value.n}.`;
    },
    code: ({n}) => `import {key, uniform} from "llm-first-principles";

const throwOf = (i) => 1 + Math.floor(6 * uniform(key(1), i));
let sum = 0;
for (let i = 0; i < ${n}; i++) sum += throwOf(i);
console.log(sum / ${n});`,
    rows: (value) => {
      const {means} = exact(value);
      return means.values.map((mean, i) => ({mean, probability: means.probs[i]}));
    }
  });
