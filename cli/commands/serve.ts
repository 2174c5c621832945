import {basename, resolve} from "node:path";
import type {Command} from "commander";
import {asyncScheduler, lastValueFrom, take, tap} from "rxjs";
import {EXIT, UsageError} from "../exit.js";
import type {Terminal} from "../terminal.js";
import {commandOf, wholeOf} from "./command.js";
import {addSourceFlags, whichOf, type SourceFlags} from "./writingFlags.js";

type Options = SourceFlags & {
  readonly host: string;
  readonly port: string;
  readonly name?: string;
  readonly template: boolean;
  readonly seed: string;
  readonly parallel: string;
  readonly queue: string;
  readonly maxTokens: string;
  readonly maxBody: string;
  readonly apiKey?: string;
  readonly allowOrigin: readonly string[];
};

const EXAMPLE = `
llmfp serve shakespeare-transformer-1
llmfp serve model.gguf --port 0 --parallel 16 --max-tokens 512
curl http://127.0.0.1:8080/v1/completions -H "Content-Type: application/json" \\
  -d '{"model": "shakespeare-transformer-1", "prompt": "To be", "max_tokens": 40, "stream": true}'`;

/** Where a key is best told: arguments of a command can be seen by all who use the machine. */
const KEY_VARIABLE = "LLMFP_API_KEY";

function portOf(text: string): number {
  const port = wholeOf("--port", text, 0);
  if (port > 65535)
    throw new UsageError("--port", "a port is a whole number from 0 to 65535", [{name: "given", value: text}]);
  return port;
}

function originOf(text: string): string {
  if (text === "*") return text;
  const {origin} = URL.canParse(text) ? new URL(text) : {origin: "null"};
  if (origin === text) return text;
  throw new UsageError(
    "--allow-origin",
    "an origin is a scheme, a host and its port, without a path, such as http://localhost:3000; or * for any",
    [{name: "given", value: text}]
  );
}

function keyOf(given: string | undefined): string | undefined {
  const key = given ?? (process.env[KEY_VARIABLE] === "" ? undefined : process.env[KEY_VARIABLE]);
  if (key === undefined || /^[\x21-\x7e]+$/.test(key)) return key;
  throw new UsageError("--api-key", "a key is made of visible ASCII characters, without spaces, as headers have them");
}

/** Serves a model to clients of OpenAI’s. */
export function serveCommand(terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf("serve", "Serve a model by HTTP, as clients of OpenAI’s ask for it", EXAMPLE)
    .argument("<model>", "a run by its name or folder, a folder of Hugging Face’s, or a .gguf file")
    .option("--host <name>", "where it listens; elsewhere than at 127.0.0.1, others may use it too", "127.0.0.1")
    .option("--port <n>", "0 for any that is free", "8080")
    .option("--name <text>", "what requests call the model (default: its file or folder)")
    .option("--no-template", "lines of “User:” and “Assistant:”, also where the model has a template")
    .option("--seed <n>", "what decides texts whose requests name no seed", "1")
    .optionsGroup("What it takes:")
    .option("--parallel <n>", "texts that are written at once, one token of each at a time", "8")
    .option("--queue <n>", "texts that may wait for a place", "64")
    .option("--max-tokens <n>", "tokens that a text may have", "1024")
    .option("--max-body <n>", "bytes of a request", "1000000")
    .optionsGroup("Who may ask:")
    .option(
      "--api-key <key>",
      `what clients must send; better told by the variable ${KEY_VARIABLE}, which is not listed`
    )
    .option(
      "--allow-origin <origin>",
      "whose pages may ask from a browser, as http://localhost:3000; * for any; may be given again",
      (origin: string, before: readonly string[]) => [...before, origin],
      []
    );
  return addSourceFlags(command).action(async (name: string, options: Options) => {
    const limits = {
      parallel: wholeOf("--parallel", options.parallel, 1),
      queue: wholeOf("--queue", options.queue, 0),
      mostBytes: wholeOf("--max-body", options.maxBody, 1)
    };
    const [port, seed] = [portOf(options.port), wholeOf("--seed", options.seed, 0)];
    const apiKey = keyOf(options.apiKey);
    const admission = {...(apiKey !== undefined && {apiKey}), allowOrigins: options.allowOrigin.map(originOf)};
    const mostTokens = wholeOf("--max-tokens", options.maxTokens, 1);
    const [{load}, {serving}, {isLoopback}, {stopSignals}, {errorText}] = await Promise.all([
      import("../models/load.js"),
      import("../serve/server.js"),
      import("../serve/admission.js"),
      import("../stopSignals.js"),
      import("../errorText.js")
    ]);
    const {chatTemplate, ...plain} = load(name, options.runs, whichOf(options));
    const model = options.template && chatTemplate !== undefined ? {...plain, chatTemplate} : plain;
    const id = options.name ?? basename(resolve(name)).replace(/\.gguf$/, "");
    const created = Math.floor(asyncScheduler.now() / 1000);
    const {host} = options;
    let code: number = EXIT.good;
    const stop = stopSignals.pipe(
      take(1), // the next one ends the process at once
      tap((signal) => {
        code = signal.code;
        terminal.say("Finishing what is being written; Ctrl-C again ends it at once.\n");
      })
    );
    const server = serving(
      {id, model, created, mostTokens, mostTexts: limits.parallel},
      {...limits, ...admission, host, port, seed, stop, failed: (error) => terminal.say(`${errorText(error, true)}\n`)}
    ).pipe(
      tap((address) => {
        if (!isLoopback(host) && apiKey === undefined)
          terminal.say("Whoever reaches this machine may use the model: --api-key would ask for a key.\n");
        terminal.say(`Serving ${model.name} as ${id}; Ctrl-C ends it.\n`);
        terminal.out(`${address}\n`);
      })
    );
    await lastValueFrom(server);
    ended(code);
  });
}
