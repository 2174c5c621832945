import {excerpt} from "../../../../tools/corpora.js";
import {MODEL_RACE, MODEL_RACERS, MODEL_RATES, type ModelRuns} from "./modelRuns.js";
import {modelRun} from "./raceOnModel.js";

/** Each optimizer with each rate. */
export const value = (): ModelRuns =>
  Object.fromEntries(
    MODEL_RACERS.map((optimizer) => [
      optimizer,
      MODEL_RATES.map((rate) => modelRun(excerpt("names").text, optimizer, rate, MODEL_RACE))
    ])
  ) as unknown as ModelRuns; // of every racer

/** Two runs for a few steps, which a test repeats. */
export const firstSteps = (): string =>
  JSON.stringify([0.003, 3].map((rate) => modelRun(excerpt("names").text, "momentum", rate, 20)));
