import {FileAttachment} from "observablehq:stdlib";
import type {Corpus, CorpusText} from "/lib/index.js";

/** The texts that pages have. `opening` is the start of Moby Dick, small enough to come with a page. */
export type CorpusId = "opening" | "moby-dick" | "sotu" | "names";

// each path is spelled out, for files are found when the site is built
const texts: Readonly<Record<CorpusId, () => Promise<string>>> = {
  opening: () => FileAttachment("../../lib/corpora/opening.txt").text(),
  "moby-dick": () => FileAttachment("../../lib/corpora/moby-dick.txt").text(),
  sotu: () => FileAttachment("../../lib/corpora/sotu.txt").text(),
  names: () => FileAttachment("../../lib/corpora/names.txt").text()
};

const loading = new Map<CorpusId, Promise<CorpusText>>();
let about: Promise<readonly Corpus[]> | undefined;

/** What is said of every corpus: source, license, size, part. */
export const corpusIndex = (): Promise<readonly Corpus[]> =>
  (about ??= FileAttachment("../../lib/corpora/index.json").json<readonly Corpus[]>());

/** A corpus with its text, loaded when it is first asked for. A failed load is tried again. */
export function loadCorpus(id: CorpusId): Promise<CorpusText> {
  const known = loading.get(id);
  if (known) return known;
  const text = Promise.all([corpusIndex(), texts[id]()]).then(([index, text]) => {
    const corpus = index.find((one) => one.id === id);
    if (corpus === undefined) throw new Error(`There is no corpus “${id}”.`);
    return {...corpus, text};
  });
  text.catch(() => loading.delete(id));
  loading.set(id, text);
  return text;
}
