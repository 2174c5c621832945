/** Computes the facts of one module, in a process of its own: usage: facts-worker.ts MODULE. Prints JSON. */
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";

const [, , file = ""] = process.argv;
const module: unknown = await import(pathToFileURL(resolve(file)).href);
if (typeof module !== "object" || module === null || !("facts" in module) || typeof module.facts !== "function")
  throw new Error(`${file} exports no function called facts`);
const computed: unknown = await module.facts();
// NaN and Infinity must arrive as what they are, to be refused by name
process.stdout.write(
  JSON.stringify(computed, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? {not: String(value)} : value
  )
);
