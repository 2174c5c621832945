import {pow, tanh} from "/lib/index.js";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {gateOf, halfLife, tanhSlope} from "../model/memories.js";

interface Value {
  readonly bias: number;
  readonly firm: number;
}

const STEPS = 60;
const steps = (share: number): readonly Point[] => Array.from({length: STEPS + 1}, (_, k): Point => [k, pow(share, k)]);

/** What a gate keeps of a slope, and what a tanh unit does that holds something. */
export function keepingGate(name = "keeping-gate") {
  return figure<Value>({
    name,
    title: "A memory with a gate",
    caption:
      "How much of a slope is left so many steps back. Thick: through a memory c that is multiplied by a gate f = σ(bias). Thin: through a tanh unit that holds h = tanh a by itself, at the state to which it returns. A larger a holds more firmly.",
    controls: {
      bias: slider([-2, 8], {
        label: "Bias of the gate",
        value: 2,
        step: 0.5,
        format: (v) => v.toFixed(1).replace("-", "−")
      }),
      firm: slider([0.2, 3], {label: "a of the tanh unit", value: 0.8, step: 0.1, format: (v) => v.toFixed(1)})
    },
    draw: ({bias, firm}, {width}) => {
      const [f, unit] = [gateOf(bias), tanhSlope(firm)];
      const [gated, tanhs] = [steps(f), steps(unit)];
      return element(
        "div",
        {},
        chart({
          width,
          height: 260,
          marginRight: 64,
          x: {domain: [0, STEPS], label: "Steps back"},
          y: {domain: [0, 1.05], label: "Share of the slope"},
          marks: [
            level(0.5, "half"),
            line(tanhs, {meaning: "model", width: 1.5, name: "tanh"}),
            line(gated, {meaning: "gradient", width: 3, name: "gate"}),
            ends([
              {x: STEPS, y: gated.at(-1)![1], text: "gate", meaning: "gradient"},
              {x: STEPS, y: tanhs.at(-1)![1], text: "tanh", meaning: "model"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `The gate keeps ${f.toFixed(4)} of the slope in each step, and half of it after `,
          element("b", {}, `${halfLife(f).toFixed(1)} steps`),
          `. The tanh unit holds ${tanh(firm).toFixed(3)} and keeps ${unit.toFixed(4)}, half after ${halfLife(unit).toFixed(1)}.`
        )
      );
    },
    describe: ({bias, firm}) =>
      `With a bias of ${bias} the gate keeps ${gateOf(bias).toFixed(4)} in each step, half after ${halfLife(gateOf(bias)).toFixed(1)} steps. A tanh unit that holds ${tanh(firm).toFixed(3)} keeps ${tanhSlope(firm).toFixed(4)}, half after ${halfLife(tanhSlope(firm)).toFixed(1)} steps.`,
    code: ({bias, firm}) => `import {exp, log} from "llm-first-principles";

const gate = 1 / (1 + exp(${-bias}));
const unit = ${4 * firm} / (exp(${2 * firm}) - exp(${-2 * firm})); // 2a / sinh 2a
for (const kept of [gate, unit]) console.log("keeps", kept, "half after", log(0.5) / log(kept), "steps");`,
    rows: ({bias, firm}) =>
      Array.from({length: STEPS + 1}, (_, k) => ({
        steps: k,
        gate: pow(gateOf(bias), k),
        tanh: pow(tanhSlope(firm), k)
      }))
  });
}
