import {loadCorpus, type CorpusId} from "./corpora.js";
import type {TextChoice} from "./textSource.js";

const ids: readonly CorpusId[] = ["opening", "moby-dick", "sotu", "names"];

/** The text that a choice stands for; a corpus is loaded when it is first chosen. */
export async function textOf(choice: TextChoice): Promise<string> {
  if (choice.kind === "own") return choice.text;
  const id = ids.find((one) => one === choice.id);
  if (id === undefined) throw new Error(`There is no text “${choice.id}”.`);
  return (await loadCorpus(id)).text;
}
