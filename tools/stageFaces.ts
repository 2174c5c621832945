/**
 * The faces of stages: `lib/stages/01-markov/index.ts` is `llm-first-principles/stages/markov`, and for pages
 * `/lib/stages/markov.js`; a second face, `tensors.ts`, keeps the tensor engine from those who do not ask for it. Run by
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
        filesIn(`lib/stages/${slug}`, /^(index|tensors)\.ts$/).map((file) => {
          const part = file.endsWith("/index.ts") ? "" : "/tensors";
          return [`stages/${nameOf(slug)}${part}`, file] as const;
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
