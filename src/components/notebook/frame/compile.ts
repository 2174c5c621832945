/** A cell as the runtime wants it: what it needs, what it gives, and the text of a function between them. */
import {toCell, transpileJavaScript, transpileTemplate} from "@observablehq/notebook-kit";
import type {Cell} from "../cell.js";
import {guarded, linked} from "./guard.js";

export interface Compiled {
  /** A function's text; it asks `__load` for modules. */
  readonly body: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly autodisplay: boolean;
}

/** What takes the types off TypeScript. */
export type Untyped = (source: string) => string;

function javaScriptOf({mode, value, id}: Cell, untyped: Untyped): string {
  const template =
    mode === "js" || mode === "ts" || value.trim() === "" ? "" : transpileTemplate(toCell({id, mode, value}));
  switch (mode) {
    case "js":
      return value;
    case "ts":
      return untyped(value);
    case "html":
      return template.replace(/^htl\.html/, "__html"); // all that the cell has, where the kit's gives one element
    case "md":
    case "tex":
      return template;
  }
}

/** @throws SyntaxError if the cell is no program */
export function compile(cell: Cell, untyped: Untyped): Compiled {
  const source = guarded(javaScriptOf(cell, untyped));
  const {body, inputs = [], outputs = [], autodisplay = false} = transpileJavaScript(source, {});
  return {body: linked(body), inputs, outputs, autodisplay};
}
