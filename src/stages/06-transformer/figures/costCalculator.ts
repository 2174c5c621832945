import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {costsOf, describedBy, sharedBy, sizesOf, type Costs, type Sizes} from "../model/costs.js";
import {PUBLISHED, type PublishedName} from "../model/publishedModels.js";
import {writeBytes, writeCount} from "../model/written.js";
import {costBars} from "./costBars.js";

type Named = PublishedName | "own";

interface Value {
  readonly model: Named;
  readonly style: Sizes["style"];
  readonly vocabSize: string;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly headDim: string;
  readonly kvHeads: number;
  readonly hidden: number;
  readonly context: string;
  readonly window: string;
  readonly experts: string;
  readonly batch: number;
}

const published = Object.keys(PUBLISHED) as readonly PublishedName[];
const thousands = (text: string): string => Number(text).toLocaleString("en");

const sizes = ({vocabSize, headDim, context, window, experts, model: _, batch: _batch, ...rest}: Value): Sizes => ({
  ...rest,
  vocabSize: Number(vocabSize),
  headDim: Number(headDim),
  context: Number(context),
  window: Number(window),
  experts: Number(experts)
});

/** What a model costs, by its description alone. */
export function costCalculator(name = "cost-calculator") {
  const first = sizesOf(PUBLISHED.llama2.description);
  const controls = {
    model: select<Named>([...published, "own"], {
      label: "Model",
      value: "llama2",
      format: (model) => (model === "own" ? "your own" : PUBLISHED[model].name)
    }),
    style: choice<Sizes["style"]>(["GPT-2", "Llama"], {label: "Form", value: first.style}),
    vocabSize: select<string>(["65", "256", "32000", "50257", "128256", "256000"], {
      label: "Vocabulary",
      value: String(first.vocabSize),
      format: thousands
    }),
    layers: slider([1, 128], {label: "Layers", value: first.layers}),
    width: slider([64, 16384], {label: "Width", value: first.width, step: 64}),
    heads: slider([1, 128], {label: "Heads", value: first.heads}),
    headDim: select<string>(["16", "32", "64", "128", "256"], {
      label: "Numbers of a head",
      value: String(first.headDim)
    }),
    kvHeads: slider([1, 128], {label: "Heads of keys", value: first.kvHeads}),
    hidden: slider([128, 53248], {label: "Feed-forward", value: first.hidden, step: 128}),
    context: select<string>(["64", "512", "1024", "2048", "4096", "8192", "32768", "131072"], {
      label: "Context",
      value: String(first.context),
      format: thousands
    }),
    window: select<string>(["0", "1024", "4096"], {
      label: "Window",
      format: (window) => (window === "0" ? "all" : thousands(window))
    }),
    experts: select<string>(["0", "4", "8", "16", "64"], {
      label: "Experts",
      format: (experts) => (experts === "0" ? "none" : `2 of ${experts}`)
    }),
    batch: slider([1, 64], {label: "Texts at once", value: 1})
  };
  // a model moves all the other controls, and whoever moves one of those has a model of his own
  controls.model.addEventListener("input", () => {
    const {value} = controls.model;
    if (value === "own") return;
    for (const [field, size] of Object.entries(sizesOf(PUBLISHED[value].description)))
      controls[field as keyof Sizes].text = String(size);
  });
  for (const [field, control] of Object.entries(controls))
    if (field !== "model" && field !== "batch")
      control.addEventListener("input", () => void (controls.model.value = "own"), {capture: true});

  const total = ({bytes}: Costs, which: "full" | "half", all: boolean): number =>
    bytes.reduce(
      (sum, row) => sum + (all ? (row.what === "cache" ? 0 : row[which]) : row.when === "read" ? row[which] : 0),
      0
    );
  return figure<Value, Costs>({
    name,
    wide: true,
    title: "What a model costs",
    caption:
      "Parameters, operations and bytes of a description, computed by estimate without making the model. Choose a published model, or move anything. Operations are the multiplications and additions of matrix products and attention, averaged over a whole context. With 16 bits, AdamW’s means and a master copy of the weights stay in 32. Activations are those that this library keeps, which never keeps patterns of attention and recomputes nothing; other engines keep fewer.",
    controls,
    compute: (value) => costsOf(describedBy(sizes(value)), value.batch),
    draw: (value, {width, result}) => {
      const {parameters, forward, training, bytes} = result;
      const keys = sharedBy(value.heads, value.kvHeads);
      const rows = [
        ...bytes,
        {what: "to write, in all", full: total(result, "full", false), half: total(result, "half", false)},
        {what: "to train, in all", full: total(result, "full", true), half: total(result, "half", true)}
      ];
      return element(
        "div",
        {className: "costs"},
        element(
          "p",
          {className: "fig-note"},
          `${parameters.total.toLocaleString("en")} parameters${parameters.active === parameters.total ? "" : `, of which a token meets ${parameters.active.toLocaleString("en")}`} · ${writeCount(forward)} operations a token forward, ${writeCount(training)} in training · ${keys === value.kvHeads ? "" : `${keys} heads of keys, since that divides ${value.heads} · `}cache of a token ${writeBytes(result.cachePerToken)} in 16 bits`
        ),
        costBars(Math.min(width, 720), parameters, writeCount),
        table(rows, [
          {label: "Memory", value: ({what}) => what},
          {label: "32 bits", value: ({full}) => full, format: (x) => (x === 0 ? "–" : writeBytes(x))},
          {label: "16 bits", value: ({half}) => half, format: writeBytes}
        ])
      );
    },
    describe: (value, result) =>
      `${value.model === "own" ? "A model of your own" : PUBLISHED[value.model].name}: ${result.parameters.total.toLocaleString("en")} parameters, ${result.parameters.active.toLocaleString("en")} of them met by a token. Embedding ${writeCount(result.parameters.embedding)}, attention ${writeCount(result.parameters.attention)}, feed-forward ${writeCount(result.parameters.feedForward)}. ${writeCount(result.forward)} operations a token forward, ${writeCount(result.training)} in training. In 16 bits: ${result.bytes.map(({what, half}) => `${what} ${writeBytes(half)}`).join(", ")}.`,
    code: (value) => `import {estimate} from "llm-first-principles/transformer";

const {parameters, flopsPerToken, bytes} = estimate(${JSON.stringify(describedBy(sizes(value)))
      .replace(/"(\w+)":/g, "$1: ")
      .replaceAll(",", ", ")}, {batch: ${value.batch}});
console.log(parameters, flopsPerToken, bytes);`,
    rows: (_, {parameters, bytes}) => [
      ...Object.entries(parameters).map(([what, count]) => ({what, parameters: count})),
      ...bytes.map(({what, full, half}) => ({what, bytes32: full, bytes16: half}))
    ]
  });
}
