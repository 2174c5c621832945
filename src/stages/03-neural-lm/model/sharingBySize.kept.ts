/** The network and counting by how many names they learn from. */
import {excerpt} from "../../../../tools/corpora.js";
import {compared, type Compared, type Sizes} from "./sharing.js";

const small = {context: 4, width: 8, hidden: [64], learningRate: 0.003, batchSize: 64} as const;
const configs: Sizes["configs"] = [
  {...small, weightDecay: 2},
  {...small, weightDecay: 0},
  {context: 6, width: 16, hidden: [256], activation: "relu", learningRate: 0.003, batchSize: 128}
];
const NAMES = [100, 200, 400, 800, 1600, 3200, 6400] as const;

const at = (names: number, steps: number): Compared =>
  compared(excerpt("names").text, {names, steps, every: Math.min(steps, 100), configs});

export const value = (): readonly Compared[] => NAMES.map((names) => at(names, 1500));

/** The smallest list for a few steps, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(at(100, 20));
