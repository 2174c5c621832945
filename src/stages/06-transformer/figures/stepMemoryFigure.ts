import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {StepSizes} from "../model/oneStep.js";
import {stepEstimate, stepMeasured} from "../model/stepMemory.js";
import {writeBytes} from "../model/written.js";

interface Value {
  readonly layers: number;
  readonly width: "32" | "48" | "64";
  readonly batch: number;
  readonly context: "16" | "32" | "64";
}

interface Result {
  readonly bytes: ReturnType<typeof stepEstimate>;
  readonly measured: number;
}

const sizes = ({layers, width, batch, context}: Value): StepSizes => ({
  vocabSize: 65,
  layers,
  width: Number(width),
  batch,
  context: Number(context)
});

/** Two moments of a step, part by part. */
const moments = ({bytes}: Result) => {
  const size = bytes.parameters;
  return [
    {
      name: "gradients are there",
      parts: [
        ["parameters", size, "model"],
        ["gradients", size, "gradient"],
        ["activations", bytes.activations, "attention"],
        ["way back", bytes.backward, "value"]
      ]
    },
    {
      name: "AdamW steps",
      parts: [
        ["parameters", size, "model"],
        ["gradients", size, "gradient"],
        ["means", 2 * size, "data"],
        ["after the step", 3 * size, "probability"]
      ]
    }
  ] as const;
};

const bytesOf = ({parts}: ReturnType<typeof moments>[number]): number => parts.reduce((sum, [, size]) => sum + size, 0);

const [ROW, GAP, TOP] = [34, 44, 22] as const;

function stacks(width: number, result: Result): SVGSVGElement {
  const rows = moments(result);
  const largest = Math.max(result.measured, ...rows.map(bytesOf));
  const x = (bytes: number): number => (width * 0.98 * bytes) / largest;
  const height = TOP + rows.length * (ROW + GAP) + 4;
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...rows.flatMap((each, row) => {
      const {name, parts} = each;
      const y = TOP + row * (ROW + GAP);
      let at = 0;
      return [
        label(
          0,
          y - 6,
          `When ${name}: ${writeBytes(bytesOf(each))}${width < 500 ? "" : `, parameters and gradients ${writeBytes(parts[0][1])} each`}`
        ),
        ...parts.flatMap(([part, size, meaning]) => {
          const [from, wide] = [x(at), x(size)];
          at += size;
          return [
            svg("rect", {x: from, y, width: Math.max(0, wide - 1), height: ROW, style: `fill:var(--${meaning})`}),
            ...(wide > 7.2 * part.length
              ? [label(from + 1, y + ROW + 15, part, {style: `fill:var(--${meaning})`})]
              : [])
          ];
        })
      ];
    }),
    svg("line", {x1: x(result.measured), x2: x(result.measured), y1: TOP - 4, y2: height - GAP + 18, class: "moment"})
  );
}

/** Where the memory of a training step goes: by the estimate, and as it is measured on this machine. */
export function stepMemoryFigure(name = "step-memory") {
  const told = (result: Result): string =>
    `Estimated ${writeBytes(result.bytes.step)}, measured ${writeBytes(result.measured)} at the peak of a real step, ${((100 * result.bytes.step) / result.measured).toFixed(1)}%.`;
  return figure<Value, Result>({
    name,
    title: "Where the memory goes",
    caption:
      "A transformer of Llama’s form with a vocabulary of 65 and four heads, in float32. Above: all that is there when the gradients have been computed. Below: all that is there while AdamW makes a step, which gives new parameters and new means before the old ones are let go. The larger of the two is the peak. The upright line is what a step takes that your machine has just made.",
    controls: {
      layers: slider([1, 6], {label: "Blocks", value: 2}),
      width: choice<Value["width"]>(["32", "48", "64"], {label: "Width", value: "48"}),
      batch: slider([1, 8], {label: "Texts at once", value: 4}),
      context: choice<Value["context"]>(["16", "32", "64"], {label: "Letters of each", value: "32"})
    },
    compute: (value) => {
      const all = sizes(value);
      return {bytes: stepEstimate(all), measured: stepMeasured(all)};
    },
    draw: (_, {width, result}) =>
      element("div", {}, stacks(width, result), element("p", {className: "fig-note"}, told(result))),
    describe: (_, result) =>
      `${told(result)} ${moments(result)
        .map(
          ({name: moment, parts}) =>
            `When ${moment}: ${parts.map(([part, size]) => `${part} ${writeBytes(size)}`).join(", ")}`
        )
        .join(". ")}.`,
    code: (
      value
    ) => `import {adamw, adamwInit, crossEntropy, key, peakMemory, region, tensor, valueAndGrad} from "llm-first-principles/tensor";
import {estimate, llama, transformer} from "llm-first-principles/transformer";

const form = llama({vocabSize: 65, layers: ${value.layers}, width: ${value.width}, heads: 4, context: ${value.context}, tied: true});
const [model, batch] = [transformer(form), ${value.batch}];
const params = model.init(key(1));
const ids = tensor(Array.from({length: batch}, () => Array.from({length: ${value.context}}, (_, i) => (i * 7) % 65)), {dtype: "int32"});
const loss = (p) => crossEntropy(model.apply(p, ids), ids);
const optimizer = adamwInit(params);
const {bytes} = peakMemory(() => region(() => adamw(params, valueAndGrad(loss)(params).grads, optimizer, {learningRate: 0.001})));
console.log(estimate(form, {batch}).bytes.step, bytes);`,
    rows: (_, result) =>
      moments(result).flatMap(({name: moment, parts}) => parts.map(([part, bytes]) => ({moment, part, bytes})))
  });
}
