import {exp, log, pow} from "/lib/index.js";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly bias: number;
  readonly scale: number;
}

const STEPS = 60;
const gateOf = (bias: number): number => 1 / (1 + exp(-bias));
const halfLife = (share: number): number => (share >= 1 ? Infinity : log(0.5) / log(share));
const steps = (f: (k: number) => number): readonly Point[] =>
  Array.from({length: STEPS + 1}, (_, k): Point => [k, f(k)]);

/** What a gate keeps of a memory, and what a tanh unit does. */
export function keepingGate(name = "keeping-gate") {
  return figure<Value>({
    name,
    title: "A memory with a gate",
    caption:
      "How much of a slope is left so many steps back. Thick: through a memory c that is multiplied by a gate f = σ(bias). Thin: through a tanh unit with a recurrent weight, whose answer stands at 0.6, where tanh has the slope 0.64.",
    controls: {
      bias: slider([-2, 8], {label: "Bias of the gate", value: 2, step: 0.5, format: (v) => v.toFixed(1).replace("-", "−")}), // prettier-ignore
      scale: slider([0.5, 2], {label: "Weight of the tanh unit", value: 1.5, step: 0.05, format: (v) => v.toFixed(2)})
    },
    draw: ({bias, scale}, {width}) => {
      const [f, unit] = [gateOf(bias), 0.64 * scale];
      const tanhs = steps((k) => {
        const left = pow(unit, k);
        return left <= 1.3 ? left : NaN;
      });
      const gated = steps((k) => pow(f, k));
      const half = halfLife(f);
      const seen = tanhs.filter(([, y]) => Number.isFinite(y)).at(-1)!;
      return element(
        "div",
        {},
        chart({
          width,
          height: 260,
          marginRight: 64,
          x: {domain: [0, STEPS], label: "Steps back"},
          y: {domain: [0, 1.3], label: "Share of the slope"},
          marks: [
            level(0.5, "half"),
            line(tanhs, {meaning: "model", width: 1.5, name: "tanh"}),
            line(gated, {meaning: "gradient", width: 3, name: "gate"}),
            ends([
              {x: STEPS, y: gated.at(-1)![1], text: "gate", meaning: "gradient"},
              {x: seen[0], y: seen[1], text: "tanh", meaning: "model"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `The gate keeps ${f.toFixed(4)} of the slope in each step, and half of it after `,
          element("b", {}, `${half.toFixed(1)} steps`),
          `. The tanh unit multiplies by ${unit.toFixed(3)}.`
        )
      );
    },
    describe: ({bias, scale}) =>
      `With a bias of ${bias} the gate keeps ${gateOf(bias).toFixed(4)} in each step, half after ${halfLife(gateOf(bias)).toFixed(1)} steps. A tanh unit with weight ${scale} and slope 0.64 multiplies by ${(0.64 * scale).toFixed(3)} in each step.`,
    code: ({bias}) => `import {exp, log, pow} from "llm-first-principles";

const f = 1 / (1 + exp(${-bias}));
console.log("kept", f, "half after", log(0.5) / log(f), "steps");
for (const k of [1, 10, 50]) console.log(k, pow(f, k));`,
    rows: ({bias, scale}) =>
      Array.from({length: STEPS + 1}, (_, k) => ({
        steps: k,
        gate: pow(gateOf(bias), k),
        tanh: pow(0.64 * scale, k)
      }))
  });
}
