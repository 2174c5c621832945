import {mkdirSync, readFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {huggingFaceKind, writeGguf, writeHuggingFace, type ExportedModel} from "llm-first-principles/interop";
import {writeSafetensors, type StoredTensor} from "llm-first-principles/tensor";
import {CommandError} from "../exit.js";
import {packageFolder} from "../files/packageFolder.js";
import {writeFolder} from "../files/writeFolder.js";
import type {Which} from "../models/loadRun.js";
import {sourceOf} from "../models/source.js";
import {asCommand, exportedRun} from "./exportModel.js";
import {momentsOf, writeMoments} from "./torchMoments.js";
import {torchReadme} from "./torchReadme.js";
import {fsdpConfig, torchSettings, type Training} from "./torchSettings.js";

interface TorchOptions {
  readonly runs: string;
  readonly which: Which;
  /** Whether the ids of the text go along. */
  readonly ids: boolean;
}

const template = (name: string): Uint8Array => readFileSync(join(packageFolder, "templates/torch", name));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const idsAs = (ids: ArrayLike<number>): StoredTensor => ({
  dtype: "I32",
  shape: [ids.length],
  bytes: new Uint8Array(Int32Array.from(ids).buffer)
});

/** A GGUF file, or why there is none. */
function ggufOf(model: ExportedModel, name: string): Uint8Array | string {
  try {
    return asCommand(() => writeGguf({...model, name}));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return error.fault.rule;
  }
}

/** The class of a block in transformers, which FSDP keeps together. */
const LAYERS = {llama: "LlamaDecoderLayer", mistral: "MistralDecoderLayer", gpt2: "GPT2Block"} as const;

/**
 * Writes a folder with which PyTorch goes on where a run is: Hugging Face’s files, a GGUF file if llama.cpp can run the model,
 * a program that trains, what it is told of the run, and what the optimizer remembers. Returns how many bytes it has.
 *
 * @throws CommandError for what is no run of a transformer, or one of which no other engine has the form.
 */
export function exportTorch(name: string, out: string, {runs, which, ids}: TorchOptions): number {
  const source = sourceOf(name, runs);
  if (source.kind !== "run")
    throw new CommandError(
      name,
      "PyTorch goes on with a run of llmfp train’s, which has an optimizer and a text",
      [{name: "this is", value: source.kind === "gguf" ? "a GGUF file" : "a folder of Hugging Face’s"}],
      source.kind === "gguf" ? "write it by --to hf" : "transformers reads the folder as it is"
    );
  const {config, opened, state, model} = exportedRun(name, source, which);
  if (ids && config.corpus.streamed !== undefined)
    throw new CommandError(
      name,
      "the ids of a text larger than memory stay where they are",
      [{name: "bytes", value: String(config.corpus.bytes)}],
      "leave --ids out, and give train.py a text by --text"
    );
  const training = config.config as unknown as Training; // as a transformer’s fields have checked
  const held = opened.parts.held(0, Math.min(training.scored, opened.held.length));
  const {bitsPerByte, perplexity} = opened.informationOf(state.params, held);
  const called = basename(resolve(out)).replace(/[^A-Za-z0-9._-]+/g, "-");
  const files = new Map(asCommand(() => writeHuggingFace(model)));
  const gguf = ggufOf(model, called);
  if (typeof gguf !== "string") files.set("model.gguf", gguf);
  for (const file of ["train.py", "requirements.txt"]) files.set(file, template(file));
  const kind = huggingFaceKind(model.config);
  files.set("fsdp.yaml", bytes(fsdpConfig(LAYERS[kind === "llama" && model.config.window > 0 ? "mistral" : kind])));
  const settings = torchSettings(training, {step: state.step, documents: opened.documents});
  files.set("training/settings.json", bytes(`${JSON.stringify(settings, undefined, 2)}\n`));
  const moments = momentsOf(state.optimizer, training.optimizer);
  // in a folder of its own, since vLLM takes all safetensors beside the model for its weights
  if (moments !== undefined) files.set("training/optimizer.safetensors", writeMoments(model.config, moments));
  if (ids) {
    const tensors = new Map([
      ["train", idsAs(opened.train)],
      ["held", idsAs(held.ids)]
    ]);
    files.set("training/tokens.safetensors", writeSafetensors({tensors}));
  }
  files.set(
    "README.md",
    bytes(
      torchReadme({
        name: called,
        run: basename(resolve(source.folder)),
        step: state.step,
        training,
        headDim: model.config.headDim,
        heldOut: {loss: Math.log(perplexity), bitsPerByte, tokens: held.ids.length},
        hasMoments: moments !== undefined,
        hasTokens: ids,
        withoutGguf: typeof gguf === "string" ? gguf : undefined
      })
    )
  );
  mkdirSync(dirname(resolve(out)), {recursive: true});
  writeFolder(out, files);
  return [...files.values()].reduce((sum, {length}) => sum + length, 0);
}
