import {chart, dotsAt, line, moment, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {BENDS, bends, type Bend} from "../model/bends.js";

interface Value {
  readonly bend: Bend;
  readonly z: number;
}

const SPAN = 5;
const places = Array.from({length: 201}, (_, i) => -SPAN + (2 * SPAN * i) / 200);
const four = (v: number): string => v.toFixed(4).replace("-", "−");

/** An activation and its slope, over what comes in. */
export function activationShapes(name = "activation-shapes") {
  return figure<Value>({
    name,
    title: "What bends a sum",
    caption:
      "Left: what a hidden neuron answers to its weighted sum z. Right: the slope there, by which every gradient that goes back through the neuron is multiplied.",
    controls: {
      bend: choice<Bend>([...BENDS], {label: "Activation"}),
      z: slider([-SPAN, SPAN], {label: "z", value: 1, step: 0.1, format: (v) => v.toFixed(1).replace("-", "−")})
    },
    draw: ({bend, z}, {width}) => {
      const {at, slope, text} = bends[bend];
      const wide = width >= 520;
      const one = wide ? (width - 20) / 2 : width;
      const part = (f: (z: number) => number, meaning: string, domain: readonly [number, number], title: string) =>
        chart({
          width: one,
          height: 240,
          x: {domain: [-SPAN, SPAN], label: "z"},
          y: {domain, label: title},
          marks: [
            moment(z),
            line(
              places.map((v): Point => [v, f(v)]),
              {meaning}
            ),
            dotsAt([[z, f(z)]], meaning, 6)
          ]
        });
      const top = bend === "tanh" || bend === "sigmoid" ? 1.2 : SPAN;
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          part(at, "model", [bend === "tanh" ? -1.2 : -0.5, top], `φ(z) = ${text}`),
          part(slope, "gradient", [-0.2, 1.2], "Slope φ′(z)")
        ),
        element(
          "p",
          {className: "fig-note"},
          `At z = ${z.toFixed(1).replace("-", "−")}: answer `,
          element("b", {}, four(at(z))),
          ", slope ",
          element("b", {}, four(slope(z)))
        )
      );
    },
    describe: ({bend, z}) => {
      const {at, slope, text} = bends[bend];
      return `${bend}, ${text}: at z = ${z.toFixed(1)} it answers ${four(at(z))} with slope ${four(slope(z))}. At −5, −2, 0, 2 and 5 the slopes are ${[-5, -2, 0, 2, 5].map((v) => four(slope(v))).join(", ")}.`;
    },
    code: ({bend, z}) => `import {grad, ${bend}, sum, tensor} from "llm-first-principles/tensor";

const z = tensor([${z}], "float64");
console.log(${bend}(z).data[0], grad((x) => sum(${bend}(x)))(z).data[0]);`,
    rows: ({bend}) => places.map((z) => ({z, value: bends[bend].at(z), slope: bends[bend].slope(z)}))
  });
}
