/** Writes the texts that pages load into the git-ignored src/lib/corpora: one process for all, as loaders would be five. */
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {corpora, corpus, describe, excerpt} from "./corpora.js";
import {root} from "./root.js";

/** For each corpus: what the pages get of it, and the size of all that there is; without the places of its documents. */
const index = () =>
  corpora.map((id) => {
    const {bytes, characters} = corpus(id);
    const {documents: _, labels: __, ...about} = describe(excerpt(id));
    return {...about, documents: [], whole: {bytes, characters}};
  });

export function writeCorpora(): void {
  const folder = join(root, "src/lib/corpora");
  mkdirSync(folder, {recursive: true});
  for (const id of corpora) writeFileSync(join(folder, `${id}.txt`), excerpt(id).text);
  writeFileSync(join(folder, "index.json"), JSON.stringify(index()));
}

/** Writes them if they are not there: they change with an installed package alone. */
export function ensureCorpora(): void {
  if (!existsSync(join(root, "src/lib/corpora/index.json"))) writeCorpora();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeCorpora();
