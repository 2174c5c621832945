/** The texts of the dashboards of language models: first names, all and parts of the list, and Moby Dick, its opening and a longer part. */
import {excerpt} from "../../tools/corpora.js";
import type {Task} from "./languageModelNetworks.js";

export const nameTasks = (): readonly Task[] => {
  const corpus = excerpt("names");
  return [
    {name: "all first names", corpus, tokens: 500_000},
    {name: "1,600 first names", corpus, documents: 1600, tokens: 240_000},
    {name: "400 first names", corpus, documents: 400, tokens: 100_000}
  ];
};

const LONGER = 200_000; // characters, about a sixth of the novel

const longer = (): Task["corpus"] => {
  const novel = excerpt("moby-dick");
  const text = novel.text.slice(0, LONGER);
  const part = `The first ${LONGER.toLocaleString("en")} characters`;
  return {...novel, text, part, characters: LONGER, bytes: new TextEncoder().encode(text).length};
};

export const novelTasks = (): readonly Task[] => [
  {name: "the opening of Moby Dick", corpus: excerpt("opening"), tokens: 300_000},
  {name: "a sixth of Moby Dick", corpus: longer(), tokens: 500_000}
];
