/** The runs of the clinic, which lie behind its workbench: the healthy one and each that is not. */
import {hash, timeline} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import {keptLog} from "../../../components/workbench/keptLog.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {careless, type CarelessConfig} from "./careless.js";
import {HEALTHY_LOOP, loopCases, loopConfig, loopStart, LOOP_EVERY, LOOP_STEPS} from "./carelessCases.js";
import {landmarks} from "./landmarks.js";

const opened = (change: Partial<CarelessConfig>) =>
  timeline(careless, loopConfig(change, excerpt("names").text), {history: false});

function kept(change: Partial<CarelessConfig>): KeptRun {
  const run = opened(change);
  const frames = Array.from({length: LOOP_STEPS / LOOP_EVERY + 1}, (_, i) => run.at(i * LOOP_EVERY));
  const baselines = landmarks(run.opened(), loopStart.scored).map(({name, loss}) => ({
    name,
    loss: Number(loss.toPrecision(6))
  }));
  return {log: keptLog(frames), baselines, samples: [], hash: hash(frames.at(-1)!.state)};
}

export const value = (): Readonly<Record<string, KeptRun>> =>
  Object.fromEntries([{id: HEALTHY_LOOP, change: {}}, ...loopCases].map(({id, change}) => [id, kept(change)]));

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string =>
  loopCases.map(({change}) => hash(opened(change).at(LOOP_EVERY).state)).join(" ");
