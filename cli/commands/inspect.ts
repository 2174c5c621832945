import type {Command} from "commander";
import {EXIT} from "../exit.js";
import {size, table} from "../files/table.js";
import type {Inspection} from "../inspect/inspection.js";
import {jsonLine, type Terminal} from "../terminal.js";
import {commandOf} from "./command.js";

const EXAMPLE = `
llmfp inspect shakespeare-transformer-1
llmfp inspect runs/shakespeare-transformer-1/checkpoints/step-0002000.ckpt
llmfp inspect model.gguf --json
llmfp inspect tokenizer.json`;

const LONGEST = 100; // characters of a value

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

function report({kind, path, bytes, metadata, tensors}: Inspection): string {
  const numbers = tensors.reduce((sum, {count}) => sum + count, 0);
  const held = tensors.length === 0 ? "" : `, ${tensors.length} tensors of ${numbers.toLocaleString("en")} numbers`;
  const facts = Object.entries(metadata).map(([name, value]) => [name, shown(value)]);
  const rows = tensors.map(({name, dtype, shape, count, bytes: own, notFinite = 0}) => [
    name,
    dtype,
    `[${shape.join(", ")}]`,
    count.toLocaleString("en"),
    size(own),
    notFinite === 0 ? "" : `${notFinite} not finite`
  ]);
  return [`${path}: ${kind}, ${size(bytes)}${held}\n`, table(facts), table(rows, [3, 4])]
    .filter((part) => part !== "")
    .join("\n");
}

/** Says what a file or a folder holds. */
export function inspectCommand(terminal: Terminal, ended: (code: number) => void): Command {
  return commandOf("inspect", "Say what a run, checkpoint, safetensors, GGUF or tokenizer.json holds", EXAMPLE)
    .argument("<file>", "a run by its name or folder, a folder of Hugging Face’s, or a file")
    .option("--runs <dir>", "where runs lie that are named without a folder", "runs")
    .option("--json", "one line of JSON")
    .action(async (name: string, {runs, json = false}: {readonly runs: string; readonly json?: boolean}) => {
      const {inspect} = await import("../inspect/inspect.js");
      const found = inspect(name, runs);
      terminal.out(json ? jsonLine(found) : report(found));
      ended(EXIT.good);
    });
}
