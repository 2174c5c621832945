import {checkFields, ConfigError, found} from "llm-first-principles";
import {badField, RequestError} from "./requestError.js";

/** A request’s body: a record of JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** Refuses a value for what it is. */
export const wrong = (field: string, rule: string, value: unknown, hint?: string): RequestError =>
  badField(field, rule, [found("given", value)], hint);

/** What a field says; a null says nothing. */
export const given = (body: Body, field: string): unknown => body[field] ?? undefined;

interface Range {
  readonly least: number;
  readonly most: number;
}

/** @throws RequestError */
export function wholeField(body: Body, field: string, {least, most}: Range): number | undefined {
  const value = given(body, field);
  if (value === undefined) return undefined;
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw wrong(field, `this is a whole number from ${least} to ${most}`, value);
}

/** @throws RequestError */
export function realField(body: Body, field: string, {least, most}: Range): number | undefined {
  const value = given(body, field);
  if (value === undefined) return undefined;
  if (typeof value === "number" && value >= least && value <= most) return value;
  throw wrong(field, `this is a number from ${least} to ${most}`, value);
}

/** @throws RequestError */
export function switchField(body: Body, field: string): boolean {
  const value = given(body, field) ?? false;
  if (typeof value === "boolean") return value;
  throw wrong(field, "this is true or false", value);
}

const MOST_STOPS = 16;

/** A string, or a list of them. @throws RequestError */
export function stopField(body: Body): readonly string[] {
  const value = given(body, "stop") ?? [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const good = list.length <= MOST_STOPS && list.every((stop) => typeof stop === "string" && stop !== "");
  if (good) return list as readonly string[];
  throw wrong("stop", `this is a string of at least one character, or a list of at most ${MOST_STOPS}`, value);
}

/** What of a request is known: fields that are read, fields that change no text, and those of which one value alone can be had. */
export interface KnownFields {
  readonly read: readonly string[];
  /** By their names, what says whether a value is the one that can be had. */
  readonly fixed: Readonly<Record<string, (value: unknown) => boolean>>;
}

/** For accounts, caches and records: nothing that is written depends on them. */
const IGNORED = [
  "user",
  "metadata",
  "store",
  "service_tier",
  "safety_identifier",
  "prompt_cache_key",
  "prompt_cache_retention"
];

/** Refuses fields that nobody knows, and what would be written otherwise elsewhere. @throws RequestError */
export function checkBody(body: unknown, {read, fixed}: KnownFields): asserts body is Body {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw badField("body", "a request is a record of JSON", [], 'such as {"model": …}');
  try {
    checkFields("body", body, [...read, ...Object.keys(fixed), ...IGNORED]);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const {where, found: findings, hint} = error.fault;
    const field = where.slice("body.".length);
    throw new RequestError(
      {status: 400, code: "unknown_parameter"},
      field,
      "there is no such field here",
      findings,
      hint
    );
  }
  for (const [field, can] of Object.entries(fixed)) {
    const value = given(body as Body, field);
    if (value === undefined || can(value)) continue;
    const rule = "this server does not do that";
    throw new RequestError(
      {status: 400, code: "unsupported_parameter"},
      field,
      rule,
      [found("given", value)],
      "leave the field out"
    );
  }
}
