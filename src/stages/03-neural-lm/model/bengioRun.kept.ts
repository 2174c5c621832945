/** The run that lies behind the workbench of the book: the network of Bengio and others learns first names. */
import {hash, timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {excerpt} from "../../../../tools/corpora.js";
import {keptRunOf} from "../../../components/languageModel/keptRunOf.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {bengioConfig, bengioStart, EVERY, SAMPLE, STEPS} from "./bengioSpec.js";

const opened = () => timeline(bengio, bengioConfig({}, excerpt("names").text, true), {history: false});

export function value(): KeptRun {
  const run = opened();
  return keptRunOf(run, run.opened(), {
    steps: STEPS,
    every: EVERY,
    texts: 10,
    scored: bengioStart.scored,
    sample: SAMPLE
  });
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().at(EVERY).state);
