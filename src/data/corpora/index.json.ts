import {corpora, corpus, describe, excerpt} from "../../../tools/corpora.js";

/** For each corpus: what the pages get of it, and the size of all that there is. */
const index = corpora.map((id) => {
  const {bytes, characters} = corpus(id);
  return {...describe(excerpt(id)), whole: {bytes, characters}};
});

process.stdout.write(JSON.stringify(index));
