/** The stages that have a folder in src/stages, read from what lies there: the only way that tools know of them. */
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {curriculum} from "../lib/curriculum.js";
import type {StagePages} from "../src/components/stage.js";
import {nameOf} from "./names.js";
import {root} from "./root.js";

interface StageFolder extends StagePages {
  /** The name of the folder, such as `01-markov`. */
  readonly slug: string;
  /** What code calls the stage, such as `markov`. */
  readonly name: string;
  readonly number: number;
}

async function read(slug: string): Promise<StageFolder> {
  const row = curriculum.find((stage) => stage.slug === slug);
  if (row === undefined) throw new Error(`src/stages/${slug} has no row in lib/curriculum.ts`);
  const file = join(root, "src/stages", slug, "stage.ts");
  if (!existsSync(file)) throw new Error(`src/stages/${slug} has no stage.ts, which lists its sections and terms`);
  const {stage} = (await import(pathToFileURL(file).href)) as {readonly stage?: StagePages};
  if (stage === undefined) throw new Error(`src/stages/${slug}/stage.ts exports no stage`);
  return {...stage, slug, name: nameOf(slug), number: row.number};
}

const slugs = readdirSync(join(root, "src/stages"), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)
  .sort();

/** In the order of the book. */
export const stageFolders: readonly StageFolder[] = (await Promise.all(slugs.map(read))).sort(
  (a, b) => a.number - b.number
);
