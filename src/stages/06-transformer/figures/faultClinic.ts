import {FileAttachment} from "observablehq:stdlib";
import type {FieldsOf} from "/lib/index.js";
import {transformerLmFields} from "/lib/stages/transformer/fields.js";
import type {BenchMetrics} from "../../../components/workbench/benchMetrics.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {
  faultCases,
  faultConfig,
  FAULTS,
  faultStart,
  FAULT_EVERY,
  FAULT_SAMPLE,
  FAULT_STEPS,
  isDrawn,
  PROMPT,
  type FaultyConfig
} from "../model/faultCases.js";
import {transformerWorker} from "./workers.js";

const fields: FieldsOf<FaultyConfig> = {
  ...transformerLmFields,
  fault: {kind: "choice", label: "Fault", about: "what is wrong with the program", default: "none", choices: FAULTS}
};

const runs = (): Promise<Readonly<Record<string, KeptRun>>> =>
  FileAttachment("../model/faultRuns.json")
    .json<{readonly value: Readonly<Record<string, KeptRun>>}>()
    .then(({value}) => value);

/** One small transformer, and seven programs around it that have something: the reader looks, diagnoses, and tries a cure. */
export const faultClinic = (name = "fault-clinic") =>
  workbench<FaultyConfig, BenchMetrics>({
    name,
    title: "The clinic of transformers",
    caption: `A healthy run on Moby Dick, letter by letter, and ${faultCases.length} others, in each of which something is wrong. Choose a run, look at its curves and at what it writes after “${PROMPT.trim()}”; train it and look at its patterns of attention, one head below the other; and try a cure with “Fork here…”. The losses are those that the program itself prints, faults and all. Dotted lines: what counting reaches on the same text.`,
    fields,
    shown: [],
    forkable: ["learningRate", "warmup", "batchSize", "clip"],
    start: faultStart,
    corpora: [{id: "moby-dick", title: "Moby Dick"}],
    configOf: (settings, text) => faultConfig(settings, text),
    steps: FAULT_STEPS,
    every: FAULT_EVERY,
    worker: () => transformerWorker("clinic"),
    stage: "faulty",
    here: async () => hashHere((await import("../model/faulty.js")).faulty),
    kept: async (run) => (await runs())[run],
    cases: faultCases,
    layers: ({layers}) => layers.map(({path}) => path).filter(isDrawn),
    sample: FAULT_SAMPLE,
    measures: [{label: "Perplexity", of: ({validationLoss}) => Math.exp(validationLoss)}],
    tokens: ({batchSize = 12, context = 48}) => batchSize * context
  });
