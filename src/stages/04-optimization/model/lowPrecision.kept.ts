import {excerpt} from "../../../../tools/corpora.js";
import {gradientSizes, lowRun, lowRuns} from "./lowPrecision.js";
import type {GradientSize} from "../../../components/lossScale.js";
import type {LowRun} from "./lowPrecisionSettings.js";

interface Kept {
  readonly runs: readonly LowRun[];
  readonly gradients: readonly GradientSize[];
}

/** The runs with weights of few bits, and how large the numbers of a gradient are. */
export const value = (): Kept => {
  const corpus = excerpt("names").text;
  return {runs: lowRuns(corpus), gradients: gradientSizes(corpus, 400)};
};

/** A few steps of one of them, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(lowRun(excerpt("names").text, "chance", 0.001, 10));
