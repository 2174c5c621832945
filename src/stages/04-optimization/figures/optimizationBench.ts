import {FileAttachment} from "observablehq:stdlib";
import {bengioFields} from "/lib/stages/neural-lm/fields.js";
import type {BengioConfig, LmMetrics} from "/lib/stages/neural-lm.js";
import {hashHere} from "../../../components/workbench/hashHere.js";
import {workbench} from "../../../components/workbench/workbench.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {HEALTHY_LOOP, loopConfig, loopStart, LOOP_EVERY, LOOP_STEPS} from "../model/carelessCases.js";
import {optimizationWorker} from "./workers.js";

const healthy = async (): Promise<KeptRun> =>
  (
    await FileAttachment("../model/carelessRuns.json").json<{
      readonly value: Readonly<Record<string, KeptRun>>;
    }>()
  ).value[HEALTHY_LOOP]!;

/** A small network with every setting of its optimizer in the form: to be forked as often as one likes. */
export const optimizationBench = (name = "optimization-bench") =>
  workbench<BengioConfig, LmMetrics>({
    name,
    title: "One network, any optimizer",
    caption:
      "Thick: loss on held-out names. Thin: loss on the batch of each step, and its smoothed course. Dotted lines: the loss of a model that knows nothing, and of one that knows how often each letter comes. Fork at any step with another optimizer, rate or schedule, and compare.",
    fields: bengioFields,
    shown: [
      "optimizer",
      "learningRate",
      "schedule",
      "warmup",
      "totalSteps",
      "batchSize",
      "weightDecay",
      "clip",
      "seed"
    ],
    forkable: ["optimizer", "learningRate", "schedule", "batchSize", "weightDecay", "clip"],
    start: {...loopStart, totalSteps: LOOP_STEPS},
    corpora: [{id: "names", title: "First names"}],
    configOf: (settings, text) => loopConfig(settings, text),
    steps: LOOP_STEPS,
    every: LOOP_EVERY,
    worker: () => optimizationWorker("bench"),
    stage: "careless",
    here: async () => hashHere((await import("../model/careless.js")).careless),
    kept: healthy,
    layers: ({layers}) => layers.map(({path}) => path).filter((path) => path.endsWith("weight")),
    measures: [{label: "Perplexity", of: ({validationPerplexity}) => validationPerplexity}],
    tokens: ({batchSize = 64}) => batchSize
  });
