/** The run that lies behind the workbench of the stage: a transformer learns Moby Dick, letter by letter. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {keptRunOf} from "../../../components/languageModel/keptRunOf.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {EVERY, gptConfig, gptStart, SAMPLE, STEPS} from "./gptSpec.js";

const opened = () => timeline(transformerLm, gptConfig({}, excerpt("moby-dick").text, false), {history: false});

export function value(): KeptRun {
  const run = opened();
  return keptRunOf(run, run.opened(), {
    steps: STEPS,
    every: EVERY,
    texts: 5,
    scored: gptStart.scored,
    sample: SAMPLE
  });
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().at(5).state);
