import type {Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {tensors} from "../../../components/tensors.js";
import {turn} from "../../../components/turn.js";
import {timeLayer, type LayerTime} from "../model/layerTimes.js";

interface Value {
  readonly width: "16" | "32" | "64" | "128";
  readonly batch: number;
}

const widthsTo = (largest: number): readonly number[] => [4, 8, 16, 32, 64, 128].filter((width) => width <= largest);
const nodesOf = ({width, batch}: Value): number =>
  batch * Number(width) * (2 * Number(width) + 3) + Number(width) * (Number(width) + 1) + 1;
const count = (n: number): string => Math.round(n).toLocaleString("en");
const digits = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms.toPrecision(2));

const decade = (ms: number): string => (/^10*$|^0\.0*1$/.test(String(ms)) ? String(ms) : "");

/** The time of one layer and its gradient, built of single numbers and of tensors, on this machine. */
export function scalarAgainstTensor(name = "scalar-against-tensor") {
  return figure<Value, readonly LayerTime[]>({
    name,
    title: "One layer, of numbers and of tensors",
    caption:
      "Milliseconds for y = tanh(x·W + b) and the gradients of W and b, measured here and now: the best of three. Both axes are logarithmic. Numbers are float64 in a graph of expressions; tensors are float32.",
    controls: {
      width: choice(["16", "32", "64", "128"], {label: "Width up to", value: "64"}),
      batch: slider([1, 16], {label: "Rows of x", value: 12})
    },
    heavy: (value) => `graphs of up to ${count(nodesOf(value))} nodes, about a second`,
    compute: async ({width, batch}, {signal, progress}) => {
      const [s, t] = await Promise.all([import("/lib/scalar.js"), tensors()]);
      const widths = widthsTo(Number(width));
      const list: LayerTime[] = [];
      for (const each of widths) {
        await turn();
        if (signal.aborted) break;
        progress({step: list.length, of: widths.length, unit: "widths"});
        list.push(timeLayer(s, t, batch, each, () => performance.now()));
      }
      return list;
    },
    draw: async (_, {width, result}) => {
      const {chart, ends, line} = await import("../../../components/chart/chart.js"); // not before the reader asks
      const of = (which: "scalars" | "tensors"): readonly Point[] => result.map((one) => [one.nodes, one[which]]);
      const all = result.flatMap(({scalars, tensors}) => [scalars, tensors]);
      const [first, last] = [result[0], result.at(-1)];
      if (first === undefined || last === undefined) return element("div");
      const ratio = last.scalars / last.tensors;
      return chart({
        width,
        height: 320,
        marginRight: 92,
        x: {domain: [first.nodes, last.nodes], label: "Nodes of the scalar graph", scale: "log"},
        y: {
          domain: [Math.min(...all) / 1.5, Math.max(...all) * 1.5],
          label: `Milliseconds · ${ratio.toFixed(0)} times at width ${last.width}`,
          scale: "log",
          format: decade
        },
        marks: [
          line(of("scalars"), {meaning: "gradient", width: 1.5, dots: true}),
          line(of("tensors"), {meaning: "model", width: 2.75, dots: true}),
          ends([
            {x: last.nodes, y: last.scalars, text: "numbers", meaning: "gradient"},
            {x: last.nodes, y: last.tensors, text: "tensors", meaning: "model"}
          ])
        ]
      });
    },
    describe: ({batch}, result) =>
      `A layer with ${batch} rows of input. ${result.map(({width, nodes, scalars, tensors}) => `Width ${width}: ${count(nodes)} nodes, ${digits(scalars)} ms of numbers, ${digits(tensors)} ms of tensors`).join(". ")}.`,
    code: ({width, batch}) => `import {key} from "llm-first-principles";
import {grad, linear, randomNormal, sum, tanh, zeros} from "llm-first-principles/tensor";

const x = randomNormal(key(1), [${batch}, ${width}]);
const params = {w: randomNormal(key(2), [${width}, ${width}]), b: zeros([${width}])};
const gradient = grad(({w, b}) => sum(tanh(linear(x, w, b))));
for (let i = 0; i < 100; i++) gradient(params); // the first calls are compiled
const began = performance.now();
for (let i = 0; i < 100; i++) gradient(params);
console.log((performance.now() - began) / 100, "ms");`,
    rows: (_, result) => result.map((one) => ({...one}))
  });
}
