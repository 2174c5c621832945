import {FileAttachment} from "observablehq:stdlib";
import {recurrentFields} from "/lib/stages/neural-lm/fields.js";
import type {LmMetrics, RecurrentConfig} from "/lib/stages/neural-lm.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {SAMPLE} from "../model/bengioSpec.js";
import {READ_EVERY, READ_STEPS, recurrentConfig, recurrentStart} from "../model/recurrentSpec.js";
import {neuralWorker} from "./workers.js";

/** A network that reads token after token, trained by the reader. */
export const recurrentBench = (name = "recurrent-bench") =>
  workbench<RecurrentConfig, LmMetrics>({
    name,
    title: "A network that reads, trained by you",
    caption:
      "Thick: loss on held-out names. Thin: loss on the batch of each step, and its smoothed course. Dotted lines across: what counting reaches on the same held-out names. A segment is how many letters a step reads in each row, and how far its gradient goes back.",
    fields: recurrentFields,
    shown: ["cell", "width", "hidden", "seqLen", "optimizer", "learningRate", "batchSize", "clip", "seed"],
    forkable: ["optimizer", "learningRate", "weightDecay", "clip"],
    start: recurrentStart,
    corpora: [
      {id: "names", title: "First names"},
      {id: "opening", title: "Moby Dick, the opening"}
    ],
    configOf: (settings, text, choice) =>
      recurrentConfig(settings, text, choice.kind === "corpus" && choice.id === "names"),
    steps: READ_STEPS,
    every: READ_EVERY,
    worker: () => neuralWorker("recurrent"),
    stage: "recurrent",
    here: async () => hashHere((await import("/lib/stages/neural-lm.js")).recurrent),
    kept: async () => (await FileAttachment("../model/recurrentRun.json").json<{readonly value: KeptRun}>()).value,
    layers: ({layers}) => layers.map(({path}) => path).filter((path) => /weight\w*$/.test(path)),
    sample: SAMPLE,
    measures: [
      {label: "Bits per character", of: ({validationBitsPerCharacter}) => validationBitsPerCharacter},
      {label: "Perplexity", of: ({validationPerplexity}) => validationPerplexity}
    ],
    tokens: ({batchSize = 32, seqLen = 32}) => batchSize * seqLen
  });
