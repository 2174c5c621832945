import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {DEPTH_FORMS, type DEPTHS, type DepthSeen} from "../model/depthForms.js";

type What = "scale" | "slope" | "blocks" | "alike";
type Depth = `${(typeof DEPTHS)[number]}`;

interface Value {
  readonly what: What;
  readonly layers: Depth;
}

const NAMES: Readonly<Record<What, string>> = {
  scale: "stream",
  slope: "slope by stream",
  blocks: "slope by block",
  alike: "likeness"
};
const LABELS: Readonly<Record<What, string>> = {
  scale: "Root mean square of the stream",
  slope: "Length of the slope by the stream",
  blocks: "Length of the slope by a block’s parameters",
  alike: "Mean cosine of two tokens"
};
const MEANINGS = ["attention", "query", "key", "value"] as const;

/** Streams and slopes of four forms of a deep model, before the first step. */
export function depthLab(name = "depth-lab") {
  const linesOf = ({what, layers}: Value, runs: readonly DepthSeen[]) =>
    runs
      .filter((run) => run.gated && run.layers === Number(layers))
      .map((run, i) => ({
        text: DEPTH_FORMS[run.form].name,
        meaning: MEANINGS[i]!,
        points: run[what].map((y, at): Point => [what === "blocks" ? at + 1 : at, y])
      }));
  return figure<Value, readonly DepthSeen[]>({
    name,
    title: "Before the first step",
    caption:
      "Transformers of width 64 that have learned nothing, on random tokens, in four forms: with norms first and what parts add divided by √2L or not, with norms on the stream, and with norms first but nothing added: each part’s answer takes the stream’s place. Means of four seeds. Slopes are those of the loss, on a logarithmic axis. Measured when the book was made.",
    controls: {
      what: choice<What>(["scale", "slope", "blocks", "alike"], {label: "Show", format: (what) => NAMES[what]}),
      layers: choice<Depth>(["2", "4", "8", "16"], {label: "Blocks", value: "16"})
    },
    compute: async () =>
      (await FileAttachment("../model/depthRuns.json").json<{readonly value: readonly DepthSeen[]}>()).value,
    draw: (value, {width, result}) => {
      const lines = linesOf(value, result);
      const all = lines.flatMap(({points}) => points.map(([, y]) => y));
      const log = value.what === "slope" || value.what === "blocks";
      const most = Math.max(...all);
      return chart({
        width,
        height: 340,
        marginRight: 148,
        x: {
          domain: [value.what === "blocks" ? 1 : 0, Number(value.layers)],
          label: "Block",
          ticks: Math.min(width < 500 ? 4 : 8, Number(value.layers))
        },
        y: log
          ? {domain: [Math.min(...all) / 1.2, most * 1.2], label: LABELS[value.what], scale: "log", format: decades(1)}
          : {domain: [0, value.what === "alike" ? 1 : most * 1.05], label: LABELS[value.what]},
        marks: [
          ...lines.map(({points, meaning, text}) => line(points, {meaning, name: text})),
          ends(lines.map(({points, meaning, text}) => ({text, meaning, x: points.at(-1)![0], y: points.at(-1)![1]})))
        ]
      });
    },
    describe: (value, result) =>
      `${LABELS[value.what]} in models of ${value.layers} blocks: ${linesOf(value, result)
        .map(({text, points}) => `${text}, from ${points[0]![1].toPrecision(3)} to ${points.at(-1)![1].toPrecision(3)}`)
        .join("; ")}.`,
    code: ({layers}) => `import {key, mean, square, tensor, trace} from "llm-first-principles/tensor";
import {transformer} from "llm-first-principles/transformer";

const ids = tensor([Array.from({length: 24}, (_, i) => (i * 17) % 64)], {dtype: "int32"});
for (const placement of ["pre", "post"]) {
  const model = transformer({vocabSize: 64, layers: ${layers}, width: 64, heads: 4, context: 24, placement});
  const {activations} = trace((p) => model.apply(p, ids))(model.init(key(1)));
  for (const [name, x] of Object.entries(activations))
    if (name.endsWith("residual")) console.log(placement, name, Math.sqrt(mean(square(x)).data[0]));
}`,
    rows: (_, result) =>
      result.flatMap(({form, gated, layers, scale, slope, alike}) =>
        scale.map((stream, block) => ({
          form,
          gated,
          blocks: layers,
          block,
          stream,
          slope: slope[block],
          alike: alike[block]
        }))
      )
  });
}
