import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {reachedFrom} from "../../tools/imports.js";
import {root} from "../../tools/root.js";
import {pagePaths} from "./open.js";

const SHARDS = 9;

function git(...args: readonly string[]): string {
  try {
    return execFileSync("git", args, {cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"]});
  } catch {
    return ""; // a copy without history: nothing is known to have changed
  }
}

/** Files that differ from the last commit, and those that it changed itself. */
const changed = (): ReadonlySet<string> =>
  new Set([
    ...git("diff", "--name-only", "HEAD").split("\n"),
    ...git("show", "--name-only", "--format=", "HEAD").split("\n")
  ]);

/** The source of a page of the site. */
const pageOf = (path: string): string => {
  const plain = `src/${path}.md`;
  return path !== "" && existsSync(join(root, plain)) ? plain : `src/${path}index.md`;
};

/** A page's own files: itself and what it imports of its stage; the kit, which all share, is everybody's. */
const own = (path: string): ReadonlySet<string> =>
  reachedFrom([pageOf(path)], (file) => file.startsWith("src/") && !file.startsWith("src/components/"));

/** The pages that are tried deeply now. */
export function deepPaths(): readonly string[] {
  if (process.env["ALL_PAGES"] !== undefined) return pagePaths;
  const files = changed();
  const shard = Number.parseInt(git("rev-parse", "HEAD").slice(0, 6) || "0", 16) % SHARDS;
  return pagePaths.filter((path, i) => i % SHARDS === shard || [...own(path)].some((file) => files.has(file)));
}
