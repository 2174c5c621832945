import {Command, CommanderError} from "commander";
import {ConfigError} from "llm-first-principles";
import {benchCommand} from "./commands/bench.js";
import {chatCommand} from "./commands/chat.js";
import {evalCommand} from "./commands/eval.js";
import {exportCommand} from "./commands/export.js";
import {inspectCommand} from "./commands/inspect.js";
import {newCommand} from "./commands/new.js";
import {reportCommand} from "./commands/report.js";
import {sampleCommand} from "./commands/sample.js";
import {serveCommand} from "./commands/serve.js";
import {tokenizeCommand} from "./commands/tokenize.js";
import {sweepCommand} from "./commands/sweep.js";
import {modelAmong, trainCommand} from "./commands/train.js";
import {errorText} from "./errorText.js";
import {EXIT, UsageError} from "./exit.js";
import type {Terminal} from "./terminal.js";
import {version} from "./version.js";

/** The command line: each command is a file of its own in `commands/`. */
function programOf(args: readonly string[], terminal: Terminal, ended: (code: number) => void): Command {
  const program = new Command("llmfp")
    .description("Train language models from first principles, and write, measure, chat and export with them")
    .version(version, "--version")
    .helpCommand(false)
    .addHelpText("after", "\nEach command has a help of its own, with an example: llmfp train --help");
  const commands = [
    trainCommand(modelAmong(args), terminal, ended),
    sweepCommand(modelAmong(args), terminal, ended),
    sampleCommand(terminal, ended),
    evalCommand(terminal, ended),
    chatCommand(terminal, ended),
    serveCommand(terminal, ended),
    inspectCommand(terminal, ended),
    tokenizeCommand(terminal, ended),
    exportCommand(terminal, ended),
    reportCommand(terminal, ended),
    benchCommand(modelAmong(args), terminal, ended),
    newCommand(terminal, ended)
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({commands}) => commands)])
    command.exitOverride().configureOutput({writeOut: terminal.out, writeErr: terminal.say});
  return program;
}

const wrongUse = (error: unknown): boolean => error instanceof UsageError || error instanceof ConfigError;

/** Runs the command that arguments name, and returns the exit code. What went wrong is said in words. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.good;
  try {
    await programOf(args, terminal, (told) => void (code = told)).parseAsync(args, {from: "user"});
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.wrongUse; // it has spoken
    terminal.say(`${errorText(error, args.includes("--debug"))}\n`);
    return wrongUse(error) ? EXIT.wrongUse : EXIT.failed;
  }
}
