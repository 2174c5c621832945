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
  readonly ids?: boolean;
  readonly json?: boolean;
};

const EXAMPLE = `
llmfp export shakespeare-transformer-1 --to gguf --out shakespeare.gguf --dtype q8_0
llmfp export shakespeare-transformer-1 --to hf --out shakespeare-hf --best
llmfp export shakespeare-transformer-1 --to torch --out shakespeare-torch --ids
llmfp export ./my-llama --to gguf --out my-llama.gguf
llmfp export shakespeare-transformer-1 --to tensorboard --out logs/shakespeare`;

/** Flags of some forms alone. */
function refuseOthers(form: string, {dtype, ids, step, best}: Options): void {
  const models = {step, best};
  const others = {hf: {ids}, gguf: {ids}, torch: {dtype}, tensorboard: {dtype, ids, ...models}}[form];
  const given = Object.entries(others ?? {}).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new UsageError(`--${given[0]}`, `it is for other forms than ${form}`, [], "leave it out");
}

/** Writes a model for other engines. */
export function exportCommand(terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf(
    "export",
    "Write a transformer for other engines, Hugging Face’s, llama.cpp’s and PyTorch, or a run’s curves for TensorBoard",
    EXAMPLE
  )
    .argument("<model>", "a run by its name or folder, a folder of Hugging Face’s, or a .gguf file")
    .requiredOption(
      "--to <form>",
      "hf (a folder of Hugging Face’s), gguf (a file of llama.cpp’s), torch (both, with what PyTorch goes on with), or tensorboard (what a run has measured)"
    )
    .requiredOption("--out <path>", "the folder or the file to write")
    .option("--dtype <name>", "numbers: f32, f16, and of hf bf16, of gguf q8_0 and q4_0 (default: f32)")
    .option("--ids", "of torch: the text’s tokens go along, to learn from and to be judged by")
    .option("--json", "what was written, as a line of JSON");
  return addSourceFlags(command).action(async (name: string, options: Options) => {
    const form = oneOf("--to", options.to, ["hf", "gguf", "torch", "tensorboard"]);
    const {out = ""} = options;
    if (out === "") throw new UsageError("--out", "there is a path to write to", []);
    refuseOthers(form, options);
    const wrote = (bytes: number): void => {
      terminal.out(options.json === true ? jsonLine({out, form, bytes}) : `${out}: ${form}, ${size(bytes)}\n`);
      ended(EXIT.good);
    };
    if (form === "torch") {
      const {exportTorch} = await import("../export/exportTorch.js");
      const {runs, ids = false} = options;
      return wrote(exportTorch(name, out, {runs, which: whichOf(options), ids}));
    }
    if (form === "tensorboard") {
      const {exportEvents} = await import("../export/exportEvents.js");
      return wrote(exportEvents(name, options.runs, out));
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
