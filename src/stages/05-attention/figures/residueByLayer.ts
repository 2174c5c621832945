import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {ResidueName, ResidueRun} from "../model/residueSpec.js";

interface Value {
  readonly model: "fresh" | "trained";
}

const LOOK: Readonly<Record<ResidueName, {readonly text: string; readonly meaning: string; readonly dashed: boolean}>> =
  {
    freshWith: {text: "added", meaning: "value", dashed: false},
    freshWithout: {text: "alone", meaning: "attention", dashed: false},
    freshForward: {text: "with layers", meaning: "query", dashed: true},
    trainedWith: {text: "added", meaning: "value", dashed: false},
    trainedWithout: {text: "alone", meaning: "attention", dashed: false}
  };

/** How alike the places of a text become, in layers that were never trained and in the trained model. */
export function residueByLayer(name = "residue-by-layer") {
  const chosen = (result: readonly ResidueRun[], {model}: Value): readonly ResidueRun[] =>
    result.filter((run) => run.name.startsWith(model));
  return figure<Value, readonly ResidueRun[]>({
    name,
    title: "What is left of the differences",
    caption:
      "The share of the stream that is not common to all places, after each layer. Fresh: twelve layers of attention of width 64 with four heads as they are drawn, without mask and positions, on 32 drawn tokens, means of eight draws; dashed: with feed-forward layers between them, and none of them added. Trained: the model of this stage on passages that it never learned, with its residual and without. Measured when the book was made.",
    controls: {
      model: choice<Value["model"]>(["fresh", "trained"], {
        label: "Layers",
        format: (kind) => (kind === "fresh" ? "Fresh, twelve" : "Trained, four")
      })
    },
    compute: async () =>
      (await FileAttachment("../model/residueRuns.json").json<{readonly value: readonly ResidueRun[]}>()).value,
    draw: (value, {width, result}) => {
      const runs = chosen(result, value).map((run) => ({
        ...LOOK[run.name],
        points: run.own.map((share, layer): Point => [layer, share])
      }));
      const fresh = value.model === "fresh";
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 96,
          x: {domain: [0, fresh ? 12 : 4], label: "Layers", ticks: fresh ? 6 : 4},
          y: fresh
            ? {domain: [1e-8, 2], label: "Share that is not common", scale: "log", ticks: 9, format: decades(2)}
            : {domain: [0, 1], label: "Share that is not common"},
          marks: [
            ...runs.map(({text, meaning, dashed, points}) =>
              line(points, {meaning, dashed, dots: !dashed, name: text})
            ),
            ends(runs.map(({text, meaning, points}) => ({text, meaning, x: points.at(-1)![0], y: points.at(-1)![1]})))
          ]
        })
      );
    },
    describe: (value, result) =>
      chosen(result, value)
        .map(
          ({name: kind, own, loss}) =>
            `${kind === "freshForward" ? "alone, with feed-forward layers" : LOOK[kind].text}: ${own.map((share) => (share < 0.001 ? share.toExponential(1) : share.toFixed(2))).join(", ")}${loss === undefined ? "" : `, loss ${loss.toFixed(2)} nats`}`
        )
        .join("; "),
    code: () => `import {trace, key, randomInteger, variance, mean, square} from "llm-first-principles/tensor";
import {transformer} from "llm-first-principles/transformer";

const size = {vocabSize: 64, layers: 12, width: 64, heads: 4, context: 32, feedForward: "none", causal: false};
const model = transformer({...size, positions: "none"});
const ids = randomInteger(key(1), [1, 32], {from: 0, below: 64});
const {activations} = trace((p) => model.apply(p, ids))(model.init(key(2)));
for (let i = 0; i < 12; i++) {
  const x = activations[\`layers.\${i}.residual\`]; // [1, 32, 64]
  const own = mean(variance(x, {axes: 1})).data[0] / mean(square(x)).data[0];
  console.log(i + 1, Math.sqrt(own));
}`,
    rows: (value, result) =>
      chosen(result, value).flatMap(({name: kind, own}) => own.map((share, layer) => ({model: kind, layer, share})))
  });
}
