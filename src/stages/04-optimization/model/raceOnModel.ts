/** A race on a real model: a small network that learns first names, by one optimizer after the other. */
import {timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {EVERY, type ModelRacer, type ModelRun} from "./modelRuns.js";
import {racedNetwork} from "./networks.js";

/** One run of an optimizer. */
export function modelRun(corpus: string, optimizer: ModelRacer, rate: number, steps: number): ModelRun {
  const config = {...racedNetwork(corpus), scored: 1500, optimizer, learningRate: rate};
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
