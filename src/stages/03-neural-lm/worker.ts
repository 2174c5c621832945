/** What runs in the worker of stage 3: training of neural language models. */
import {serve, served} from "/lib/index.js";
import {
  bengio,
  recurrent,
  type BengioConfig,
  type BengioParams,
  type ContextBatch,
  type LmMetrics,
  type LmState,
  type RecurrentConfig,
  type RecurrentState,
  type RecurrentView,
  type SegmentBatch,
  type WindowView
} from "/lib/stages/neural-lm.js";
import {benchView} from "../../components/workbench/benchView.js";
import {baselinesOf} from "../../components/languageModel/baselines.js";
import {patient} from "./model/patient.js";
import {samplesOf} from "../../components/languageModel/samplesOf.js";

type Opened = WindowView<BengioParams> & {readonly data: (step: number) => ContextBatch};

const view = (opened: Opened, {seed = 1, scored = 2000}: BengioConfig) =>
  benchView<LmState<BengioParams>, LmMetrics>({
    parameters: ({params}) => params,
    gradients: (state, step) => opened.gradients(state, opened.data(step)),
    activations: ({params}, step) => opened.activations(params, opened.data(step)),
    sample: ({params}, step, how) => samplesOf(opened, params, {...how, seed, step}),
    baselines: () => baselinesOf(opened, scored)
  });

type Reader = RecurrentView & {readonly data: (step: number) => SegmentBatch};

/** Of a recurrent network: its activations are thousands, one for each time, and are not named. */
const readerView = (opened: Reader, {seed = 1, scored = 2000}: RecurrentConfig) =>
  benchView<RecurrentState, LmMetrics>({
    parameters: ({params}) => params,
    gradients: (state, step) => opened.gradients(state, opened.data(step)),
    activations: () => ({}),
    sample: ({params}, step, how) => samplesOf(opened, params, {...how, seed, step}),
    baselines: () => baselinesOf(opened, scored)
  });

/** Metrics are costly, so they are measured only at the frames that are asked for. */
const options = {history: false, memory: {snapshots: 128}} as const;

export const stages = {
  bengio: served(bengio, view, options),
  patient: served(patient, view, options),
  recurrent: served(recurrent, readerView, options)
};

serve(self, stages);
