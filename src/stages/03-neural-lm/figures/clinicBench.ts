import {FileAttachment} from "observablehq:stdlib";
import type {FieldsOf} from "/lib/index.js";
import {bengioFields} from "/lib/stages/neural-lm/fields.js";
import type {LmMetrics} from "/lib/stages/neural-lm.js";
import {workbench} from "../../../components/workbench/workbench.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {SAMPLE} from "../model/bengioSpec.js";
import type {PatientConfig} from "../model/patient.js";
import {clinicConfig, clinicStart, CLINIC_EVERY, CLINIC_STEPS, patients} from "../model/patients.js";
import {neuralWorker} from "./workers.js";

const fields: FieldsOf<PatientConfig> = {
  ...bengioFields,
  fault: {
    kind: "choice",
    label: "Fault",
    about: "what is wrong with the data",
    default: "none",
    choices: ["none", "shuffled", "leaked"]
  }
};

const runs = (): Promise<Readonly<Record<string, KeptRun>>> =>
  FileAttachment("../model/clinicRuns.json")
    .json<{readonly value: Readonly<Record<string, KeptRun>>}>()
    .then(({value}) => value);

/** A healthy network and six that have something: the reader looks, diagnoses, and tries a cure. */
export const clinicBench = (name = "clinic") =>
  workbench<PatientConfig, LmMetrics>({
    name,
    title: "The clinic",
    caption:
      "Seven runs on first names. One is healthy; each of the others has one thing that is wrong, in its settings or in its data. Choose a patient, look at the curves, train it and look inside, and try a cure with “Fork here…”. The names held out are the same for all, and so are the dotted lines: what counting reaches on them.",
    fields,
    shown: [],
    forkable: ["optimizer", "learningRate", "batchSize", "clip"],
    start: clinicStart,
    corpora: [{id: "names", title: "First names"}],
    configOf: (settings, text) => clinicConfig(settings, text, true),
    steps: CLINIC_STEPS,
    every: CLINIC_EVERY,
    worker: () => neuralWorker("clinic"),
    stage: "patient",
    here: async () => hashHere((await import("../model/patient.js")).patient),
    kept: async (patient) => (await runs())[patient],
    cases: patients,
    layers: ({layers}) => layers.map(({path}) => path).filter((path) => path.endsWith("weight")),
    sample: SAMPLE,
    measures: [{label: "Perplexity", of: ({validationPerplexity}) => validationPerplexity}],
    tokens: ({batchSize = 64}) => batchSize
  });
