import {FileAttachment} from "observablehq:stdlib";
import type {FieldsOf} from "/lib/index.js";
import {bengioFields} from "/lib/stages/neural-lm/fields.js";
import type {LmMetrics} from "/lib/stages/neural-lm.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {FAULTS, type CarelessConfig} from "../model/careless.js";
import {loopCases, loopConfig, loopStart, LOOP_EVERY, LOOP_STEPS} from "../model/carelessCases.js";
import {optimizationWorker} from "./workers.js";

const fields: FieldsOf<CarelessConfig> = {
  ...bengioFields,
  fault: {kind: "choice", label: "Fault", about: "what is wrong with the loop", default: "none", choices: FAULTS}
};

const runs = (): Promise<Readonly<Record<string, KeptRun>>> =>
  FileAttachment("../model/carelessRuns.json")
    .json<{readonly value: Readonly<Record<string, KeptRun>>}>()
    .then(({value}) => value);

/** One network, one healthy training loop, and six that have something: the reader looks, diagnoses, and tries a cure. */
export const loopClinic = (name = "loop-clinic") =>
  workbench<CarelessConfig, LmMetrics>({
    name,
    title: "The clinic of loops",
    caption:
      "Seven runs of one and the same network on first names. One is healthy; in each of the others one thing is wrong with how it is trained. Choose a run, look at its curves, train it and look inside, and try a cure with “Fork here…”. Dotted lines: the loss of a model that knows nothing, and of one that knows how often each letter comes.",
    fields,
    shown: [],
    forkable: ["optimizer", "learningRate", "schedule", "weightDecay", "batchSize", "clip"],
    start: loopStart,
    corpora: [{id: "names", title: "First names"}],
    configOf: (settings, text) => loopConfig(settings, text),
    steps: LOOP_STEPS,
    every: LOOP_EVERY,
    worker: () => optimizationWorker("clinic"),
    stage: "careless",
    here: async () => hashHere((await import("../model/careless.js")).careless),
    kept: async (run) => (await runs())[run],
    cases: loopCases,
    layers: ({layers}) => layers.map(({path}) => path).filter((path) => path.endsWith("weight")),
    measures: [{label: "Perplexity", of: ({validationPerplexity}) => validationPerplexity}],
    tokens: ({batchSize = 64}) => batchSize
  });
