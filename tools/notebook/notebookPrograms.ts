/** All that notebooks load but the pages themselves: on the page, in its frame, and for cells. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {build, type Plugin} from "esbuild";
import type {Manifest} from "../../src/components/notebook/answers.js";
import type {Notebook} from "../../src/components/notebook/cell.js";
import {bundledOf, type Bundled} from "../licenses/bundled.js";
import {root} from "../root.js";
import {cellModules, workerScripts} from "./cellModules.js";
import {frameHtml} from "./frameHtml.js";
import {kit} from "./kit.js";
import {common} from "./options.js";
import {frameProgram, pagePrograms} from "./programs.js";
import {siteModules} from "./siteModules.js";

const source = "src/components/notebook";
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const bundle = async (entry: string, plugins: readonly Plugin[]) => {
  const {outputFiles, metafile} = await build({
    ...common,
    write: false,
    metafile: true,
    entryPoints: [entry],
    plugins: [...plugins]
  });
  return {text: outputFiles[0]?.text ?? "", bundled: bundledOf(metafile)};
};

interface Programs extends Pick<Manifest, "modules" | "imports" | "workers"> {
  /** Texts by their names in the folder of notebooks. */
  readonly texts: ReadonlyMap<string, string>;
  /** What of others is in them. */
  readonly bundled: readonly Bundled[];
}

export async function notebookPrograms(notebooks: Iterable<Notebook>): Promise<Programs> {
  const [{files, modules, imports, bundled}, workers, frame, page, fileFormats] = await Promise.all([
    cellModules(notebooks),
    workerScripts(),
    bundle(frameProgram, [kit, siteModules]),
    bundle(pagePrograms.notebook, [kit]),
    bundle(pagePrograms.files, [kit])
  ]);
  const css = (file: string) => read(`${source}/${file}`);
  const inputsCss = read("node_modules/@observablehq/inputs/dist/index.css");
  return {
    texts: new Map<string, string>([
      ["notebook.js", page.text],
      ["files.js", fileFormats.text],
      ["page.css", css("page.css")],
      ["frame.js", frame.text],
      ["frame.css", `${inputsCss}\n${css("frame/frame.css")}`],
      ["frame.html", frameHtml(css("frame/frame.html"))],
      ...[...files].map(([name, text]) => [`modules/${name}`, text] as const),
      ...[...workers.files].map(([name, text]) => [`workers/${name}.js`, text] as const)
    ]),
    modules,
    imports,
    workers: Object.fromEntries(
      [...workers.files.keys()].map((name) => [`/lib/workers/${name}.js`, `workers/${name}.js`])
    ),
    bundled: [bundled, ...[workers, frame, page, fileFormats].map((one) => one.bundled)].flat()
  };
}
