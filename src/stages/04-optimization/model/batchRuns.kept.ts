import {excerpt} from "../../../../tools/corpora.js";
import type {BatchRuns} from "./batchPlan.js";
import {batchRuns, stepsTo} from "./batchRuns.js";
import {namesProblem} from "./namePairs.js";

/** Runs with each batch size and several rates. */
export const value = (): readonly BatchRuns[] => batchRuns(excerpt("names").text);

/** One of them, which a test repeats. */
export const firstSteps = (): string =>
  JSON.stringify(stepsTo(namesProblem(excerpt("names").text), {batch: 256, rate: 2, seed: 1}, 60));
