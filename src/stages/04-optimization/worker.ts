/** What runs in the worker of stage 4: training of the stage’s network, by loops that are right and loops that are not. */
import {serve, served} from "/lib/index.js";
import type {BengioParams, ContextBatch, LmMetrics, LmState, WindowView} from "/lib/stages/neural-lm.js";
import {benchView} from "../../components/workbench/benchView.js";
import {careless, type CarelessConfig} from "./model/careless.js";
import {landmarks} from "./model/landmarks.js";

type Opened = WindowView<BengioParams> & {readonly data: (step: number) => ContextBatch};

const view = (opened: Opened, {scored = 2000}: CarelessConfig) =>
  benchView<LmState<BengioParams>, LmMetrics>({
    parameters: ({params}) => params,
    gradients: (state, step) => opened.gradients(state, opened.data(step)),
    activations: ({params}, step) => opened.activations(params, opened.data(step)),
    baselines: () => landmarks(opened, scored)
  });

serve(self, {careless: served(careless, view, {history: false, memory: {snapshots: 128}})});
