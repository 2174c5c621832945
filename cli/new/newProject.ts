import {readFileSync} from "node:fs";
import {join} from "node:path";
import {packageFolder} from "../files/packageFolder.js";
import {version} from "../version.js";
import {writeProject} from "./writeProject.js";

/** Writes a project that uses this version of the library, or a later one that keeps its promises. */
export function newProject(dir: string, template: "pipeline" | "stage"): void {
  const manifest = readFileSync(join(packageFolder, "templates", template, "package.json"), "utf8");
  writeProject(dir, template, {
    "package.json": manifest.replace('"llm-first-principles": "*"', `"llm-first-principles": "^${version}"`)
  });
}
