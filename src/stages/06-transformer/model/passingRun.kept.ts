/** The run of the transformer that comes with the book: it passes all counting on the way. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {keptRunOf} from "../../../components/languageModel/keptRunOf.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {SAMPLE, shownLayers} from "./gptSpec.js";
import {passingConfig, passingStart, PASSING_EVERY, PASSING_STEPS} from "./passingSpec.js";

const opened = () => timeline(transformerLm, passingConfig({}, excerpt("moby-dick").text, false), {history: false});

export function value(): KeptRun {
  const run = opened();
  return keptRunOf(run, run.opened(), {
    steps: PASSING_STEPS,
    every: PASSING_EVERY,
    texts: 4,
    scored: passingStart.scored,
    sample: SAMPLE,
    drawn: shownLayers
  });
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().at(5).state);
