/** Modules that cells may import: one build for all, so that Plot and d3 share one d3, and the library's faces one library. */
import {join} from "node:path";
import {readdirSync} from "node:fs";
import {build, type Metafile} from "esbuild";
import type {Notebook} from "../../src/components/notebook/cell.js";
import {packageOf} from "../../src/components/notebook/specifiers.js";
import {filesIn} from "../filesIn.js";
import {bundledOf, type Bundled} from "../licenses/bundled.js";
import {root} from "../root.js";
import {stageFaces} from "../stageFaces.js";
import {stageFolders} from "../stageFolders.js";
import {kit} from "./kit.js";
import {common} from "./options.js";
import {cellPrograms} from "./programs.js";
import {fileOfAddress, siteModules} from "./siteModules.js";

/** Packages by the names that cells may give them: the whole of each, where pages have what they use. */
const packages: Readonly<Record<string, string>> = {
  "npm:@observablehq/plot": "@observablehq/plot",
  "npm:@observablehq/inputs": "@observablehq/inputs",
  "npm:d3": "d3",
  "npm:htl": "htl",
  "npm:rxjs": "rxjs",
  ...cellPrograms,
  "notebook:md": "./node_modules/@observablehq/notebook-kit/dist/src/runtime/stdlib/md.js"
};

/** Faces of the library by their addresses on the site, and the cuts of other libraries that pages use. */
const faces = (): readonly string[] => [
  ...["index", "tensor", "scalar", "transformer", "tokenizers", "interop"].map((name) => `/lib/${name}.js`),
  ...Object.keys(stageFaces()).map((name) => `/lib/${name}.js`),
  ...readdirSync(join(root, "tools"))
    .filter((file) => /^(?!sandbox)\w+-entry\.ts$/.test(file))
    .map((file) => `/lib/${file.replace("-entry.ts", "")}.js`)
];

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)["'](\/[^"'\n]+\.js)["']/g;

/** What the cells of the book's notebooks import by addresses of the site. */
const importedBy = (notebooks: Iterable<Notebook>): ReadonlySet<string> =>
  new Set(
    [...notebooks].flatMap(({cells}) =>
      cells.flatMap(({value}) => [...value.matchAll(IMPORTED)].map(([, specifier = ""]) => specifier))
    )
  );

const named = (specifier: string): string => specifier.replace(/^\W+|\.js$/g, "").replace(/\W+/g, "-");

/** Of each file, what it imports as it is loaded; what it may import later is asked for then. */
const importsOf = (outputs: Metafile["outputs"], folder: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(outputs).map(([file, {imports}]) => [
      file.slice(folder.length),
      imports.filter(({kind}) => kind === "import-statement").map(({path}) => path.slice(folder.length))
    ])
  );

interface Built {
  /** Texts by their names. */
  readonly files: ReadonlyMap<string, string>;
  readonly modules: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, readonly string[]>>;
  readonly bundled: readonly Bundled[];
}

export async function cellModules(notebooks: Iterable<Notebook>): Promise<Built> {
  const specifiers = new Map<string, string>(Object.entries(packages));
  for (const address of new Set([...faces(), ...importedBy(notebooks)])) {
    const file = fileOfAddress(address);
    if (file === undefined) throw new Error(`a notebook imports ${address}, and there is no such module`);
    specifiers.set(address, file);
  }
  const {outputFiles, metafile} = await build({
    ...common,
    plugins: [kit, siteModules],
    conditions: ["es2015"],
    splitting: true,
    write: false,
    metafile: true,
    outdir: "modules",
    entryNames: "nb-[name]",
    chunkNames: "nb-[name]-[hash]",
    entryPoints: [...specifiers].map(([specifier, file]) => ({in: file, out: named(specifier)}))
  });
  // a module of the frame has no address that a relative one could be read against
  const late = (text: string) => text.replace(/\bimport\("\.\/(nb-[\w.-]+\.js)"\)/g, 'notebookImport("$1")');
  const modules: Record<string, string> = {};
  for (const specifier of specifiers.keys()) {
    const file = `nb-${named(specifier)}.js`;
    modules[specifier] = file;
    const outside = packageOf(specifier);
    // the whole of a package has its name, whatever part of it pages use
    if (!outside.startsWith("/") && !outside.includes(":")) modules[outside] ??= file;
  }
  for (const name of Object.keys(modules))
    if (!/^(npm:|notebook:|\/)/.test(name)) modules[`npm:${name}`] ??= modules[name] ?? "";
  return {
    files: new Map(outputFiles.map(({path, text}) => [path.replaceAll("\\", "/").split("/").at(-1) ?? "", late(text)])),
    modules,
    imports: importsOf(metafile.outputs, "modules/"),
    bundled: bundledOf(metafile)
  };
}

/** Scripts of the book's workers, each in one file: classic ones, for an origin without a name starts no workers of modules. */
export async function workerScripts(): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly bundled: readonly Bundled[];
}> {
  const entries = stageFolders.flatMap(({slug, name}) =>
    filesIn(`src/stages/${slug}`, /^worker(-\w+)?\.ts$/).map((file) => ({
      in: file,
      out: `${name}${/worker(-\w+)?\.ts$/.exec(file)?.[1] ?? ""}`
    }))
  );
  const {outputFiles, metafile} = await build({
    ...common,
    plugins: [siteModules],
    conditions: ["es2015"],
    write: false,
    metafile: true,
    outdir: "workers",
    format: "iife",
    logOverride: {"empty-import-meta": "silent"}, // such a script has no address of its own, and opens no threads
    entryPoints: entries
  });
  const files = new Map(
    outputFiles.map(({path, text}) => [path.replaceAll("\\", "/").split("/").at(-1)?.replace(/\.js$/, "") ?? "", text])
  );
  return {files, bundled: bundledOf(metafile)};
}
