import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {layerNormed, rms, rmsNormed} from "../model/norms.js";
import {signedBars} from "./signedBars.js";

type Kind = "rms" | "layer";

interface Value {
  readonly kind: Kind;
  readonly scale: number;
  readonly shift: number;
  readonly first: number;
}

const REST = [-0.5, 0.8, 0.2, -1.2, 0.4] as const;
const NAMES: Readonly<Record<Kind, string>> = {rms: "RMSNorm", layer: "LayerNorm"};
const number = (x: number): string => x.toFixed(2).replace("-", "−");

/** A vector before and after a norm. */
export function normBars(name = "norm-bars") {
  const vector = ({scale, shift, first}: Value): readonly number[] =>
    [first, ...REST].map((x) => Math.pow(2, scale) * x + shift);
  const normed = (value: Value): readonly number[] =>
    value.kind === "rms" ? rmsNormed(vector(value)) : layerNormed(vector(value));
  return figure<Value>({
    name,
    title: "What a norm forgets",
    caption:
      "A vector of six numbers, and what a norm makes of it. Stretch the vector, shift all of its numbers, or change the first one alone, and look which of the three the norm lets through.",
    controls: {
      kind: choice<Kind>(["rms", "layer"], {label: "Norm", format: (kind) => NAMES[kind]}),
      scale: slider([-3, 3], {label: "Stretch by", value: 0, step: 0.5, format: (x) => Math.pow(2, x).toFixed(2)}),
      shift: slider([-3, 3], {label: "Shift by", value: 0, step: 0.1, format: number}),
      first: slider([-4, 4], {label: "First number", value: 1, step: 0.1, format: number})
    },
    draw: (value, {width}) => {
      const side = width >= 640 ? Math.floor((width - 24) / 2) : width;
      const before = vector(value);
      const part = (list: readonly number[], label: string, meaning: string, most: number) =>
        signedBars({width: side, height: 220, values: list, label, meaning, most});
      return element(
        "div",
        {},
        element(
          "div",
          {className: "two-charts"},
          part(before, `Before, root mean square ${number(rms(before))}`, "data", Math.max(3, ...before.map(Math.abs))),
          part(normed(value), `After ${NAMES[value.kind]}`, "attention", 2.5)
        )
      );
    },
    describe: (value) =>
      `Before: ${vector(value).map(number).join(", ")}, with a root mean square of ${number(rms(vector(value)))}. After ${NAMES[value.kind]}: ${normed(value).map(number).join(", ")}.`,
    code: (value) => `import {layerNorm, ones, rmsNorm, tensor, zeros} from "llm-first-principles/tensor";

const x = tensor([${vector(value)
      .map((each) => Number(each.toFixed(3)))
      .join(", ")}]);
console.log(Array.from(rmsNorm(x, ones([6])).data));
console.log(Array.from(layerNorm(x, ones([6]), zeros([6])).data));`,
    rows: (value) => vector(value).map((before, i) => ({number: i + 1, before, after: normed(value)[i]}))
  });
}
