import {showValue} from "./showValue.js";

/** The first place where a value is not what was expected. */
interface Difference {
  /** As code would reach it, such as `[2].probability`; empty for the value itself. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * The first difference between two values, or undefined if they are equal.
 *
 * Numbers agree within `tolerance`, relative above 1 and absolute below; NaN equals NaN. Lists of numbers agree whatever
 * typed array or array holds them. Maps and sets
 * of plain keys are compared in any order. The walk follows `expected`, so it ends.
 */
export function difference(expected: unknown, actual: unknown, tolerance = 1e-9, path = ""): Difference | undefined {
  const differ = {path, expected, actual};
  if (typeof expected === "number") return near(expected, actual, tolerance) ? undefined : differ;
  if (typeof expected !== "object" || expected === null) return Object.is(expected, actual) ? undefined : differ;
  if (typeof actual !== "object" || actual === null) return differ;
  const list = listOf(expected);
  if (list !== undefined) {
    const other = listOf(actual);
    if (other === undefined || other.length !== list.length) return differ;
    return first(list.length, (i) => difference(list[i], other[i], tolerance, `${path}[${i}]`));
  }
  if (listOf(actual) !== undefined) return differ;
  if (expected instanceof Map) return actual instanceof Map ? inMap(expected, actual, tolerance, path) : differ;
  if (expected instanceof Set) {
    const same =
      actual instanceof Set && actual.size === expected.size && [...expected].every((item) => actual.has(item));
    return same ? undefined : differ;
  }
  return tag(actual) !== tag(expected)
    ? differ
    : inMap(new Map(Object.entries(expected)), new Map(Object.entries(actual)), tolerance, path);
}

/** What kind of object it is, such as `[object Date]`. */
const tag = (value: object): string => Object.prototype.toString.call(value);

function near(expected: number, actual: unknown, tolerance: number): boolean {
  if (typeof actual !== "number") return false;
  if (Object.is(expected, actual) || expected === actual) return true;
  return Number.isFinite(expected) && Math.abs(expected - actual) <= tolerance * Math.max(1, Math.abs(expected));
}

function inMap(
  expected: ReadonlyMap<unknown, unknown>,
  actual: ReadonlyMap<unknown, unknown>,
  tolerance: number,
  path: string
): Difference | undefined {
  const keys = [...expected.keys()];
  const missing = first(keys.length, (i) => {
    const key = keys[i];
    const at = `${path}${step(key)}`;
    return actual.has(key)
      ? difference(expected.get(key), actual.get(key), tolerance, at)
      : {path: at, expected: expected.get(key), actual: undefined};
  });
  if (missing !== undefined) return missing;
  const [surplus] = [...actual.keys()].filter((key) => !expected.has(key));
  return actual.size === expected.size
    ? undefined
    : {path: `${path}${step(surplus)}`, expected: undefined, actual: actual.get(surplus)};
}

/** A key as code reaches it. */
const step = (key: unknown): string =>
  typeof key === "string" && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${showValue(key, 30)}]`;

function first<T>(count: number, find: (i: number) => T | undefined): T | undefined {
  for (let i = 0; i < count; i++) {
    const found = find(i);
    if (found !== undefined) return found;
  }
  return undefined;
}

function listOf(value: object): ArrayLike<unknown> | undefined {
  if (Array.isArray(value)) return value;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return value as unknown as ArrayLike<unknown>; // a typed array
  return undefined;
}
