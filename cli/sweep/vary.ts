import {fold, key, uniform, exp, log, type Field, type Fields} from "llm-first-principles";
import {UsageError} from "../exit.js";
import {valueOf} from "../settings/fieldFlags.js";
import {flagOf} from "../settings/flagOf.js";

/** Settings by their names. */
export type Settings = Readonly<Record<string, unknown>>;

/** A setting that trials differ in: values of a list, or numbers of a range. */
interface Varied {
  readonly name: string;
  readonly field: Field;
  readonly values: readonly unknown[];
  readonly range?: readonly [least: number, most: number];
}

const nameOf = (flag: string): string =>
  flag.replace(/^--/, "").replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Values of a list: between commas, but of sizes, which have commas of their own, between bars. */
const listed = (field: Field, text: string): readonly string[] => text.split(field.kind === "sizes" ? "|" : ",");

function value(field: Field, text: string, given: string): unknown {
  if (field.kind !== "switch") return valueOf(field, text);
  if (text === "true" || text === "false") return text === "true";
  throw new UsageError("--vary", "a switch is true or false", [{name: "given", value: given}]);
}

/**
 * What a flag says of a setting: `learning-rate=0.001,0.003`, or of numbers a range, `learning-rate=0.0001..0.01`.
 *
 * @throws UsageError for a setting that is none, or values that are none.
 */
export function variedOf(fields: Fields, given: string): Varied {
  const [flag = "", ...rest] = given.split("=");
  const [name, text] = [nameOf(flag), rest.join("=")];
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined || field.kind === "text")
    throw new UsageError(
      "--vary",
      "there is no such setting",
      [{name: "given", value: JSON.stringify(given)}],
      "name one as its flag is called, such as learning-rate=0.001,0.003; llmfp sweep --help lists them"
    );
  const [least, most] = text.split("..").map(Number);
  const numbers = field.kind === "whole" || field.kind === "real";
  if (numbers && /^[^,]+\.\.[^,]+$/.test(text)) {
    if (least! < most!) return {name, field, values: [], range: [least!, most!]};
    throw new UsageError("--vary", "a range goes from a number to a greater one", [{name: "given", value: given}]);
  }
  if (text === "")
    throw new UsageError("--vary", "a setting has values", [{name: "given", value: given}], `such as ${flag}=1,2`);
  return {name, field, values: listed(field, text).map((one) => value(field, one, given))};
}

/** All combinations of values. @throws UsageError for a range, which has no end of them. */
export function grid(varied: readonly Varied[]): readonly Settings[] {
  return varied.reduce<readonly Settings[]>(
    (trials, {name, values, range}) => {
      if (range === undefined) return trials.flatMap((trial) => values.map((one) => ({...trial, [name]: one})));
      throw new UsageError(
        "--vary",
        "a range is drawn from",
        [{name: "given", value: flagOf(name)}],
        "give --random too, or a list of values"
      );
    },
    [{}]
  );
}

const DIGITS = 4; // of what is drawn: a setting is to be read

function drawn({field, values, range}: Varied, u: number): unknown {
  if (range === undefined) return values[Math.floor(u * values.length)];
  const [least, most] = range;
  if (field.kind === "whole") return least + Math.floor(u * (most - least + 1));
  // rates differ by factors, and not by sums
  const x = least > 0 ? exp(log(least) + u * (log(most) - log(least))) : least + u * (most - least);
  return Math.min(most, Math.max(least, Number(x.toPrecision(DIGITS))));
}

/** Combinations that a seed decides: of lists any value, of ranges any number, of positive ones any logarithm. */
export const random = (varied: readonly Varied[], count: number, seed: number): readonly Settings[] =>
  Array.from({length: count}, (_, trial) =>
    Object.fromEntries(varied.map((one, i) => [one.name, drawn(one, uniform(fold(key(seed), trial), i))]))
  );

/** A setting as the command line is told it. */
export function flagsOf(settings: Settings): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    if (typeof value === "boolean") return [value ? flagOf(name) : flagOf(name).replace("--", "--no-")];
    return [flagOf(name), Array.isArray(value) ? value.join(",") : String(value)];
  });
}
