import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {inject} from "vitest";
import {root} from "../../tools/root.js";

/** What a careful stranger's compiler checks. */
const strict = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false
};

/** A project of modules for one file of tests, in a folder of its own, that has the package installed. */
export function strangersProject(name: string): string {
  const folder = join(inject("installed"), "projects", name);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "package.json"), JSON.stringify({name, private: true, type: "module"}));
  symlinkSync(join(inject("installed"), "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** A tsconfig.json that compiles `src` to `out` as strictly as TypeScript can, with Node's types. */
export const strictConfig = (options: object = {}): string =>
  JSON.stringify({
    compilerOptions: {
      ...strict,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      outDir: "out",
      ...options
    },
    include: ["src"]
  });

/** Where TypeScript's compiler is. */
export const tsc = join(root, "node_modules/typescript/bin/tsc");
