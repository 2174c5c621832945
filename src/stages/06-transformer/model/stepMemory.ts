/** What a training step of a transformer takes: as estimated from its description, and as the engine measures it. */
import {peakMemory} from "/lib/tensor.js";
import {estimate, type Estimate} from "/lib/transformer.js";
import {described, oneStep, type StepSizes} from "./oneStep.js";

export const stepEstimate = (sizes: StepSizes): Estimate["bytes"] =>
  estimate(described(sizes), {batch: sizes.batch}).bytes;

/** Bytes at the peak of a real step, beyond those taken before. */
export const stepMeasured = (sizes: StepSizes): number => peakMemory(oneStep(sizes)).bytes;
