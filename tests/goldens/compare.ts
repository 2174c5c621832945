import {number} from "./types.js";

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const isNumber = (value: unknown): boolean =>
  typeof value === "number" || value === "Infinity" || value === "-Infinity" || value === "NaN";

/** The rule of tests/golden/README.md: within tolerance · max(1, |expected|); infinities and NaN exactly; -0 is 0. */
const close = (actual: number, expected: number, tolerance: number): boolean =>
  Number.isFinite(actual) && Number.isFinite(expected)
    ? Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected))
    : Object.is(actual, expected);

/** Where two values differ, as sentences; none if all that the file expects is there, by the rule of the golden files. */
export function differences(what: string, actual: unknown, expected: unknown, tolerance: number): readonly string[] {
  if (expected === null || expected === undefined)
    return actual === null || actual === undefined ? [] : [`${what} is ${String(actual)}, expected nothing`];
  if (isNumber(expected) && isNumber(actual)) {
    const [a, e] = [number(actual), number(expected)];
    return close(a, e, tolerance) ? [] : [`${what} is ${a}, expected ${e} (difference ${Math.abs(a - e)})`];
  }
  if (isList(expected) && isList(actual)) {
    if (actual.length !== expected.length) return [`${what} has ${actual.length} items, expected ${expected.length}`];
    return Array.from(expected).flatMap((e, i) => differences(`${what}[${i}]`, actual[i], e, tolerance));
  }
  if (!isList(expected) && !isList(actual) && isRecord(expected) && isRecord(actual))
    return Object.keys(expected).flatMap((key) => differences(`${what}.${key}`, actual[key], expected[key], tolerance));
  return actual === expected ? [] : [`${what} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
