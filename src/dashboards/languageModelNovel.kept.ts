/** Counts, windows, recurrent cells and a transformer on Moby Dick: its opening, and a longer part. */
import {excerpt} from "../../tools/corpora.js";
import type {Task} from "./languageModelNetworks.js";
import {modelsOn} from "./languageModelRuns.js";
import type {TextResult} from "./languageModels.js";

const LONGER = 200_000; // characters, about a sixth of the novel

const longer = (): Task["corpus"] => {
  const novel = excerpt("moby-dick");
  const text = novel.text.slice(0, LONGER);
  const part = `The first ${LONGER.toLocaleString("en")} characters`;
  return {...novel, text, part, characters: LONGER, bytes: new TextEncoder().encode(text).length};
};

const tasks = (): readonly Task[] => [
  {name: "the opening of Moby Dick", corpus: excerpt("opening"), tokens: 300_000},
  {name: "a sixth of Moby Dick", corpus: longer(), tokens: 500_000}
];

export const value = (): readonly TextResult[] => tasks().map((task) => modelsOn(task));

/** A few steps on the opening, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(modelsOn({...tasks()[0]!, tokens: 1500}, [1]));
