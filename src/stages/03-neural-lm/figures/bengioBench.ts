import {FileAttachment} from "observablehq:stdlib";
import {bengioFields} from "/lib/stages/neural-lm/fields.js";
import type {BengioConfig, LmMetrics} from "/lib/stages/neural-lm.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import {runCode} from "../../../components/languageModel/runCode.js";
import {bengioConfig, bengioStart, EVERY, SAMPLE, STEPS} from "../model/bengioSpec.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {neuralWorker} from "./workers.js";

/** The network of Bengio and others, trained by the reader. */
export const bengioBench = (name = "bengio-bench") =>
  workbench<BengioConfig, LmMetrics>({
    name,
    title: "A neural language model, trained by you",
    caption:
      "Thick: loss on held-out names, which the network never learns. Thin: loss on the batch of each step, and its smoothed course. Dotted lines across: what counting reaches on the same held-out names. Fork at any step to see another future beside this one.",
    fields: bengioFields,
    shown: [
      "context",
      "width",
      "hidden",
      "activation",
      "optimizer",
      "learningRate",
      "schedule",
      "warmup",
      "batchSize",
      "weightDecay",
      "dropout",
      "clip",
      "seed"
    ],
    forkable: ["optimizer", "learningRate", "schedule", "batchSize", "weightDecay", "dropout", "clip"],
    start: bengioStart,
    corpora: [
      {id: "names", title: "First names"},
      {id: "opening", title: "Moby Dick, the opening"},
      {id: "moby-dick", title: "Moby Dick"}
    ],
    configOf: (settings, text, choice) =>
      bengioConfig(settings, text, choice.kind === "corpus" && choice.id === "names"),
    steps: STEPS,
    every: EVERY,
    worker: () => neuralWorker("bengio"),
    stage: "bengio",
    here: async () => hashHere((await import("/lib/stages/neural-lm.js")).bengio),
    kept: async () => (await FileAttachment("../model/bengioRun.json").json<{readonly value: KeptRun}>()).value,
    code: runCode<BengioConfig>({stage: "bengio", face: "neural-lm"}),
    layers: ({layers}) => layers.map(({path}) => path).filter((path) => path.endsWith("weight")),
    sample: SAMPLE,
    measures: [
      {label: "Bits per character", of: ({validationBitsPerCharacter}) => validationBitsPerCharacter},
      {label: "Perplexity", of: ({validationPerplexity}) => validationPerplexity}
    ],
    tokens: ({batchSize = 64}) => batchSize
  });
