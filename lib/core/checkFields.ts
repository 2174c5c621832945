import {ConfigError, found} from "./errors.js";

/**
 * Refuses a config that is no record, or has a field that nobody asked for, and names the known field nearest to it:
 * a misspelled setting that is silently ignored costs an evening.
 *
 * @throws ConfigError
 */
export function checkFields(where: string, config: unknown, known: readonly string[]): void {
  if (config === null || typeof config !== "object" || Array.isArray(config))
    throw new ConfigError(
      where,
      "a config is a record of settings",
      [found(where, config)],
      `fields: ${known.join(", ")}`
    );
  for (const field of Object.keys(config)) {
    if (known.includes(field)) continue;
    const [nearest] = known
      .map((name) => ({name, distance: editDistance(field, name)}))
      .sort((a, b) => a.distance - b.distance);
    const hint =
      nearest && nearest.distance <= 3 ? `did you mean ${nearest.name}?` : `known fields: ${known.join(", ")}`;
    throw new ConfigError(
      `${where}.${field}`,
      "there is no such setting",
      [found(field, Reflect.get(config, field))],
      hint
    );
  }
}

/**
 * Refuses a value that is none of a few.
 *
 * @throws ConfigError
 */
export function oneOf<T extends string>(where: string, value: unknown, known: readonly T[]): T {
  const chosen = known.find((name) => name === value);
  if (chosen !== undefined) return chosen;
  const near = typeof value === "string" ? known.find((name) => editDistance(value, name) <= 3) : undefined;
  throw new ConfigError(
    where,
    "this is not one of the choices",
    [found("given", value), {name: "choices", value: known.join(", ")}],
    near === undefined ? undefined : `did you mean ${near}?`
  );
}

/**
 * Letters to insert, delete or replace to make one word of another. Words longer than 40 letters are cut.
 *
 * @example
 * editDistance("layers", "layer"); // 1
 */
export function editDistance(from: string, to: string): number {
  const [a, b] = [from.slice(0, 40).toLowerCase(), to.slice(0, 40).toLowerCase()];
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
