import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {CommandError} from "../exit.js";
import {packageFolder} from "../files/packageFolder.js";
import {writeWhole} from "../files/writeWhole.js";
import {readRuns} from "./data/readRuns.js";
import type {RunData} from "./data/runData.js";
import {reportHtml, type ReportParts} from "./reportHtml.js";

/** The runs of folders, each once; where two have one name, each is called by its folder too. */
function runsOf(folders: readonly string[]): readonly RunData[] {
  const found = folders.flatMap((folder) => {
    const runs = readRuns(folder);
    if (runs.length > 0) return runs.map((run) => ({run, folder}));
    throw new CommandError(folder, "there is no run here", [], "name a run’s folder, or one that has runs in it");
  });
  const named = (name: string): number => found.filter(({run}) => run.name === name).length;
  return found.map(({run, folder}) => (named(run.name) > 1 ? {...run, name: `${folder}/${run.name}`} : run));
}

/** The script and the style of reports, as the package was built with them. */
function partsOf(): ReportParts {
  const script = join(packageFolder, "build/report/page.js");
  if (existsSync(script))
    return {
      script: readFileSync(script, "utf8"),
      style: readFileSync(join(packageFolder, "build/report/page.css"), "utf8")
    };
  throw new CommandError(script, "a report takes its script from the package as it is built", [], "npm run build:lib");
}

/** Writes a report, and returns how many runs it has and how many bytes. */
export function writeReport(folders: readonly string[], out: string): {readonly runs: number; readonly bytes: number} {
  const runs = runsOf(folders);
  const html = reportHtml(runs, partsOf());
  mkdirSync(dirname(resolve(out)), {recursive: true});
  writeWhole(out, html);
  return {runs: runs.length, bytes: Buffer.byteLength(html)};
}
