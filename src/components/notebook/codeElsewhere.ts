/** A cell as it stands in a file that leaves the book. */
import type {Cell} from "./cell.js";
import {elsewhere} from "./imports.js";
import {packageOf} from "./specifiers.js";

export interface Away {
  readonly title: string;
  /** The address of the book, with a final slash: links lead there. */
  readonly root: string;
}

const IMPORTED = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(["'])([^"'\n]+)\2/g;

/** Packages by their names, where the parser knows no types. */
const renamed = (code: string, named: (name: string) => string): string =>
  code.replace(IMPORTED, (_, before: string, quote: string, specifier: string) => {
    return `${before}${quote}${named(packageOf(specifier))}${quote}`;
  });

export function codeElsewhere({mode, value}: Cell, {root}: Away, named: (name: string) => string): string {
  switch (mode) {
    case "js":
      try {
        return elsewhere(value, "notebook", named).code;
      } catch {
        return renamed(value, named); // a program that is not finished leaves as it is
      }
    case "ts":
      return renamed(value, named);
    case "html":
      return value.replace(/(\shref=")\/(?!\/)/g, `$1${root}`);
    case "md":
    case "tex":
      return value;
  }
}
