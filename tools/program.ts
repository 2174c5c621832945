/** A program whose result is kept, run: by `npm run bake`, and again by the test that replays what is kept. */
import {pathToFileURL} from "node:url";
import {resolve} from "node:path";
import {hash} from "../lib/core/hash.js";

interface Program {
  readonly facts?: () => unknown;
  readonly claims?: (facts: unknown) => unknown;
  readonly value?: () => unknown;
  /** Of a program that takes long: what its first steps give, as quickly as a test can afford. */
  readonly firstSteps?: () => unknown;
}

export const load = async (file: string): Promise<Program> =>
  (await import(pathToFileURL(resolve(file)).href)) as Program;

/** What a program gives, as it is kept. */
export async function resultOf(program: Program, file: string): Promise<object> {
  return JSON.parse(JSON.stringify(await computed(program, file), numbersOf(program))) as object;
}

async function computed(program: Program, file: string): Promise<object> {
  if (program.value !== undefined) return {value: await program.value()};
  if (program.facts === undefined) throw new Error(`${file} exports neither facts() nor value()`);
  const facts = await program.facts();
  return {facts, ...(program.claims === undefined ? {} : {claims: await program.claims(facts)})};
}

// what JSON has no word for must arrive as what it is: to be refused by name among facts, to be read back among values
const numbersOf =
  ({value: isValue}: Program) =>
  (_: string, value: unknown): unknown =>
    typeof value === "number" && !Number.isFinite(value)
      ? isValue === undefined
        ? {not: String(value)}
        : String(value)
      : value;

/** The hash of what a program's first steps give; undefined where it names none. */
export const firstStepsOf = async ({firstSteps}: Program): Promise<string | undefined> =>
  firstSteps === undefined ? undefined : hash(await firstSteps());
