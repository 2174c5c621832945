/** Writes the reference into the git-ignored src/api: pages like the others, made from the library's types and docstrings. */
import {existsSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import type {Links} from "./html.js";
import {readFaces} from "./readFaces.js";
import {referenceIndex, referencePage} from "./referencePage.js";
import {topicsOf} from "./topics.js";

const folder = join(root, "src/api");

/** Writes all pages anew. */
export async function writeReference(): Promise<void> {
  const all = await readFaces();
  const topics = topicsOf(all);
  // of two exports with one name, plain text means that which is told first
  const links: Links = new Map(
    topics.flatMap(([{slug}, entries]) => entries.map(({name}) => [name, `./${slug}#${name}`] as const)).reverse()
  );
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "index.md"), referenceIndex(topics));
  for (const [topic, entries] of topics) {
    // on its own page a name means what is told there
    const here = new Map([...links, ...entries.map(({name}) => [name, `./${topic.slug}#${name}`] as const)]);
    writeFileSync(join(folder, `${topic.slug}.md`), referencePage(topic, entries, {links: here, all}));
  }
}

/** Writes the pages if there are none: `npm start` need not read the library each time. */
export async function ensureReference(): Promise<void> {
  if (!existsSync(join(folder, "index.md"))) await writeReference();
}
