/**
 * The faces of stages: `lib/stages/01-markov/index.ts` is `llm-first-principles/stages/markov`, and for pages
 * `/lib/stages/markov.js`; further faces keep the tensor engine from those who do not ask
 * for it: `tensors.ts` has what needs it, and `fields.ts` the descriptions of configs alone. Run by
 * itself, this gives the compiled library the files that its `exports` name.
 */
import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path/posix";
import {pathToFileURL} from "node:url";
import {root} from "./root.js";
import {filesIn} from "./filesIn.js";
import {nameOf} from "./nameOf.js";

/** Sources of all faces by what `exports` calls them, such as `stages/markov` and `stages/autodiff/tensors`. */
export const stageFaces = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(root, "lib/stages"))
      .sort()
      .flatMap((slug) =>
        filesIn(`lib/stages/${slug}`, /^(index|tensors|fields)\.ts$/).map((file) => {
          const part = /(\w+)\.ts$/.exec(file)![1]!;
          return [`stages/${nameOf(slug)}${part === "index" ? "" : `/${part}`}`, file] as const;
        })
      )
  );

/** Writes `build/stages/markov.js` and its types, which hand on what `build/stages/01-markov/index.js` exports. */
function writeFaces(): void {
  for (const [name, file] of Object.entries(stageFaces())) {
    const to = join(root, "build", name);
    const compiled = join(root, "build", file.replace(/^lib\//, "").replace(/\.ts$/, ".js"));
    const line = `export * from "./${relative(dirname(to), compiled)}";\n`.replace('"./../', '"../');
    mkdirSync(dirname(to), {recursive: true});
    for (const ending of [".js", ".d.ts"]) writeFileSync(to + ending, line);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFaces();
