/** What `/lib/index.js` and its like mean, as pages write them: the sources that the site bundles, for Node and vitest. */
import {existsSync, readdirSync} from "node:fs";
import {dirname, join, resolve as resolvePath} from "node:path";
import {fileURLToPath} from "node:url";
import {nameOf} from "./nameOf.js";

const root = resolvePath(dirname(fileURLToPath(import.meta.url)), "..");

/** @param {string} id @returns {string | undefined} the file of the project that an address of the site means */
export function sourceOf(id) {
  const [, name, part] = /^(?:\/lib|llm-first-principles)\/stages\/([\w-]+)(?:\/(\w+))?(?:\.js)?$/.exec(id) ?? [];
  if (name !== undefined) {
    const folder = readdirSync(join(root, "lib/stages")).find((slug) => nameOf(slug) === name);
    return present(join(root, `lib/stages/${folder}/${part ?? "index"}.ts`));
  }
  const [, face] = /^(?:\/lib|llm-first-principles)\/(\w+)(?:\.js)?$/.exec(id) ?? [];
  if (face !== undefined) return present(join(root, `lib/${face}.ts`)) ?? present(join(root, `tools/${face}-entry.ts`));
  return id === "llm-first-principles" ? join(root, "lib/index.ts") : undefined;
}

const present = (file) => (existsSync(file) ? file : undefined);
