/** The run that lies behind the workbench of recurrent networks: a GRU learns first names. */
import {hash, timeline} from "/lib/index.js";
import {recurrent} from "/lib/stages/neural-lm.js";
import {excerpt} from "../../../../tools/corpora.js";
import {keptLog} from "../../../components/workbench/keptLog.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {baselinesOf} from "../../../components/languageModel/baselines.js";
import {SAMPLE} from "./bengioSpec.js";
import {READ_EVERY, READ_STEPS, recurrentConfig, recurrentStart} from "./recurrentSpec.js";
import {samplesOf} from "../../../components/languageModel/samplesOf.js";

const TEXTS = 10;

const opened = () => timeline(recurrent, recurrentConfig({}, excerpt("names").text, true), {history: false});

export function value(): KeptRun {
  const run = opened();
  const model = run.opened();
  const frames = Array.from({length: READ_STEPS / READ_EVERY + 1}, (_, i) => run.at(i * READ_EVERY));
  return {
    log: keptLog(frames),
    baselines: baselinesOf(model, recurrentStart.scored).map(({name, loss}) => ({
      name,
      loss: Number(loss.toPrecision(6))
    })),
    samples: frames
      .filter((_, i) => i % TEXTS === 0)
      .map(({step, state}) => ({step, text: samplesOf(model, state.params, {...SAMPLE, seed: 1, step})})),
    hash: hash(frames.at(-1)!.state)
  };
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().at(READ_EVERY).state);
