/** What modules are called in the book, and what anywhere else. */
const outside: readonly (readonly [here: RegExp, there: string])[] = [
  [/^\/lib\/index\.js$/, "llm-first-principles"],
  [/^\/lib\/rxjs\.js$/, "rxjs"],
  [/^\/lib\/d3\.js$/, "d3"],
  [/^\/lib\/plot\.js$/, "@observablehq/plot"],
  [/^\/lib\/graph\.js$/, "d3"],
  [/^\/lib\/((?:stages\/)?[\w-]+)\.js$/, "llm-first-principles/$1"],
  [/^npm:/, ""]
];

/** The name of a package for an address of the book; other names stay as they are. */
export const packageOf = (specifier: string): string =>
  outside.reduce((name, [here, there]) => name.replace(here, there), specifier);
