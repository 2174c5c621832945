import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {root} from "./root.js";

export type Fact = number | string;
export type Facts = ReadonlyMap<string, Fact>;

/** Where the facts of the last run are. */
export const factsFile = join(root, "src/data/facts.json");

/** Facts out of JSON; whatever is neither a finite number nor a text is refused, by name. */
export function readFacts(json: string): Facts {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null) throw new Error("facts are an object");
  return new Map(
    Object.entries(value).map(([name, fact]: [string, unknown]) => {
      if (typeof fact === "string" || (typeof fact === "number" && Number.isFinite(fact))) return [name, fact];
      throw new Error(`fact ${name} is ${String(fact)}; a fact is a finite number or a text`);
    })
  );
}

let known: {readonly at: number; readonly facts: Facts} | undefined;

/** The facts as they are now: read again when the file has changed. */
export function facts(): Facts {
  const at = existsSync(factsFile) ? statSync(factsFile).mtimeMs : 0;
  if (known?.at !== at) known = {at, facts: at === 0 ? new Map() : readFacts(readFileSync(factsFile, "utf8"))};
  return known.facts;
}
