import type {Command} from "commander";
import {oneOf} from "llm-first-principles";
import {EXIT, UsageError} from "../exit.js";
import {size} from "../files/table.js";
import {jsonLine, type Terminal} from "../terminal.js";
import {commandOf} from "./command.js";
import {addSourceFlags, whichOf, type SourceFlags} from "./writingFlags.js";

type Options = SourceFlags & {
  readonly to: string;
  readonly out?: string;
  readonly dtype?: string;
  readonly json?: boolean;
};

const EXAMPLE = `
llmfp export shakespeare-transformer-1 --to gguf --out shakespeare.gguf --dtype q8_0
llmfp export shakespeare-transformer-1 --to hf --out shakespeare-hf --best
llmfp export ./my-llama --to gguf --out my-llama.gguf
llmfp export shakespeare-transformer-1 --to tensorboard --out logs/shakespeare`;

/** Curves are of a whole run, and have no states. */
function refuseOfModels({dtype, step, best}: Options): void {
  const given = Object.entries({dtype, step, best}).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new UsageError(`--${given[0]}`, "it is of models that are exported, and of no curves", [], "leave it out");
}

/** Writes a model for other engines. */
export function exportCommand(terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf(
    "export",
    "Write a transformer for other engines, Hugging Face’s and llama.cpp’s, or a run’s curves for TensorBoard",
    EXAMPLE
  )
    .argument("<model>", "a run by its name or folder, a folder of Hugging Face’s, or a .gguf file")
    .requiredOption(
      "--to <form>",
      "hf (a folder of Hugging Face’s), gguf (a file of llama.cpp’s), or tensorboard (what a run has measured)"
    )
    .requiredOption("--out <path>", "the folder or the file to write")
    .option("--dtype <name>", "numbers: f32, f16, and of hf bf16, of gguf q8_0 and q4_0 (default: f32)")
    .option("--json", "what was written, as a line of JSON");
  return addSourceFlags(command).action(async (name: string, options: Options) => {
    const form = oneOf("--to", options.to, ["hf", "gguf", "tensorboard"]);
    const {out = ""} = options;
    if (out === "") throw new UsageError("--out", "there is a path to write to", []);
    if (form === "tensorboard") {
      refuseOfModels(options);
      const {exportEvents} = await import("../export/exportEvents.js");
      const bytes = exportEvents(name, options.runs, out);
      terminal.out(options.json === true ? jsonLine({out, form, bytes}) : `${out}: ${form}, ${size(bytes)}\n`);
      return ended(EXIT.good);
    }
    const {DTYPES, exportedModel, exportModel} = await import("../export/exportModel.js");
    const dtype = oneOf("--dtype", (options.dtype ?? "f32").toUpperCase(), DTYPES[form]);
    const bytes = exportModel(exportedModel(name, options.runs, whichOf(options)), form, dtype, out);
    terminal.out(
      options.json === true ? jsonLine({out, form, dtype, bytes}) : `${out}: ${form}, ${dtype}, ${size(bytes)}\n`
    );
    ended(EXIT.good);
  });
}
