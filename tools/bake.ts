/**
 * `npm run bake`: runs each program whose result is kept and whose inputs have changed; names, such as
 * `markov/smoothing`, run those alone, and always. A program of facts exports `facts()`, and `claims(facts)` where pages
 * say something about them in words; any other, `NAME.kept.ts`, exports `value()`. One that takes long also exports
 * `firstSteps()`, whose hash is kept: tests replay that every time, and all of the shorter ones by turns.
 *
 * With `--replay`, a long run whose first steps give what they gave is kept as it is: for when the library has changed, and its
 * bits have not.
 *
 * The inputs are the program with all that it imports, module by module without comments, and the versions of the
 * packages it uses: so a comment changes nothing, and a changed formula is found by the build.
 */
import {createHash} from "node:crypto";
import {existsSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import {format} from "prettier";
import {factPrograms, keptBeside, readFacts} from "./kept.js";
import {root} from "./root.js";
import {run} from "./run.js";
import {nameOf} from "./nameOf.js";

const PROCESSES = 2;

export interface Program {
  /** What `npm run bake` calls it, such as `markov/smoothing`. */
  readonly name: string;
  readonly file: string;
  /** Where its result is kept. */
  readonly kept: string;
}

const others = (): readonly string[] =>
  readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".kept.ts"))
    .sort();

const named = (file: string): string =>
  file
    .replace(/^src\/(stages\/)?/, "")
    .replace(/(\.kept)?\.ts$/, "")
    .split("/")
    .map(nameOf)
    .filter((part) => part !== "data")
    .join("/");

/** Every program whose result is kept. */
export const programs = (): readonly Program[] => [
  ...[...factPrograms].map(([name, file]) => ({name: name.replace(".", "/"), file, kept: keptBeside(file)})),
  ...others().map((file) => ({name: named(file), file, kept: keptBeside(file)}))
];

/** For each program a hash of all that its result can depend on: bundled in one go, so that each module is read once. */
async function inputsOf(list: readonly Program[]): Promise<readonly string[]> {
  const {outputFiles, metafile} = await build({
    entryPoints: list.map(({file}) => file),
    absWorkingDir: root,
    outdir: "out",
    outbase: root,
    bundle: true,
    write: false,
    metafile: true,
    minifySyntax: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent"
  });
  const texts = new Map(outputFiles.map(({path, text}) => [relative(root, path).replaceAll("\\", "/"), text]));
  return list.map(({file}) => {
    const output = `out/${file.replace(/\.ts$/, ".js")}`;
    const bundle = texts.get(output);
    if (bundle === undefined) throw new Error(`${file}: its bundle is not among what was made`);
    // module by module, for their order says nothing, and changes when a module that is not used is imported before them
    const hash = createHash("sha256").update(
      bundle
        .split(/^(?=\/\/ \S+$)/m)
        .sort()
        .join("")
    );
    const imports = (metafile.outputs[output]?.imports ?? []).map(({path}) => path);
    for (const path of [...new Set(imports)].filter((path) => !path.startsWith("node:")).sort())
      hash.update(`${path} ${versionOf(path)}`);
    return hash.digest("hex").slice(0, 16);
  });
}

async function inputOf(program: Program): Promise<string> {
  const [inputs = ""] = await inputsOf([program]);
  return inputs;
}

function versionOf(specifier: string): string {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const file = join(root, "node_modules", name, "package.json");
  if (!existsSync(file)) return "";
  return String((JSON.parse(readFileSync(file, "utf8")) as {readonly version?: string}).version);
}

/** The hash that a kept result was made from; undefined if there is none. */
function keptInputs({kept}: Program): string | undefined {
  const file = join(root, kept);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as {readonly made?: {readonly inputs?: string}}).made?.inputs;
}

/** The programs whose kept result was made from something else than what is here now. */
export async function staleOnes(): Promise<readonly Program[]> {
  const all = programs();
  const now = await inputsOf(all);
  return all.filter((program, i) => keptInputs(program) !== now[i]);
}

async function bakeOne(program: Program): Promise<void> {
  const began = performance.now();
  const inputs = await inputOf(program);
  const {code, output, stdout} = await run("tools/bake-worker.ts", [program.file]);
  if (code !== 0) throw new Error(`${program.file}:\n${output}`);
  const {firstSteps, ...result} = JSON.parse(stdout) as {readonly firstSteps?: string};
  try {
    if ("facts" in result) readFacts(stdout);
  } catch (error) {
    throw new Error(`${program.file}: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
  }
  const first = firstSteps === undefined ? {} : {firstSteps};
  const made = {command: `npm run bake -- ${program.name}`, inputs, node: process.versions.node, ...first};
  const text = await format(JSON.stringify({made, ...result}), {
    parser: "json",
    printWidth: 120,
    bracketSpacing: false
  });
  writeFileSync(join(root, program.kept), text);
  console.log(`  ${program.name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/**
 * Keeps a long run as it is, under the inputs of now, if its first steps give what they gave when it was made: for changes of the
 * library that leave all bits alone. Says whether it could.
 */
async function replayOne(program: Program): Promise<boolean> {
  const file = join(root, program.kept);
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const before = (JSON.parse(kept) as {readonly made?: {readonly inputs: string; readonly firstSteps?: string}}).made;
  if (before?.firstSteps === undefined) return false;
  const {code, stdout} = await run("tools/bake-worker.ts", [program.file, "--first"]);
  if (code !== 0) return false;
  const {firstSteps} = JSON.parse(stdout) as {readonly firstSteps?: string};
  if (firstSteps !== before.firstSteps) return false;
  writeFileSync(file, kept.replace(before.inputs, await inputOf(program)));
  console.log(`  ${program.name}: the first steps are the same`);
  return true;
}

/** Runs programs, at most two at a time; with `replay`, only the first steps of those that had the same before. */
export async function bake(list: readonly Program[], replay = false): Promise<void> {
  const waiting = [...list];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      if (!(replay && (await replayOne(next)))) await bakeOne(next);
  };
  await Promise.all(Array.from({length: PROCESSES}, work));
}

/** Refuses to go on with results that what is here now did not make. */
export async function checkKept(): Promise<void> {
  const stale = await staleOnes();
  if (stale.length === 0) return;
  const list = stale.map(({name, kept}) => `  ${name} (${kept})`).join("\n");
  throw new Error(`what is kept was made by other code, or never: npm run bake\n${list}`);
}

/** Programs by name; a name of a folder is all that it has. */
function asked(names: readonly string[]): readonly Program[] {
  const all = programs();
  return names.flatMap((name) => {
    const found = all.filter((program) => program.name === name || program.name.startsWith(`${name}/`));
    if (found.length > 0) return found;
    throw new Error(`nothing is kept as ${name}; there are ${all.map((program) => program.name).join(", ")}`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const replay = process.argv.includes("--replay");
  const names = process.argv.slice(2).filter((name) => name !== "--replay");
  if (names.length > 0) await bake(asked(names), replay);
  // what is made from kept results is stale once they are made anew
  else for (let stale = await staleOnes(); stale.length > 0; stale = await staleOnes()) await bake(stale, replay);
}
