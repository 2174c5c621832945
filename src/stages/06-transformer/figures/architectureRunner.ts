import {remote, strides} from "/lib/index.js";
import {abortable} from "../../../components/rx.js";
import type {Work} from "../../../components/figure/figure.js";
import {EVERY, STEPS} from "../model/architectureForms.js";
import type {ArchitectureConfig, ArchitectureMetrics} from "../model/architectureStage.js";
import {transformerWorker} from "./workers.js";

/** Trains a form in a worker of its own: its loss on held-out text every so many steps. */
export async function trainForm(config: ArchitectureConfig, {signal, progress}: Work): Promise<readonly number[]> {
  const run = remote<ArchitectureConfig, object, ArchitectureMetrics>(() => transformerWorker("architecture"), {
    stage: "architecture",
    config
  });
  const losses: number[] = [];
  await abortable(strides(run, {by: EVERY, to: STEPS, budget: 60}), signal, ({step, metrics}) => {
    losses.push(metrics.held);
    progress({step, of: STEPS});
  });
  return losses;
}
