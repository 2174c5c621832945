/** Counts, windows, recurrent cells and a transformer on first names: all of the list, and parts of it. */
import {modelsOn} from "./languageModelRuns.js";
import type {TextResult} from "./languageModels.js";
import {nameTasks} from "./languageModelTasks.js";

export const value = (): readonly TextResult[] => nameTasks().map((task) => modelsOn(task));

/** A few steps on the smallest part, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(modelsOn({...nameTasks()[2]!, tokens: 800}, [1]));
