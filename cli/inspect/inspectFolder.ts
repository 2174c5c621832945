import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {readEntries} from "../files/journal.js";
import {checkpointPath, readBest, savedSteps} from "../runs/checkpoints.js";
import {partsOf} from "../runs/folders.js";
import {readRunConfig} from "../runs/runConfig.js";
import {inspectFile, inspectTensors} from "./inspectFile.js";
import type {Inspection} from "./inspection.js";

/** Bytes of all files in a folder and below. */
function bytesIn(folder: string): number {
  return readdirSync(folder, {withFileTypes: true}).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
  }, 0);
}

const record = (path: string): Readonly<Record<string, unknown>> =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, unknown>>) : {};

/** Of a run: what was decided, how far it came, and the tensors of its newest checkpoint. */
export function inspectRun(folder: string): Inspection {
  const {model, config, steps, version, corpus} = readRunConfig(folder);
  const parts = partsOf(folder);
  const saved = savedSteps(folder);
  const last = readEntries(parts.metrics).at(-1);
  const newest = saved.at(-1);
  const license = record(parts.data)["license"] ?? "unknown";
  return {
    kind: "run",
    path: folder,
    bytes: bytesIn(folder),
    metadata: {
      model,
      ...config,
      steps,
      version,
      corpus: {...corpus, license},
      environment: record(parts.environment),
      checkpoints: saved,
      best: readBest(folder) ?? null,
      samples: readEntries(parts.samples).length,
      lastMeasured: last ?? null
    },
    tensors: newest === undefined ? [] : inspectTensors(folder, readFileSync(checkpointPath(folder, newest))).tensors
  };
}

/** Of a folder of Hugging Face’s: its config, its tokenizer in short, and all tensors of its files. */
export function inspectHuggingFace(folder: string): Inspection {
  const names = readdirSync(folder).sort();
  const tokenizer = join(folder, "tokenizer.json");
  const files = names.filter((name) => name.endsWith(".safetensors")).map((name) => inspectFile(join(folder, name)));
  return {
    kind: "huggingFace",
    path: folder,
    bytes: bytesIn(folder),
    metadata: {
      ...record(join(folder, "config.json")),
      ...(existsSync(tokenizer) && {tokenizer: inspectFile(tokenizer).metadata}),
      files: names
    },
    tensors: files.flatMap(({tensors}) => tensors)
  };
}
