import {corpora, corpus, describe, excerpt} from "../../../tools/corpora.js";

/** For each corpus: what the pages get of it, and the size of all that there is; without the places of its documents. */
const index = corpora.map((id) => {
  const {bytes, characters} = corpus(id);
  const {documents: _, labels: __, ...about} = describe(excerpt(id));
  return {...about, documents: [], whole: {bytes, characters}};
});

process.stdout.write(JSON.stringify(index));
