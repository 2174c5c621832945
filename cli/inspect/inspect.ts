import {existsSync, statSync} from "node:fs";
import {join} from "node:path";
import {isRun, sourceOf} from "../models/source.js";
import {inspectFile} from "./inspectFile.js";
import {inspectHuggingFace, inspectRun} from "./inspectFolder.js";
import type {Inspection} from "./inspection.js";

/** What a name on the command line means, looked at. @throws CommandError, FormatError */
export function inspect(name: string, runs: string): Inspection {
  if (existsSync(name) && statSync(name).isFile()) return inspectFile(name);
  const path = existsSync(name) ? name : join(runs, name);
  if (isRun(path)) return inspectRun(path);
  const source = sourceOf(name, runs);
  return source.kind === "huggingFace" ? inspectHuggingFace(source.folder) : inspectFile(name);
}
