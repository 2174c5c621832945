import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {decayed, type Decayed} from "../model/decayTwoWays.js";

interface Value {
  /** The power of ten of the gradient’s size. */
  readonly power: number;
  readonly decay: number;
}

const STEPS = 1000;
const EVERY = 10;
const LEARNING_RATE = 0.01;

/** A weight that only noise and decay move, with the decay in Adam’s gradient and beside it. */
export function decayTwoWays(name = "decay-two-ways") {
  const paths = ({power, decay}: Value) => {
    const settings: Decayed = {learningRate: LEARNING_RATE, decay, size: 10 ** power};
    return {coupled: decayed("in the gradient", settings, STEPS), apart: decayed("beside it", settings, STEPS)};
  };
  const told = (power: number): string => writeNumber(10 ** power, 2);
  return figure<Value>({
    name,
    title: "Decay in the gradient, and beside it",
    caption:
      "A weight that begins at 1. Its gradient is now plus and now minus the size that you choose, so that nothing but the decay should move it. Adam with a rate of 0.01.",
    controls: {
      power: slider([-2, 2], {label: "Size of its gradients", value: 1, step: 0.25, format: told}),
      decay: slider([0.02, 0.3], {label: "Decay λ", value: 0.1, step: 0.02, format: (v) => v.toFixed(2)})
    },
    draw: (value, {width}) => {
      const {coupled, apart} = paths(value);
      const points = (path: readonly number[]): readonly Point[] =>
        path.flatMap((w, step): readonly Point[] => (step % EVERY === 0 ? [[step, w]] : []));
      return element(
        "div",
        {},
        chart({
          width,
          height: 280,
          marginRight: 116,
          x: {domain: [0, STEPS], label: "Step"},
          y: {domain: [-0.05, 1.1], label: "Weight"},
          marks: [
            line(points(coupled), {meaning: "adam", width: 2, name: "in the gradient"}),
            line(points(apart), {meaning: "gradient", width: 2, name: "beside it"}),
            ends([
              {x: STEPS, y: coupled.at(-1)!, text: "in the gradient", meaning: "adam"},
              {x: STEPS, y: apart.at(-1)!, text: "beside it", meaning: "gradient"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `With gradients of ${told(value.power)}, ${STEPS} steps leave `,
          element("b", {}, coupled.at(-1)!.toFixed(3)),
          " of the weight if the decay is in the gradient, and ",
          element("b", {}, apart.at(-1)!.toFixed(3)),
          " if it is beside it."
        )
      );
    },
    describe: (value) => {
      const {coupled, apart} = paths(value);
      return `Gradients of size ${told(value.power)}, decay ${value.decay}: after ${STEPS} steps the weight is ${coupled.at(-1)!.toFixed(3)} with the decay in the gradient and ${apart.at(-1)!.toFixed(3)} with the decay beside it.`;
    },
    rows: (value) => {
      const {coupled, apart} = paths(value);
      return coupled.map((inGradient, step) => ({step, inGradient, beside: apart[step]!}));
    }
  });
}
