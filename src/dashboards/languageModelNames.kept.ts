/** Counts, windows, recurrent cells and a transformer on first names: all of the list, and parts of it. */
import {excerpt} from "../../tools/corpora.js";
import type {Task} from "./languageModelNetworks.js";
import {modelsOn} from "./languageModelRuns.js";
import type {TextResult} from "./languageModels.js";

const tasks = (): readonly Task[] => {
  const corpus = excerpt("names");
  return [
    {name: "all first names", corpus, tokens: 500_000},
    {name: "1,600 first names", corpus, documents: 1600, tokens: 240_000},
    {name: "400 first names", corpus, documents: 400, tokens: 100_000}
  ];
};

export const value = (): readonly TextResult[] => tasks().map((task) => modelsOn(task));

/** A few steps on the smallest part, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(modelsOn({...tasks()[2]!, tokens: 800}, [1]));
