/** The runs of the clinic, which lie behind its workbench: the healthy one and each patient. */
import {hash, timeline} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {baselinesOf} from "../../../components/languageModel/baselines.js";
import {SAMPLE} from "./bengioSpec.js";
import {keptLog} from "../../../components/workbench/keptLog.js";
import {patient, type PatientConfig} from "./patient.js";
import {clinicConfig, CLINIC_EVERY, CLINIC_STEPS, HEALTHY, patients} from "./patients.js";
import {samplesOf} from "../../../components/languageModel/samplesOf.js";

const opened = (change: Partial<PatientConfig>) =>
  timeline(patient, {...clinicConfig({}, excerpt("names").text, true), ...change}, {history: false});

function kept(change: Partial<PatientConfig>): KeptRun {
  const run = opened(change);
  const frames = Array.from({length: CLINIC_STEPS / CLINIC_EVERY + 1}, (_, i) => run.at(i * CLINIC_EVERY));
  const {state, step} = frames.at(-1)!;
  const text = samplesOf(run.opened(), state.params, {...SAMPLE, seed: 1, step});
  return {log: keptLog(frames), baselines: [], samples: [{step, text}], hash: hash(state)};
}

export function value(): Readonly<Record<string, KeptRun>> {
  // all are judged beside what counting reaches on names that were not leaked
  const baselines = baselinesOf(opened({}).opened(), 1500).map(({name, loss}) => ({
    name,
    loss: Number(loss.toPrecision(6))
  }));
  const all = [{id: HEALTHY, change: {}}, ...patients];
  return Object.fromEntries(all.map(({id, change}) => [id, {...kept(change), baselines}]));
}

/** The first steps of the healthy one, which a test repeats. */
export const firstSteps = (): string => hash(opened({}).at(CLINIC_EVERY).state);
