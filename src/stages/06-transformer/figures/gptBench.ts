import {FileAttachment} from "observablehq:stdlib";
import {transformerLmFields} from "/lib/stages/transformer/fields.js";
import type {LmMetrics, TransformerLmConfig} from "/lib/stages/transformer.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {runCode} from "../../../components/languageModel/runCode.js";
import {EVERY, gptConfig, gptStart, SAMPLE, STEPS} from "../model/gptSpec.js";
import {benchWorker} from "./workers.js";

/** The embedding, and of the first and the last block one matrix of each part: more lines than these nobody can read. */
function shownLayers(paths: readonly string[]): readonly string[] {
  const inner = paths.filter((path) => /(attention\.query|feedForward\.down)\.weight$/.test(path));
  return ["embedding.weight", ...new Set([...inner.slice(0, 2), ...inner.slice(-2)])];
}

interface GptBenchOptions {
  readonly title: string;
  readonly shown: readonly (keyof TransformerLmConfig & string)[];
  /** See `WorkbenchSpec`. */
  readonly story?: number;
}

const everything: GptBenchOptions = {
  title: "A transformer, trained by you",
  shown: [
    "tokens",
    "vocabSize",
    "context",
    "width",
    "layers",
    "heads",
    "kvHeads",
    "feedForward",
    "positions",
    "norm",
    "placement",
    "tied",
    "window",
    "qkNorm",
    "experts",
    "optimizer",
    "learningRate",
    "schedule",
    "warmup",
    "totalSteps",
    "batchSize",
    "weightDecay",
    "dropout",
    "clip",
    "seed"
  ]
};

/** The home page’s: one setting, and what it writes line by line. */
export const gptStory: GptBenchOptions = {
  title: "A transformer that learns in this tab",
  shown: ["learningRate"],
  story: 10
};

/** A transformer, trained by the reader. */
export const gptBench = (name = "gpt-bench", {title, shown, story}: GptBenchOptions = everything) =>
  workbench<TransformerLmConfig, LmMetrics>({
    name,
    title,
    caption:
      "Thick: loss on the end of the novel, which the model never learns. Thin: loss on the batch of each step, and its smoothed course. Dotted lines across: what counting reaches on the same text. Fork at any step to see another future beside this one.",
    fields: transformerLmFields,
    shown,
    ...(story !== undefined && {story}),
    forkable: ["optimizer", "learningRate", "schedule", "batchSize", "weightDecay", "dropout", "clip"],
    start: gptStart,
    corpora: [
      {id: "moby-dick", title: "Moby Dick"},
      {id: "opening", title: "Moby Dick, the opening"},
      {id: "names", title: "First names"},
      {id: "sotu", title: "State of the Union"}
    ],
    configOf: (settings, text, choice) => gptConfig(settings, text, choice.kind === "corpus" && choice.id === "names"),
    steps: STEPS,
    every: EVERY,
    worker: () => benchWorker("transformer"),
    stage: "transformer",
    here: async (config, step) => hashHere((await import("/lib/stages/transformer.js")).transformerLm)(config, step),
    kept: async () => (await FileAttachment("../model/gptRun.json").json<{readonly value: KeptRun}>()).value,
    code: runCode<TransformerLmConfig>({stage: "transformerLm", face: "transformer"}),
    layers: ({layers}) => shownLayers(layers.map(({path}) => path)),
    sample: SAMPLE,
    takeAway: (["Hugging Face", "GGUF"] as const).map((format) => ({
      label: format,
      of: async (checkpoint, config) => (await import("../model/takeAway.js")).takeAway(format, checkpoint, config)
    })),
    measures: [
      {label: "Bits per byte", of: ({validationBitsPerByte}) => validationBitsPerByte},
      {label: "Perplexity", of: ({validationPerplexity}) => validationPerplexity}
    ],
    tokens: ({batchSize = 16, context = 64}) => batchSize * context
  });
