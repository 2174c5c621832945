/** A race on a real model: a small network that learns first names, by one optimizer after the other. */
import {timeline} from "/lib/index.js";
import {bengio, type BengioConfig} from "/lib/stages/neural-lm.js";
import {EVERY, type ModelRacer, type ModelRun} from "./modelRuns.js";

/** What all runs share. Gradients are not clipped, so that a rate that is too high shows. */
const raceConfig = (corpus: string): BengioConfig => ({
  corpus,
  documents: true,
  context: 4,
  width: 8,
  hidden: [64],
  batchSize: 32,
  clip: Infinity,
  scored: 1500
});

/** One run of an optimizer. */
export function modelRun(corpus: string, optimizer: ModelRacer, rate: number, steps: number): ModelRun {
  const config = {...raceConfig(corpus), optimizer, learningRate: rate};
  const run = timeline(bengio, config, {history: false, memory: {snapshots: 2}});
  const losses: number[] = [];
  for (let step = 0; step <= steps; step += EVERY)
    try {
      const {validationLoss} = run.at(step).metrics;
      if (!Number.isFinite(validationLoss)) return {rate, losses, broke: true};
      losses.push(Number(validationLoss.toFixed(4)));
    } catch {
      return {rate, losses, broke: true}; // a StageError that a NaNError caused: the step could not be done
    }
  return {rate, losses, broke: false};
}
