import {UsageError} from "../exit.js";
import {loadFile} from "./loadFile.js";
import type {LoadedModel} from "./loadedModel.js";
import {loadRun, type Which} from "./loadRun.js";
import {sourceOf} from "./source.js";

/** The model that a name on the command line means. */
export function load(name: string, runs: string, which: Which): LoadedModel {
  const source = sourceOf(name, runs);
  if (source.kind === "run")
    return loadRun(source.folder, {...(source.step !== undefined && {step: source.step}), ...which});
  if (which.step !== undefined || which.best === true)
    throw new UsageError(
      which.best === true ? "--best" : "--step",
      "a run has checkpoints; this is a file of one model"
    );
  return loadFile(source);
}
