/** `npm run build`: the whole site into dist/. What Framework only warns about fails here. */
import {rmSync} from "node:fs";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {checkSite} from "./check-site.js";
import {checkKept} from "./bake.js";
import {finish} from "./finish.js";
import {buildKernels} from "./kernels.js";
import {buildLibrary} from "./library.js";
import {writeLicenses} from "./licenses/siteLicenses.js";
import {buildNotebooks} from "./notebook/buildNotebooks.js";
import {root} from "./root.js";
import {writeCorpora} from "./pageCorpora.js";
import {writeReference} from "./reference/writeReference.js";
import {observable, run} from "./run.js";

/** Lines of Framework's output that mean a defect of the site, although it exits 0. */
const defects = /warning|broken link|↳ \/|non-local|not found|could not resolve|SyntaxError|ENOENT/i;

async function framework(base: string): Promise<void> {
  const {code, output} = await run(observable, ["build"], {SITE_BASE: base, NO_COLOR: "1", LATE_FORMULAS: "1"});
  const lines = stripVTControlCharacters(output).split("\n");
  const bad = lines.filter((line) => defects.test(line));
  if (code !== 0) throw new Error(lines.slice(-40).join("\n"));
  if (bad.length > 0) throw new Error(bad.join("\n"));
}

async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now();
  const done = await work();
  console.log(`${name.padEnd(10)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return done;
}

const base = `/${(process.env["SITE_BASE"] ?? "/").split("/").filter(Boolean).join("/")}/`.replace("//", "/");

try {
  for (const old of ["dist", "src/.observablehq/cache"]) rmSync(join(root, old), {recursive: true, force: true});
  await step("kernels", buildKernels);
  const library = await step("library", buildLibrary);
  await step("corpora", writeCorpora);
  await step("reference", writeReference);
  await step("kept", checkKept);
  await step("framework", () => framework(base));
  await step("finish", () => finish(base));
  const notebooks = await step("notebooks", buildNotebooks);
  await step("licenses", () => writeLicenses(library.concat(notebooks)));
  await step("check", () => checkSite(base));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
