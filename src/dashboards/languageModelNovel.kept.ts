/** Counts, windows, recurrent cells and a transformer on Moby Dick: its opening, and a longer part. */
import {modelsOn} from "./languageModelRuns.js";
import type {TextResult} from "./languageModels.js";
import {novelTasks} from "./languageModelTasks.js";

export const value = (): readonly TextResult[] => novelTasks().map((task) => modelsOn(task));

/** A few steps on the opening, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(modelsOn({...novelTasks()[0]!, tokens: 1500}, [1]));
