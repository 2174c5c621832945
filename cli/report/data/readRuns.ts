/** Runs as plain data, for whoever looks at them. It needs Node alone: a dashboard takes a copy of this file with it. */
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {basename, join} from "node:path";

/** A measurement, as `metrics.jsonl` has it. */
interface Measured {
  readonly step: number;
  /** Since the run began, of training. */
  readonly seconds?: number;
  readonly [name: string]: unknown;
}

/** What a run wrote at a step. */
export interface Sampled {
  readonly step: number;
  readonly text: string;
}

/** A run, but for its states. */
export interface RunData {
  readonly name: string;
  readonly model: string;
  /** Steps at which it ends. */
  readonly steps: number;
  /** All settings: of the model, and of the run. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Where its text lies. */
  readonly corpus: readonly string[];
  readonly environment: Readonly<Record<string, unknown>>;
  /** Tokens that a step learns to predict, at most: of documents there may be fewer. */
  readonly tokensPerStep: number;
  readonly measured: readonly Measured[];
  readonly samples: readonly Sampled[];
}

type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a line that is being written, or that a kill has cut
  }
}

function recordIn(path: string): Values {
  const value = existsSync(path) ? parsed(readFileSync(path, "utf8")) : undefined;
  return isRecord(value) ? value : {};
}

/** The lines of a file that are records of a step, in the order of steps. */
function entriesIn(path: string): readonly (Values & {readonly step: number})[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .map(parsed)
    .filter(
      (entry): entry is Values & {readonly step: number} => isRecord(entry) && Number.isSafeInteger(entry["step"])
    )
    .sort((a, b) => a.step - b.step);
}

function tokensPerStep(config: Values): number {
  const [batch = 1, length = 1] = [config["batchSize"], config["seqLen"] ?? config["context"]].map(Number);
  return config["model"] === "transformer" || config["model"] === "recurrent" ? batch * length : batch;
}

/** The run in a folder; undefined if there is none. What is broken of it, as a kill leaves it, is left out. */
export function readRun(folder: string): RunData | undefined {
  const {command, model, steps, config: own, corpus, version: _, ...settings} = recordIn(join(folder, "config.json"));
  if (command !== "train" || typeof model !== "string" || !isRecord(own)) return undefined;
  const paths = isRecord(corpus) && Array.isArray(corpus["paths"]) ? corpus["paths"].map(String) : [];
  const config = {model, steps, ...own, ...settings};
  return {
    name: basename(folder),
    model,
    steps: Number(steps),
    config,
    corpus: paths,
    environment: recordIn(join(folder, "environment.json")),
    tokensPerStep: tokensPerStep(config),
    // measures of each parameter are long, and no curve shows them
    measured: entriesIn(join(folder, "metrics.jsonl")).map(({layers: _layers, ...entry}) => entry),
    samples: entriesIn(join(folder, "samples.jsonl")).map(({step, text}) => ({step, text: String(text)}))
  };
}

/** The runs of a folder, by their names; of a run’s own folder that one. */
export function readRuns(folder: string): readonly RunData[] {
  const own = readRun(folder);
  if (own !== undefined) return [own];
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .flatMap(({name}) => readRun(join(folder, name)) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, "en", {numeric: true}));
}
