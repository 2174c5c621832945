import {createInterface} from "node:readline";
import type {Command} from "commander";
import {fold, key} from "llm-first-principles";
import {defer, filter, from, last, map, mergeScan, tap, type Observable} from "rxjs";
import type {Message} from "../chat/chatPrompt.js";
import type {Terminal} from "../terminal.js";
import {commandOf} from "./command.js";
import {
  addSourceFlags,
  addWritingFlags,
  choosingOf,
  whichOf,
  type SourceFlags,
  type WritingFlags
} from "./writingFlags.js";

type Options = SourceFlags & WritingFlags & {readonly system?: string; readonly template: boolean};

const EXAMPLE = `
llmfp chat ./my-llama --system "Answer in one sentence." --temperature 0.7
echo "Who is there?" | llmfp chat shakespeare-transformer-1 --length 80`;

/** A conversation with a model, line by line. */
export function chatCommand(terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf("chat", "Talk with a model: a line from you, an answer from it", EXAMPLE)
    .argument("<model>", "a run by its name or folder, a folder of Hugging Face’s, or a .gguf file")
    .option("--system <text>", "what is said to it before anything else")
    .option("--no-template", "lines of “User:” and “Assistant:”, also where the model has a template");
  addWritingFlags(addSourceFlags(command), "200");
  return command.action(async (name: string, options: Options) => {
    const {seed, stop, ...choosing} = choosingOf(options);
    const [{load}, {written}, {chatPrompt}, {untilStopped}] = await Promise.all([
      import("../models/load.js"),
      import("../sample/written.js"),
      import("../chat/chatPrompt.js"),
      import("../stopSignals.js")
    ]);
    const {chatTemplate, ...plain} = load(name, options.runs, whichOf(options));
    const model = options.template && chatTemplate !== undefined ? {...plain, chatTemplate} : plain;
    const promptOf = chatPrompt(model);
    const lines = createInterface({input: process.stdin, terminal: false});
    const ask = (): void => void (process.stdin.isTTY === true && terminal.live && terminal.say("> "));
    const answer = (said: readonly Message[]): Observable<readonly Message[]> =>
      defer(() => {
        const {prompt, stop: ends} = promptOf(said);
        const options = {...choosing, prompt, stop: [...stop, ...ends], key: fold(key(seed), said.length)};
        return written(model, options).pipe(
          tap(({piece, step}) => terminal.out(`${piece}${step.ended === undefined ? "" : "\n"}`)),
          last(),
          map(({step}): readonly Message[] => [...said, {role: "assistant", content: step.text.trim()}]),
          tap(ask)
        );
      });
    const start: readonly Message[] = options.system === undefined ? [] : [{role: "system", content: options.system}];
    ask();
    const conversation = from(lines).pipe(
      filter((line) => line.trim() !== ""),
      mergeScan((said: readonly Message[], content) => answer([...said, {role: "user", content}]), start, 1)
    );
    const code = await untilStopped(conversation);
    lines.close();
    ended(code);
  });
}
