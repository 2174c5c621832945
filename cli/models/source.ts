import {existsSync, openSync, readSync, closeSync, readFileSync, statSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {CommandError} from "../exit.js";

/** Where a model comes from. */
export type Source =
  | {readonly kind: "run"; readonly folder: string; readonly step?: number}
  | {readonly kind: "huggingFace"; readonly folder: string}
  | {readonly kind: "gguf"; readonly file: string};

/** The first bytes of a file, as letters. */
function beginningOf(path: string, bytes: number): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.toString("latin1", 0, readSync(file, buffer, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

/** Whether a folder has a run: its config.json says so. */
export function isRun(folder: string): boolean {
  try {
    const config: unknown = JSON.parse(readFileSync(join(folder, "config.json"), "utf8"));
    return typeof config === "object" && config !== null && Reflect.get(config, "command") === "train";
  } catch {
    return false;
  }
}

/**
 * What a name on the command line means: a run by its folder or its name among `runs`, one of its checkpoints, a folder of
 * Hugging Face’s, or a GGUF file.
 *
 * @throws CommandError for what is none of these.
 */
export function sourceOf(name: string, runs: string): Source {
  const named = join(runs, name);
  const path = existsSync(name) || !existsSync(named) ? name : named;
  if (!existsSync(path))
    throw new CommandError(
      name,
      "there is no such run, folder or file",
      [{name: "runs in", value: resolve(runs)}],
      HINT
    );
  if (statSync(path).isDirectory()) {
    if (isRun(path)) return {kind: "run", folder: path};
    if (existsSync(join(path, "config.json"))) return {kind: "huggingFace", folder: path};
  } else {
    const [, step] = /^step-(\d+)\.ckpt$/.exec(path.split(/[/\\]/).at(-1) ?? "") ?? [];
    const folder = dirname(dirname(resolve(path)));
    if (step !== undefined && isRun(folder)) return {kind: "run", folder, step: Number(step)};
    if (beginningOf(path, 4) === "GGUF") return {kind: "gguf", file: path};
  }
  throw new CommandError(name, "this is no run, no folder of Hugging Face’s and no GGUF file", [], HINT);
}

const HINT =
  "name a run such as shakespeare-transformer-1, a folder with config.json and model.safetensors, or a .gguf file";
