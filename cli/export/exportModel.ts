import {mkdirSync} from "node:fs";
import {basename, dirname, resolve} from "node:path";
import {ConfigError} from "llm-first-principles";
import {writeGguf, writeHuggingFace, type ExportedModel} from "llm-first-principles/interop";
import {CommandError} from "../exit.js";
import {writeFolder} from "../files/writeFolder.js";
import {writeWhole} from "../files/writeWhole.js";
import {readModel} from "../models/loadFile.js";
import {openRun, type Which} from "../models/loadRun.js";
import type {State} from "../models/openModel.js";
import {sourceOf, type Source} from "../models/source.js";
import type {TransformerParams} from "llm-first-principles/transformer";

/** The kinds of numbers that a form of files has. */
export const DTYPES = {hf: ["F32", "F16", "BF16"], gguf: ["F32", "F16", "Q8_0", "Q4_0"]} as const;
type Form = keyof typeof DTYPES;

/** The model of a run, a folder or a file, as it is handed to other engines. @throws CommandError for a run of another kind. */
export function exportedModel(name: string, runs: string, which: Which): ExportedModel {
  const source = sourceOf(name, runs);
  if (source.kind !== "run") return readModel(source);
  return exportedRun(name, source, which).model;
}

type RunSource = Extract<Source, {readonly kind: "run"}>;

/** A run of a transformer, as it was opened, and its model. @throws CommandError for a run of another kind. */
export function exportedRun(name: string, source: RunSource, which: Which) {
  const {config, opened, state} = openRun(source.folder, {
    ...(source.step !== undefined && {step: source.step}),
    ...which
  });
  if (opened.transformer === undefined)
    throw new CommandError(
      name,
      "other engines run transformers",
      [{name: "model", value: config.model}],
      "train one with --model transformer"
    );
  const {params} = state as State & {readonly params: TransformerParams}; // as a transformer’s state has
  const model = {config: opened.transformer.config, params, tokenizer: opened.tokenizer};
  return {config, opened, state, model};
}

/** What a library refuses of a model, in the words of the command line. */
export function asCommand<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    const {rule, found, hint} = cause.fault;
    const characters = hint?.includes("characterTokenizer") === true;
    throw new CommandError("export", rule, found, characters ? ENDLESS : hint, {cause});
  }
}

const ENDLESS = "write it by --to hf";

/** Writes a model for other engines, and returns how many bytes it has. @throws CommandError for one that they cannot run. */
export function exportModel(model: ExportedModel, form: Form, dtype: string, out: string): number {
  mkdirSync(dirname(resolve(out)), {recursive: true});
  return asCommand(() => written(model, form, dtype, out));
}

function written(model: ExportedModel, form: Form, dtype: string, out: string): number {
  if (form === "gguf") {
    const file = writeGguf({...model, name: basename(out).replace(/\.gguf$/, ""), type: dtype as "F32"}); // as was looked at
    writeWhole(out, file);
    return file.length;
  }
  const files = writeHuggingFace({...model, dtype: dtype as "F32"});
  writeFolder(out, files);
  return [...files.values()].reduce((sum, {length}) => sum + length, 0);
}
