import {readFileSync} from "node:fs";
import {join} from "node:path";
import {modelNamed, type ModelName} from "../models/modelFields.js";
import {CommandError} from "../exit.js";
import {settingsOf} from "./settingsJson.js";
import type {RunSettings} from "./runSettings.js";

/** What a corpus is remembered by. */
interface CorpusRecord {
  /** As it was named, each where it lies. */
  readonly paths: readonly string[];
  /** The field of its records, if one was named. */
  readonly field?: string;
  /** Whether its text is kept in the run’s own `corpus.txt`, for it is nowhere else as it is. */
  readonly kept?: boolean;
  /** Of a text that is not held in memory: its bytes, and of those of its end, which is what is kept. */
  readonly streamed?: {readonly bytes: number; readonly end: number};
  readonly bytes: number;
  readonly sha256: string;
}

/** All that was decided of a run: `config.json`. */
export interface RunConfig extends RunSettings {
  readonly command: "train";
  /** Of the library. */
  readonly version: string;
  readonly model: ModelName;
  /** The stage’s, without its text. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly corpus: CorpusRecord;
  /** Whether measurements tell of each parameter too. */
  readonly layerMetrics: boolean;
}

/** What is asked of a run that a folder does not have. */
const noRun = (folder: string, rule: string, cause?: unknown): CommandError =>
  new CommandError(folder, rule, [], "name the folder of a run, such as runs/shakespeare-transformer-1", {cause});

/** @throws CommandError for a folder that has no run. */
export function readRunConfig(folder: string): RunConfig {
  let text: string;
  try {
    text = readFileSync(join(folder, "config.json"), "utf8");
  } catch (cause) {
    throw noRun(folder, "a run has a config.json that can be read", cause);
  }
  try {
    const config = settingsOf(text) as RunConfig;
    modelNamed("config.json: model", config.model);
    if (config.command === "train" && Array.isArray(config.corpus.paths)) return config;
  } catch (cause) {
    throw noRun(join(folder, "config.json"), "it is what `llmfp train` has written", cause);
  }
  throw noRun(join(folder, "config.json"), "it is what `llmfp train` has written");
}
