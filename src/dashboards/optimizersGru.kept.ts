/** Every optimizer on a small recurrent network. */
import {optimizerRun, optimizersOn} from "./optimizerRuns.js";
import type {OptimizersOn} from "./optimizers.js";

export const value = (): OptimizersOn => optimizersOn("gru", 300);

/** Two runs for a few steps, which a test repeats. */
export const firstSteps = (): string =>
  JSON.stringify(
    (["adam", "nadam"] as const).map((optimizer) => optimizerRun("gru", {optimizer, learningRate: 0.01, seed: 1}, 20))
  );
