/** dist/licenses.txt: whatever of others is in the site, with its licenses. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {root} from "../root.js";
import type {Bundled} from "./bundled.js";
import {licensesText, unlisted} from "./licensesText.js";

const INTRO = `What others made and this site has in it: programs that are bundled, fonts, and texts. The book's own
licenses are LICENSE (its code) and LICENSE-BOOK (its words) in its repository.`;

const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** What no bundler says: what is compiled into the kernels, fonts, and texts that are data of the site. */
function besides(): readonly string[] {
  const {devDependencies} = JSON.parse(read("package.json")) as {readonly devDependencies: object};
  const served = Object.keys(devDependencies).filter((name) =>
    /^@fontsource-variable\/|^@stdlib\/datasets-/.test(name)
  );
  return ["assemblyscript", "@observablehq/inputs", ...served].map((name) => `node_modules/${name}`);
}

/** The folder of a package as another one finds it; undefined where it is not installed. */
function installed(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A package with all that it depends on. */
function withDependencies(folder: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(folder)) return known;
  known.add(folder);
  const {dependencies = {}} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly dependencies?: object;
  };
  for (const name of Object.keys(dependencies)) {
    const found = installed(name, folder);
    if (found !== undefined) withDependencies(found, known);
  }
  return known;
}

const IMPORT = /^import [^"]*"((?:@[\w.-]+\/)?[\w.-]+)[^":]*";?$/gm;

/** Framework and what it bundles into the scripts of its own: what they import by name, and what that depends on. */
function ofFramework(): readonly string[] {
  const framework = join(root, "node_modules/@observablehq/framework");
  const client = join(framework, "dist/client");
  const names = readdirSync(client)
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => [...readFileSync(join(client, file), "utf8").matchAll(IMPORT)].map(([, name = ""]) => name))
    .filter((name) => !name.includes(":") && !/^(npm|observablehq)$/.test(name));
  const folders = names.flatMap((name) => installed(name, framework) ?? []);
  return [framework, ...folders.flatMap((folder) => [...withDependencies(folder)])];
}

/** Packages whose files the site serves under their own names. */
export function servedNames(site: string): readonly string[] {
  return ["_npm", "_node"]
    .flatMap((folder) => {
      const all = existsSync(join(site, folder)) ? readdirSync(join(site, folder)) : [];
      return all.flatMap((name) =>
        name.startsWith("@") ? readdirSync(join(site, folder, name)).map((rest) => `${name}/${rest}`) : name
      );
    })
    .map((name) => name.replace(/(?<=.)@[^@]*$/, ""));
}

/** Whether a file of the library's bundles was taken into the site, where names have hashes. */
function isShipped(files: ReadonlySet<string>, file: string): boolean {
  const inLibrary = /(?:^|\/)src\/(lib\/.*)\.\w+$/.exec(file)?.[1];
  return inLibrary === undefined || files.has(inLibrary);
}

/** Writes the licenses of a built site. @throws Error for a package that names none, or that is served and not listed. */
export function writeLicenses(bundles: readonly Bundled[]): void {
  const site = join(root, "dist");
  const all = readdirSync(site, {recursive: true, encoding: "utf8"}).map((file) => file.replaceAll("\\", "/"));
  const shipped = new Set(all.map((file) => file.replace(/^_(import|file)\//, "").replace(/\.[0-9a-f]{8}\.\w+$/, "")));
  const bundled = bundles.filter(({file}) => isShipped(shipped, file)).flatMap(({packages}) => packages);
  const served = servedNames(site).map((name) => `node_modules/${name}`);
  const folders = [...bundled, ...served, ...besides()].map((folder) => join(root, folder));
  const text = licensesText(INTRO, [...folders, ...ofFramework()]);
  const missing = unlisted(text, servedNames(site));
  if (missing.length > 0) throw new Error(`licenses.txt does not list ${missing.join(", ")}`);
  writeFileSync(join(site, "licenses.txt"), text);
}
