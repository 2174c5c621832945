/**
 * What is costly to compute is kept beside its program: `facts/sampling.ts` has `facts/sampling.json`, and
 * `data/orders.kept.ts` has `data/orders.json`. This reads what is kept; tools/bake.ts makes it.
 */
import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {root} from "./root.js";
import {filesIn} from "./filesIn.js";
import {nameOf} from "./nameOf.js";
import {stageFolders} from "./stageFolders.js";

type Fact = number | string;

/** The facts of one program, and whether each thing that a page claims about them is true. */
interface Facts {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly claims: ReadonlyMap<string, boolean>;
}

const programsIn = (folder: string, name: string): readonly (readonly [string, string])[] =>
  filesIn(`src/${folder}/facts`, /^\w+\.ts$/).map((file) => [`${name}.${stem(file)}`, file]);

/**
 * Programs of facts by the names that pages call them: `markov.sampling` is src/stages/01-markov/facts/sampling.ts, and
 * `dashboards.everyModel` is src/dashboards/facts/everyModel.ts.
 */
export const factPrograms: ReadonlyMap<string, string> = new Map([
  ...stageFolders.flatMap(({slug, name}) => programsIn(`stages/${slug}`, name)),
  ...programsIn("dashboards", "dashboards")
]);

function stem(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.ts$/, "");
}

/** Where the result of a program is kept. */
export const keptBeside = (program: string): string => program.replace(/(\.kept)?\.ts$/, ".json");

/** Facts and claims out of JSON; whatever is neither a finite number nor a text, or no truth value, is refused by name. */
export function readFacts(json: string): Facts {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null) throw new Error("facts are an object");
  return {
    facts: new Map(fieldsOf(value, "facts").map(checkFact)),
    claims: new Map(fieldsOf(value, "claims").map(checkClaim))
  };
}

function fieldsOf(value: object, field: string): readonly [string, unknown][] {
  const fields: unknown = Reflect.get(value, field) ?? {};
  if (typeof fields !== "object" || fields === null) throw new Error(`${field} are an object`);
  return Object.entries(fields);
}

function checkFact([name, fact]: [string, unknown]): [string, Fact] {
  if (typeof fact === "string" || (typeof fact === "number" && Number.isFinite(fact))) return [name, fact];
  throw new Error(`fact ${name} is ${shown(fact)}; a fact is a finite number or a text`);
}

function checkClaim([name, holds]: [string, unknown]): [string, boolean] {
  if (typeof holds === "boolean") return [name, holds];
  throw new Error(`claim ${name} is ${shown(holds)}; a claim is true or false`);
}

const shown = (value: unknown): string =>
  typeof value === "object" && value !== null && "not" in value ? String(value.not) : String(value);

const known = new Map<string, {readonly at: number; readonly value: Facts}>();

/** The facts of a program as they are kept now; undefined if there is no such program. */
export function factsOf(name: string): Facts | undefined {
  const program = factPrograms.get(name);
  if (program === undefined) return undefined;
  const file = join(root, keptBeside(program));
  if (!existsSync(file)) throw new Error(`${program} was never run: npm run bake -- ${name}`);
  const at = statSync(file).mtimeMs;
  const before = known.get(name);
  if (before?.at === at) return before.value;
  const value = readFacts(readFileSync(file, "utf8"));
  known.set(name, {at, value});
  return value;
}

/**
 * The program and the field that a page means: `sampling.share` is of the page's own stage, `markov.sampling.share` of
 * any. A field may have points of its own.
 */
export function programOf(name: string, page: string): {readonly program: string; readonly field: string} {
  const [first = "", second = "", ...rest] = name.split(".");
  const [, slug = ""] = /^\/stages\/([\w-]+)\//.exec(page) ?? [];
  const absolute = factPrograms.has(`${first}.${second}`);
  return absolute || slug === ""
    ? {program: `${first}.${second}`, field: rest.join(".")}
    : {program: `${nameOf(slug)}.${first}`, field: [second, ...rest].join(".")};
}
