/** What runs in the worker of stage 6: training of transformers. */
import {serve, served} from "/lib/index.js";
import {openFast, openThreads, tensor, type Tensor} from "/lib/tensor.js";
import {
  transformerLm,
  type LmMetrics,
  type LmState,
  type SequenceBatch,
  type TransformerLmConfig,
  type TransformerLmView
} from "/lib/stages/transformer.js";
import type {TransformerParams} from "/lib/transformer.js";
import {baselinesOf} from "../../components/languageModel/baselines.js";
import {samplesOf} from "../../components/languageModel/samplesOf.js";
import type {BenchMetrics} from "../../components/workbench/benchMetrics.js";
import {benchView} from "../../components/workbench/benchView.js";
import type {FaultyConfig} from "./model/faultCases.js";
import {faulty, type FaultyState, type FaultyView} from "./model/faulty.js";
import {architectureStage} from "./model/architectureStage.js";

type Opened = TransformerLmView & {readonly data: (step: number) => SequenceBatch};

/** The first sequence of a batch: of all of them, patterns would be many. */
const firstOf = ({data, shape: [, length = 0]}: Tensor): Tensor =>
  tensor(Int32Array.from(data.slice(0, length)), {shape: [1, length]});

const view = (opened: Opened, {seed = 1, scored = 2000}: TransformerLmConfig) =>
  benchView<LmState<TransformerParams>, LmMetrics>({
    parameters: ({params}) => params,
    gradients: (state, step) => opened.gradients(state, opened.data(step)),
    activations: ({params}, step) => opened.activations(params, firstOf(opened.data(step).inputs)),
    sample: ({params}, step, how) => samplesOf(opened, params, {...how, seed, step}),
    baselines: () => baselinesOf(opened, scored)
  });

type OpenedFaulty = FaultyView & {readonly data: (step: number) => SequenceBatch};

const faultyView = (opened: OpenedFaulty, {scored = 2000}: FaultyConfig) =>
  benchView<FaultyState, BenchMetrics>({
    parameters: ({params}) => params,
    gradients: (state, step) => opened.gradients(state, opened.data(step)),
    activations: ({params}, step) => opened.activations(params, firstOf(opened.data(step).inputs)),
    sample: ({params}, step, how) => opened.write(params, step, how),
    baselines: () => baselinesOf(opened, scored)
  });

/** Metrics are costly, so they are measured only at the frames that are asked for. */
export const stages = {
  transformer: served(transformerLm, view, {history: false, memory: {snapshots: 64}}),
  // its states are eight times as large
  largerTransformer: served(transformerLm, view, {history: false, memory: {snapshots: 24}}),
  faulty: served(faulty, faultyView, {history: false, memory: {snapshots: 64}}),
  // of these the page sees the losses alone
  architecture: served(architectureStage, () => () => ({}), {history: false, memory: {snapshots: 4}})
};

const [helper = "", fast] = self.location.hash.slice(1).split("&");
// where the page may share memory, kernels use two cores from the next turn on: the same bits, sooner
if (self.crossOriginIsolated) void openThreads(2, {helper: decodeURIComponent(helper)});

// fused products are other bits, so that nothing is computed before they are there: what is said meanwhile waits
async function serveFast(): Promise<void> {
  const early: MessageEvent[] = [];
  const wait = (event: MessageEvent): void => void early.push(event);
  self.addEventListener("message", wait);
  await openFast();
  self.removeEventListener("message", wait);
  serve(self, stages);
  for (const {data} of early) self.dispatchEvent(new MessageEvent("message", {data}));
}

if (fast === "fast") void serveFast();
else serve(self, stages);
