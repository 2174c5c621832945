import {FormatError, found} from "../core/errors.js";

/** The most code units that a file of a tokenizer may have. */
const LIMIT = 50_000_000;

/** Refuses what a file says at a place, such as `model.vocab`. */
export function refuseFile(place: string, rule: string, value: unknown, hint?: string): never {
  throw new FormatError("readTokenizerJson", rule, [{name: "at", value: place}, found("found", value)], hint);
}

/**
 * The value of a JSON text in which no name stands twice in one record: what `JSON.parse` would take the last of, silently.
 *
 * @throws FormatError
 */
export function parseJson(text: string): unknown {
  if (text.length > LIMIT) refuseFile("the file", `it has at most ${LIMIT} characters`, text.length);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const finding = found("parser", cause instanceof Error ? cause.message : cause);
    throw new FormatError("readTokenizerJson", "the file is JSON", [finding], undefined, {cause});
  }
  // a colon outside of strings stands for a name each, so there are as many names as colons unless one came twice
  if (colons(text) !== names(value))
    refuseFile(
      "the file",
      "every name stands once in its record",
      "a name twice",
      "look for a token that is there twice"
    );
  return value;
}

function colons(text: string): number {
  let count = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) quoted = !quoted;
    else if (quoted) {
      if (unit === 92) i++;
    } else if (unit === 58) count++;
  }
  return count;
}

function names(value: unknown): number {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (next === null || typeof next !== "object") continue;
    const values: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (!Array.isArray(next)) count += values.length;
    for (const inner of values) if (inner !== null && typeof inner === "object") open.push(inner);
  }
  return count;
}

/** A record of a file, with the place where it stands. */
export interface Fields {
  readonly place: string;
  readonly has: (name: string) => boolean;
  readonly value: (name: string) => unknown;
  readonly text: (name: string) => string;
  /** A truth value; `otherwise` where the field is absent. */
  readonly flag: (name: string, otherwise?: boolean) => boolean;
  /** Refuses the field unless it is one of a few values, or absent. */
  readonly only: (name: string, ...values: readonly unknown[]) => void;
}

/** A record whose fields are all known: a field that we ignored might mean something. @throws FormatError */
export function fieldsOf(place: string, value: unknown, known: readonly string[]): Fields {
  if (value === null || typeof value !== "object" || Array.isArray(value)) refuseFile(place, "it is a record", value);
  const record = new Map<string, unknown>(Object.entries(value as object));
  for (const name of record.keys())
    if (!known.includes(name))
      refuseFile(
        `${place}.${name}`,
        "every field is one that is understood",
        record.get(name),
        `known: ${known.join(", ")}`
      );
  const at = (name: string): string => `${place}.${name}`;
  return {
    place,
    has: (name) => record.has(name),
    value: (name) => record.get(name),
    text: (name) => {
      const found = record.get(name);
      return typeof found === "string" ? found : refuseFile(at(name), "it is a string", found);
    },
    flag: (name, otherwise) => {
      const found = record.has(name) ? record.get(name) : otherwise;
      return typeof found === "boolean" ? found : refuseFile(at(name), "it is true or false", found);
    },
    only: (name, ...values) => {
      if (record.has(name) && !values.includes(record.get(name)))
        refuseFile(at(name), `it is ${values.map((value) => JSON.stringify(value)).join(" or ")}`, record.get(name));
    }
  };
}

/** A list. @throws FormatError */
export const listOf = (place: string, value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : refuseFile(place, "it is a list", value);

/** The type that a record says it has; undefined for null and what is absent. @throws FormatError */
export function typeOf(place: string, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const type: unknown = typeof value === "object" ? Reflect.get(value, "type") : undefined;
  return typeof type === "string" ? type : refuseFile(place, "it is null, or a record with a type", value);
}
