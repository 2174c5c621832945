import {readdirSync, readFileSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {packageFolder} from "../files/packageFolder.js";
import {writeProject} from "./writeProject.js";

/** What a dashboard and a report have in common, which each dashboard takes a copy of: how runs are read, and shown. */
function shared(folder: string): Readonly<Record<string, string>> {
  const from = join(packageFolder, "cli/report", folder);
  return Object.fromEntries(
    readdirSync(from).map((name) => [`src/${folder}/${name}`, readFileSync(join(from, name), "utf8")])
  );
}

/** Writes a dashboard of the runs in a folder. */
export function newDashboard(dir: string, runs: string): void {
  const from = relative(resolve(dir), resolve(runs)).replaceAll("\\", "/") || ".";
  const folder = readFileSync(join(packageFolder, "templates/dashboard/runsFolder.ts"), "utf8");
  writeProject(dir, "dashboard", {
    "runsFolder.ts": folder.replace('"../runs"', JSON.stringify(from)),
    ...shared("data"),
    ...shared("components")
  });
}
