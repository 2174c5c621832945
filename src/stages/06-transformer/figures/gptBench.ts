import {FileAttachment} from "observablehq:stdlib";
import {transformerLmFields} from "/lib/stages/transformer/fields.js";
import type {LmMetrics, TransformerLmConfig} from "/lib/stages/transformer.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {runCode} from "../../../components/languageModel/runCode.js";
import {EVERY, gptConfig, gptStart, SAMPLE, shownLayers, STEPS} from "../model/gptSpec.js";
import {passingConfig, passingStart, PASSING_EVERY, PASSING_STEPS} from "../model/passingSpec.js";
import {benchWorker} from "./workers.js";

/** A run: where it starts, how long it is, and what was kept of it. */
interface GptRun {
  readonly start: Partial<TransformerLmConfig>;
  readonly configOf: typeof gptConfig;
  readonly steps: number;
  readonly every: number;
  /** The name under which the worker serves it, which says how many states are remembered. */
  readonly stage: "transformer" | "largerTransformer";
  readonly kept: () => Promise<KeptRun>;
  /** See `WorkbenchSpec`. */
  readonly ceiling?: number;
}

const small: GptRun = {
  start: gptStart,
  configOf: gptConfig,
  steps: STEPS,
  every: EVERY,
  stage: "transformer",
  kept: async () => (await FileAttachment("../model/gptRun.json").json<{readonly value: KeptRun}>()).value
};

interface GptBenchOptions {
  readonly title: string;
  readonly shown: readonly (keyof TransformerLmConfig & string)[];
  /** See `WorkbenchSpec`. */
  readonly story?: number;
  readonly run?: GptRun;
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

/** The long run: the transformer that comes with the book, until it has passed all counting. */
export const passing: GptBenchOptions = {
  title: "A transformer that passes counting",
  shown: [
    "context",
    "width",
    "layers",
    "heads",
    "optimizer",
    "learningRate",
    "schedule",
    "batchSize",
    "dropout",
    "seed"
  ],
  run: {
    start: passingStart,
    configOf: passingConfig,
    steps: PASSING_STEPS,
    every: PASSING_EVERY,
    stage: "largerTransformer",
    ceiling: 2.5, // pairs, and what lies below
    kept: async () => (await FileAttachment("../model/passingRun.json").json<{readonly value: KeptRun}>()).value
  }
};

/** A transformer, trained by the reader. */
export const gptBench = (
  name = "gpt-bench",
  {
    title,
    shown,
    story,
    run: {start, configOf, steps, every, stage, kept, ceiling} = small
  }: GptBenchOptions = everything
) =>
  workbench<TransformerLmConfig, LmMetrics>({
    name,
    title,
    caption:
      "Thick: loss on the end of the novel, which the model never learns. Thin: loss on the batch of each step, and its smoothed course. Dotted lines across: what counting reaches on the same text. Fork at any step to see another future beside this one.",
    fields: transformerLmFields,
    shown,
    ...(story !== undefined && {story}),
    ...(ceiling !== undefined && {ceiling}),
    forkable: ["optimizer", "learningRate", "schedule", "batchSize", "weightDecay", "dropout", "clip"],
    start,
    corpora: [
      {id: "moby-dick", title: "Moby Dick"},
      {id: "opening", title: "Moby Dick, the opening"},
      {id: "names", title: "First names"},
      {id: "sotu", title: "State of the Union"}
    ],
    configOf: (settings, text, choice) => configOf(settings, text, choice.kind === "corpus" && choice.id === "names"),
    steps,
    every,
    worker: () => benchWorker("transformer"),
    stage,
    here: async () => hashHere((await import("/lib/stages/transformer.js")).transformerLm),
    kept,
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
    tokens: ({batchSize = start.batchSize ?? 16, context = start.context ?? 64}) => batchSize * context
  });
