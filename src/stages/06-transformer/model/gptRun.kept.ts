/** The run that lies behind the workbench of the stage: a transformer learns Moby Dick, letter by letter. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {baselinesOf} from "../../../components/languageModel/baselines.js";
import {samplesOf} from "../../../components/languageModel/samplesOf.js";
import {keptLog} from "../../../components/workbench/keptLog.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {EVERY, gptConfig, SAMPLE, STEPS} from "./gptSpec.js";

const TEXTS = 5;

const opened = () => {
  const run = timeline(transformerLm, gptConfig({}, excerpt("moby-dick").text, false), {history: false});
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
      .map(({step, state}) => ({step, text: samplesOf(model, state.params, {...SAMPLE, seed: 1, step})})),
    hash: hash(frames.at(-1)!.state)
  };
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().run.at(5).state);
