import {existsSync, mkdirSync, readdirSync, rmSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import {isTemporary} from "../files/writeWhole.js";
import {UsageError} from "../exit.js";

/** Where the parts of a run lie. */
export const partsOf = (folder: string) => ({
  config: join(folder, "config.json"),
  data: join(folder, "data.json"),
  environment: join(folder, "environment.json"),
  corpus: join(folder, "corpus.txt"),
  ids: join(folder, "ids.bin"),
  metrics: join(folder, "metrics.jsonl"),
  samples: join(folder, "samples.jsonl"),
  checkpoints: join(folder, "checkpoints"),
  best: join(folder, "checkpoints", "best.json")
});

/** @throws UsageError for a name that would lie elsewhere, or that a file system does not take. */
export function checkRunName(flag: string, name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name)) return name;
  throw new UsageError(
    flag,
    "a name has letters, digits, points, dashes and underscores, and begins with a letter or digit",
    [{name: "given", value: JSON.stringify(name)}],
    "such as shakespeare-1"
  );
}

/** What a run is called whose name nobody gave: after its corpus and its model. */
function stemOf(corpus: readonly string[], model: string): string {
  const [first = ""] = corpus;
  const name = first === "-" ? "stdin" : basename(resolve(first)).replace(/\.\w+$/, "");
  const safe = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${safe.slice(0, 60) || "corpus"}-${model}`;
}

/** Makes a folder, unless there is one of this name. */
function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (Reflect.get(error as object, "code") === "EEXIST") return false;
    throw error;
  }
}

/**
 * A new folder for a run, which nobody else has.
 *
 * @throws UsageError for a name that is none, or that is taken; what Node throws where no folder can be made.
 */
export function makeRunFolder(
  runs: string,
  name: string | undefined,
  corpus: readonly string[],
  model: string
): string {
  if (name !== undefined) checkRunName("--name", name);
  mkdirSync(runs, {recursive: true});
  if (name === undefined)
    for (let number = 1; ; number++) {
      const folder = join(runs, `${stemOf(corpus, model)}-${number}`);
      if (made(folder)) return folder;
    }
  const folder = join(runs, name);
  if (made(folder)) return folder;
  throw new UsageError(
    "--name",
    "a new run has a name that is free",
    [{name: "there is", value: folder}],
    `go on with it by --resume ${name}, or choose another name`
  );
}

/** Removes what a process has left behind that was killed while it wrote. */
export function sweep(folder: string): void {
  for (const inside of [folder, partsOf(folder).checkpoints])
    if (existsSync(inside))
      for (const name of readdirSync(inside)) if (isTemporary(name)) rmSync(join(inside, name), {force: true});
}
