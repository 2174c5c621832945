/** Runs one program whose result is kept, in a process of its own: usage: bake-worker.ts FILE. Prints JSON. */
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";

interface Program {
  readonly facts?: () => unknown;
  readonly claims?: (facts: unknown) => unknown;
  readonly value?: () => unknown;
}

const [, , file = ""] = process.argv;
const program = (await import(pathToFileURL(resolve(file)).href)) as Program;

async function result(): Promise<object> {
  if (program.value !== undefined) return {value: await program.value()};
  if (program.facts === undefined) throw new Error(`${file} exports neither facts() nor value()`);
  const facts = await program.facts();
  return {facts, ...(program.claims === undefined ? {} : {claims: await program.claims(facts)})};
}

// what JSON has no word for must arrive as what it is: to be refused by name among facts, to be read back among values
const numbers = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value)
    ? program.value === undefined
      ? {not: String(value)}
      : String(value)
    : value;

process.stdout.write(JSON.stringify(await result(), numbers));
