import type {Command} from "commander";
import {CommandError, EXIT, UsageError} from "../exit.js";
import {table} from "../files/table.js";
import type {Judged} from "../models/loadedModel.js";
import {jsonLine, type Terminal} from "../terminal.js";
import {commandOf} from "./command.js";
import {addSourceFlags, whichOf, type SourceFlags} from "./writingFlags.js";

type Options = SourceFlags & {readonly field?: string; readonly json?: boolean};

const EXAMPLE = `
llmfp eval shakespeare-transformer-1                what was held out of its own text
llmfp eval shakespeare-transformer-1 hamlet.txt --best --json
llmfp eval model.gguf hamlet.txt`;

const whole = (x: number): string => x.toLocaleString("en");

const shown = (judged: Judged): string =>
  table([
    ["nats a token", judged.crossEntropyNats.toFixed(4)],
    ["perplexity", judged.perplexity.toPrecision(5)],
    ["bits a byte", judged.bitsPerByte.toFixed(4)],
    ["bits a character", judged.bitsPerCharacter.toFixed(4)],
    ["tokens", whole(judged.tokens)],
    ["characters", whole(judged.characters)],
    ["bytes", whole(judged.bytes)]
  ]);

/** Measures how well a model knows a text. */
export function evalCommand(terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf("eval", "Measure how well a model knows a text, token by token", EXAMPLE)
    .argument("<model>", "a run by its name or folder, a folder of Hugging Face’s, or a .gguf file")
    .argument("[corpus...]", "files, folders or -; of a run, what was held out of its own text unless it is named")
    .option("--field <name>", "of records, in .jsonl and .parquet (default: text)")
    .option("--json", "one line of JSON");
  return addSourceFlags(command).action(async (name: string, paths: readonly string[], options: Options) => {
    const [{load}, {readCorpus}] = await Promise.all([import("../models/load.js"), import("../files/corpus.js")]);
    const model = load(name, options.runs, whichOf(options));
    if (paths.length === 0 && model.judgeHeldOut === undefined)
      throw new UsageError(
        "corpus",
        "a model from a file is judged on a text that is named",
        [],
        "name a file or folder"
      );
    const judged =
      paths.length === 0 ? model.judgeHeldOut!() : model.judge((await readCorpus(paths, options.field)).text);
    if (!Number.isFinite(judged.crossEntropyNats))
      throw new CommandError(
        name,
        "the model gives some token of this text no probability at all",
        [],
        "train it longer"
      );
    const {tokens, characters, bytes, crossEntropyNats, perplexity, bitsPerByte, bitsPerCharacter} = judged;
    const of = paths.length === 0 ? "held out" : paths;
    const measures = {nats: crossEntropyNats, perplexity, bitsPerByte, bitsPerCharacter, tokens, characters, bytes};
    terminal.out(options.json === true ? jsonLine({model: model.name, of, ...measures}) : shown(judged));
    ended(EXIT.good);
  });
}
