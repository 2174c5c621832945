import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {CommandError, UsageError} from "../exit.js";
import {writeWhole} from "../files/writeWhole.js";
import {modelNamed, type ModelName} from "../models/modelFields.js";
import {checkRunName} from "../runs/folders.js";
import {settingsOf, settingsText} from "../runs/settingsJson.js";
import {version} from "../version.js";
import type {Settings} from "./vary.js";

/** One run of a sweep. */
export interface Trial {
  /** Of its folder. */
  readonly name: string;
  /** What it has of its own. */
  readonly settings: Settings;
}

/** All that was decided of a sweep: `sweep.json`, in the folder that its runs lie in. */
export interface SweepPlan {
  readonly command: "sweep";
  readonly version: string;
  readonly model: ModelName;
  /** Where the text lies. */
  readonly corpus: readonly string[];
  /** Of records, if it was named. */
  readonly field?: string;
  readonly license: string;
  /** Steps of each trial, unless they are varied. */
  readonly steps: number;
  /** What all trials have in common, of what was told. */
  readonly settings: Settings;
  readonly trials: readonly Trial[];
}

const planPath = (folder: string): string => join(folder, "sweep.json");

/** Names as long as each other, so that they stand in order. */
const trialName = (i: number, count: number): string => `trial-${String(i + 1).padStart(String(count).length, "0")}`;

/** Makes the folder of a new sweep, and writes down what was decided. @throws UsageError for a name that is taken, or none. */
export function newSweep(
  runs: string,
  name: string,
  {corpus, ...plan}: Omit<SweepPlan, "command" | "version" | "trials">,
  trials: readonly Settings[]
): {readonly folder: string; readonly plan: SweepPlan} {
  const folder = join(runs, checkRunName("--name", name));
  if (existsSync(folder))
    throw new UsageError(
      "--name",
      "a new sweep has a name that is free",
      [{name: "there is", value: folder}],
      `go on with it by --resume ${name}, or choose another name`
    );
  const whole: SweepPlan = {
    command: "sweep",
    version,
    ...plan,
    corpus: corpus.map((path) => resolve(path)),
    trials: trials.map((settings, i) => ({name: trialName(i, trials.length), settings}))
  };
  mkdirSync(folder, {recursive: true});
  writeWhole(planPath(folder), settingsText(whole));
  return {folder, plan: whole};
}

/** @throws CommandError for a folder that has no sweep. */
export function readSweep(runs: string, name: string): {readonly folder: string; readonly plan: SweepPlan} {
  const folder = join(runs, checkRunName("--resume", name));
  try {
    const plan = settingsOf(readFileSync(planPath(folder), "utf8")) as SweepPlan;
    modelNamed("sweep.json: model", plan.model);
    if (plan.command === "sweep" && Array.isArray(plan.trials)) return {folder, plan};
  } catch (cause) {
    throw new CommandError(folder, "a sweep has a sweep.json that can be read", [], "name a sweep of llmfp’s", {cause});
  }
  throw new CommandError(folder, "its sweep.json is what `llmfp sweep` has written");
}
