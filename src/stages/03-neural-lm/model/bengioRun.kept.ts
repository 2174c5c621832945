/** The run that lies behind the workbench of the book: the network of Bengio and others learns first names. */
import {hash, timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {excerpt} from "../../../../tools/corpora.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {keptLog} from "../../../components/workbench/keptLog.js";
import {samplesOf} from "../../../components/languageModel/samplesOf.js";
import {baselinesOf} from "../../../components/languageModel/baselines.js";
import {bengioConfig, EVERY, SAMPLE, STEPS} from "./bengioSpec.js";

const TEXTS = 10;

const opened = () => {
  const run = timeline(bengio, bengioConfig({}, excerpt("names").text, true), {history: false});
  return {run, model: run.opened()};
};

export function value(): KeptRun {
  const {run, model} = opened();
  const steps = Array.from({length: STEPS / EVERY + 1}, (_, i) => i * EVERY);
  const frames = steps.map((step) => run.at(step));
  return {
    log: keptLog(frames),
    baselines: baselinesOf(model, 2000).map(({name, loss}) => ({name, loss: Number(loss.toPrecision(6))})),
    samples: frames
      .filter((_, i) => i % TEXTS === 0)
      .map(({step, state}) => ({
        step,
        text: samplesOf(model, state.params, {...SAMPLE, seed: 1, step})
      })),
    hash: hash(frames.at(-1)!.state)
  };
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().run.at(EVERY).state);
