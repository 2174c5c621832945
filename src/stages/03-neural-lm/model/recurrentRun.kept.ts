/** The run that lies behind the workbench of recurrent networks: a GRU learns first names. */
import {hash, timeline} from "/lib/index.js";
import {recurrent} from "/lib/stages/neural-lm.js";
import {excerpt} from "../../../../tools/corpora.js";
import {keptRunOf} from "../../../components/languageModel/keptRunOf.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {SAMPLE} from "./bengioSpec.js";
import {READ_EVERY, READ_STEPS, recurrentConfig, recurrentStart} from "./recurrentSpec.js";

const opened = () => timeline(recurrent, recurrentConfig({}, excerpt("names").text, true), {history: false});

export function value(): KeptRun {
  const run = opened();
  return keptRunOf(run, run.opened(), {
    steps: READ_STEPS,
    every: READ_EVERY,
    texts: 10,
    scored: recurrentStart.scored,
    sample: SAMPLE
  });
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().at(READ_EVERY).state);
