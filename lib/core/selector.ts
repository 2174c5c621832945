import {ConfigError, found} from "./errors.js";

/**
 * Which leaves of a tree are meant, by their paths: `layers.*.weight`, where `*` stands for one name or position and `**`
 * for any number of them; a list means whatever one of its patterns means; or a function of the path.
 */
export type Selector = string | readonly string[] | ((path: string) => boolean);

const SPECIAL = /[.+?^${}()|[\]\\]/g;

/** A pattern as an expression: `**` may stand for nothing, point included. */
function expressionOf(where: string, pattern: string): RegExp {
  const names = pattern.split(".");
  if (pattern === "" || names.includes(""))
    throw new ConfigError(
      where,
      "a pattern is names joined with points",
      [found("pattern", pattern)],
      'such as "layers.*.weight"'
    );
  const parts = names.map((name, i) => {
    if (name === "**") return i === names.length - 1 ? "(?:[^.]+\\.)*[^.]+" : "(?:[^.]+\\.)*";
    const text = name.replace(SPECIAL, "\\$&").replaceAll("*", "[^.]*");
    return i === names.length - 1 ? text : `${text}\\.`;
  });
  return new RegExp(`^${parts.join("")}$`);
}

/**
 * A selector as a test of paths.
 *
 * @throws ConfigError for a pattern that has a name without letters.
 */
export function selects(where: string, selector: Selector): (path: string) => boolean {
  if (typeof selector === "function") return selector;
  const patterns = (typeof selector === "string" ? [selector] : selector).map((each) => expressionOf(where, each));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/**
 * The paths that a selector means.
 *
 * @throws ConfigError where a pattern of it means none: a typing mistake would silently freeze nothing.
 */
export function selected(where: string, selector: Selector, paths: readonly string[]): ReadonlySet<string> {
  if (typeof selector !== "function")
    for (const pattern of typeof selector === "string" ? [selector] : selector)
      if (!paths.some(selects(where, pattern)))
        throw new ConfigError(where, "a pattern means at least one path", [
          found("pattern", pattern),
          {name: "paths", value: `${paths.slice(0, 8).join(", ")}${paths.length > 8 ? ", …" : ""}`}
        ]);
  return new Set(paths.filter(selects(where, selector)));
}
