/**
 * After the pages: what a reader needs who edits one, in a folder of its own that nobody else loads. Its name is made of
 * what is in it, so that a host's old files never meet new ones.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import {createHash} from "node:crypto";
import type {Notebook} from "../../src/components/notebook/cell.js";
import type {Manifest} from "../../src/components/notebook/answers.js";
import {pagesOf} from "../finish.js";
import type {Bundled} from "../licenses/bundled.js";
import {root} from "../root.js";
import {notebookOf} from "./cellsOfSource.js";
import {notebookPrograms} from "./notebookPrograms.js";
import {offered} from "./offered.js";

/** All files below a folder; none where no page needed one. */
const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, encoding: "utf8"}).map((file) => file.replaceAll("\\", "/"))
    : [];

/** Files that pages load by name, where Framework has put them, seen from the folder of notebooks. */
function siteFiles(site: string): Readonly<Record<string, string>> {
  const all = filesBelow(join(site, "_file"));
  return Object.fromEntries(
    all
      .filter((file) => /\.[0-9a-f]{8}\.\w+$/.test(file))
      .map((file) => [file.replace(/\.[0-9a-f]{8}(?=\.\w+$)/, ""), `../../_file/${file}`])
  );
}

/** The style sheet of formulas, with the fonts that the site has cut down; none where no page has a formula. */
function mathStyles(site: string): Readonly<Record<string, string>> {
  const found = filesBelow(join(site, "_npm")).find((file) => /katex[^/]*\/.*\.css$/.test(file));
  return found === undefined ? {} : {katex: `../../_npm/${found}`};
}

/** Writes the notebooks of a finished site, offers each page's on it, and says what of others is in them. */
export async function buildNotebooks(): Promise<readonly Bundled[]> {
  const site = join(root, "dist");
  const pages = pagesOf(site).filter((page) => /^(playground|stages)\//.test(page));
  const notebooks = new Map<string, Notebook>(
    pages.map((page) => page.replace(/\.html$/, "")).map((name) => [name, notebookOf(name)])
  );
  const {texts, bundled, ...lists} = await notebookPrograms(notebooks.values());
  const manifest: Manifest = {...lists, files: siteFiles(site), styles: mathStyles(site)};
  const written = new Map<string, string>([
    ...texts,
    ["manifest.json", JSON.stringify(manifest)],
    ...[...notebooks].map(([name, notebook]) => [`pages/${name}.json`, JSON.stringify(notebook)] as const)
  ]);
  const hash = createHash("sha256");
  for (const [name, text] of written) hash.update(name).update(text);
  const folder = `_notebook/${hash.digest("hex").slice(0, 8)}`;
  for (const [name, text] of written) {
    const file = join(site, folder, name);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  for (const name of notebooks.keys()) {
    const file = join(site, `${name}.html`);
    writeFileSync(file, offered(readFileSync(file, "utf8"), `${posix.relative(posix.dirname(name), folder)}/`, name));
  }
  return bundled;
}
