/** Runs as plain data, for whoever looks at them. It needs Node alone: a dashboard takes a copy of this folder with it. */
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {readEventRun} from "./readEventRun.js";
import type {RunData} from "./runData.js";

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

/** The run of `llmfp train` in a folder; undefined if there is none. What is broken of it, as a kill leaves it, is left out. */
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

/** The runs of a folder, by their names, those of TensorBoard’s files too; of a run’s own folder that one. */
export function readRuns(folder: string): readonly RunData[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const own = readRun(folder) ?? readEventRun(folder);
  if (own !== undefined) return [own];
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .flatMap(({name}) => readRun(join(folder, name)) ?? readEventRun(join(folder, name)) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, "en", {numeric: true}));
}
