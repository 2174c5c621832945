/** Every optimizer on a small network over windows. */
import {optimizerRun, optimizersOn} from "./optimizerRuns.js";
import type {OptimizersOn} from "./optimizers.js";

export const value = (): OptimizersOn => optimizersOn("network", 400);

/** Two runs for a few steps, which a test repeats. */
export const firstSteps = (): string =>
  JSON.stringify(
    [0.01, 100].map((learningRate) => optimizerRun("network", {optimizer: "muon", learningRate, seed: 1}, 20))
  );
