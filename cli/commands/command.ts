import {Command} from "commander";
import {UsageError} from "../exit.js";

/** A command with what all have: a line on what it does, an example, and `--debug`. */
export function commandOf(name: string, about: string, example: string): Command {
  return new Command(name)
    .description(about)
    .configureHelp({
      sortSubcommands: false,
      showGlobalOptions: false,
      helpWidth: Math.min(process.stdout.columns ?? 100, 110)
    })
    .option("--debug", "show where an error comes from")
    .addHelpText("after", `\nExample:\n${example.trim().replace(/^/gm, "  ")}`);
}

/** A whole number of a flag. @throws UsageError */
export function wholeOf(flag: string, text: string, least: number): number {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text)) && Number(text) >= least) return Number(text);
  throw new UsageError(flag, `must be a whole number of at least ${least}`, [
    {name: "given", value: JSON.stringify(text)}
  ]);
}

/** A number of a flag. @throws UsageError */
export function realOf(
  flag: string,
  text: string,
  {least, most}: {readonly least: number; readonly most: number}
): number {
  const value = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new UsageError(flag, `must be a number ${range}`, [{name: "given", value: JSON.stringify(text)}]);
}
