/**
 * Every number of the prose: runs the modules of src/facts, each of which exports `facts: () => Record<string, number |
 * string>`, and writes them to src/data/facts.json, named `module.fact`. A module runs again only when something that
 * it imports has changed.
 */
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import {factsFile, readFacts, type Facts} from "./facts-file.js";
import {root} from "./root.js";
import {run} from "./run.js";

const PROCESSES = 2;
const cache = join(root, "node_modules/.cache/facts");

const modules = (): readonly string[] => {
  const folder = join(root, "src/facts");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => `src/facts/${file}`);
};

/** A hash of all that a module's facts can depend on: the code that it uses, and the installed corpora. */
async function inputsHash(file: string): Promise<string> {
  const {metafile} = await build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent"
  });
  const used = Object.values(metafile.outputs).flatMap(({inputs}) =>
    Object.entries(inputs).flatMap(([input, {bytesInOutput}]) => (bytesInOutput > 0 ? [input] : []))
  );
  const hash = createHash("sha256");
  for (const input of [...new Set([...used, "package-lock.json"])].sort())
    hash.update(input).update(readFileSync(join(root, input)));
  return hash.digest("hex").slice(0, 16);
}

async function factsOf(file: string): Promise<Facts> {
  const kept = join(cache, `${basename(file, ".ts")}-${await inputsHash(file)}.json`);
  if (!existsSync(kept)) {
    const began = performance.now();
    const {code, output, stdout} = await run("tools/facts-worker.ts", [file]);
    if (code !== 0) throw new Error(`${file}:\n${output}`);
    try {
      readFacts(stdout);
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
    }
    mkdirSync(cache, {recursive: true});
    writeFileSync(kept, stdout);
    console.log(`  ${file} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  const prefix = basename(file, ".ts");
  return new Map([...readFacts(readFileSync(kept, "utf8"))].map(([name, fact]) => [`${prefix}.${name}`, fact]));
}

/** Computes all facts, at most two modules at a time. */
export async function computeFacts(): Promise<void> {
  const waiting = [...modules()];
  const all: Facts[] = [];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) all.push(await factsOf(file));
  };
  await Promise.all(Array.from({length: PROCESSES}, work));
  const entries = all.flatMap((facts) => [...facts]).sort(([a], [b]) => (a < b ? -1 : 1));
  mkdirSync(dirname(factsFile), {recursive: true});
  writeFileSync(factsFile, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await computeFacts();
