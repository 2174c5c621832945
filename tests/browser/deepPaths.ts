import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {reachedFrom} from "../../tools/imports.js";
import {root} from "../../tools/root.js";
import {pagePaths} from "./open.js";
import {sampled} from "./sample.js";

/** A page of each stage and of each kind, none of which trains for long. */
const SAMPLE: readonly string[] = [
  "recipes",
  "dashboards/optimizers",
  "stages/00-prelude/vectors",
  "stages/01-markov/maximum-likelihood",
  "stages/02-autodiff/tensors",
  "stages/03-neural-lm/mistakes",
  "stages/04-optimization/momentum",
  "stages/05-attention/masking",
  "stages/06-transformer/depth"
];

/** Files that differ from the last commit. */
function edited(): ReadonlySet<string> {
  try {
    const names = execFileSync("git", ["diff", "--name-only", "HEAD"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    });
    return new Set(names.split("\n"));
  } catch {
    return new Set(); // a copy without history: nothing is known to have changed
  }
}

/** The source of a page of the site. */
const pageOf = (path: string): string => {
  const plain = `src/${path}.md`;
  return path !== "" && existsSync(join(root, plain)) ? plain : `src/${path}index.md`;
};

/** A page's own files: itself and what it imports of its stage; the kit, which all share, is everybody's. */
const own = (path: string): ReadonlySet<string> =>
  reachedFrom([pageOf(path)], (file) => file.startsWith("src/") && !file.startsWith("src/components/"));

/** The pages that are tried deeply now. The same work has the same tests whatever commit it lies in. */
export function deepPaths(): readonly string[] {
  const sample = sampled(pagePaths, SAMPLE);
  const files = edited();
  return pagePaths.filter((path) => sample.includes(path) || [...own(path)].some((file) => files.has(file)));
}
