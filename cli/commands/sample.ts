import type {Command} from "commander";
import {fold, key} from "llm-first-principles";
import {concatMap, range, tap} from "rxjs";
import {jsonLine, type Terminal} from "../terminal.js";
import {commandOf, wholeOf} from "./command.js";
import {
  addSourceFlags,
  addWritingFlags,
  choosingOf,
  whichOf,
  type SourceFlags,
  type WritingFlags
} from "./writingFlags.js";

type Options = SourceFlags & WritingFlags & {readonly prompt: string; readonly count: string; readonly json?: boolean};

const EXAMPLE = `
llmfp sample shakespeare-transformer-1 --prompt "ROMEO:" --length 300 --temperature 0.7
llmfp sample ./my-llama --top-p 0.9 --stop "\\n\\n"
llmfp sample model.gguf --count 3 --json`;

/** Writes texts with a model, as they come. */
export function sampleCommand(terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf("sample", "Write with a run, a folder of Hugging Face’s or a GGUF file", EXAMPLE)
    .argument("<model>", "a run by its name or folder, a folder of Hugging Face’s, or a .gguf file")
    .option("--prompt <text>", "what the text begins with", "")
    .option("--count <n>", "texts to write", "1")
    .option("--json", "a line of JSON for each text: its number, prompt, text, tokens, what ended it");
  addWritingFlags(addSourceFlags(command), "200");
  return command.action(async (name: string, options: Options) => {
    const {seed, ...choosing} = choosingOf(options);
    const count = wholeOf("--count", options.count, 1);
    const [{load}, {written}, {untilStopped}] = await Promise.all([
      import("../models/load.js"),
      import("../sample/written.js"),
      import("../stopSignals.js")
    ]);
    const model = load(name, options.runs, whichOf(options));
    const {prompt, json = false} = options;
    const texts = range(0, count).pipe(
      concatMap((number) =>
        written(model, {...choosing, prompt, key: fold(key(seed), number)}).pipe(
          tap(({piece, step}) => {
            const {text, count: tokens, ended: end} = step;
            if (json && end !== undefined) terminal.out(jsonLine({number, prompt, text, tokens, ended: end}));
            if (!json) terminal.out(`${tokens === 1 ? prompt : ""}${piece}${end === undefined ? "" : "\n"}`);
            if (!json && end !== undefined && number + 1 < count) terminal.out("\n");
          })
        )
      )
    );
    ended(await untilStopped(texts));
  });
}
