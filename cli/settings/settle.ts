import {readFileSync} from "node:fs";
import {checkFields, ConfigError, settled, type Fields} from "llm-first-principles";
import {UsageError} from "../exit.js";
import {flagOf} from "./flagOf.js";

type Values = Readonly<Record<string, unknown>>;

/** Settings of a file, and what the file is called. */
interface FileSettings {
  readonly path: string;
  readonly values: Values;
}

/** @throws UsageError for a file that is no JSON, or has a setting that is none; what Node throws if it cannot be read. */
export function readSettings(path: string, known: readonly string[]): FileSettings {
  const text = readFileSync(path, "utf8");
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    const found = [{name: "parser", value: cause instanceof Error ? cause.message : String(cause)}];
    throw new UsageError(path, "a file of settings is JSON", found, 'such as {"learningRate": 0.001}', {cause});
  }
  return {
    path,
    values: asUse(
      () => (checkFields(path, values, known), values as Values),
      (where) => where
    )
  };
}

/** What work returns; a setting that it refuses is one that was wrongly given. */
function asUse<T>(work: () => T, placeOf: (where: string) => string): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    const {where, rule, found, hint} = cause.fault;
    throw new UsageError(placeOf(where), rule, found, hint, {cause});
  }
}

/** What work returns; a setting of a function that it refuses, such as `trainBpe.size`, is the flag of that name. */
export const asFlags = <T>(work: () => T): T => asUse(work, (where) => flagOf(where.split(".").at(-1) ?? where));

/**
 * All settings that fields describe, but for texts: what flags say, then what the file says, then the defaults.
 *
 * @throws UsageError that names the flag, or the file and its field.
 */
export function settle(fields: Fields, flags: Values, file?: FileSettings): Values {
  const described = Object.fromEntries(Object.entries(fields).filter(([, {kind}]) => kind !== "text"));
  const fromFile = Object.fromEntries(Object.entries(file?.values ?? {}).filter(([name]) => name in described));
  const placeOf = (where: string): string => {
    const name = where.split(".")[1] ?? "";
    return name in flags || file === undefined ? flagOf(name) : `${file.path}: ${name}`;
  };
  return asUse(() => settled<Values>("config", described as never, {...fromFile, ...flags}), placeOf);
}
