/** The files in which a notebook leaves the book and comes back: loaded when one is asked for, for a parser is among them. */
import {checkedCells, type Cell} from "./cell.js";
import type {Away} from "./codeElsewhere.js";
import {cellsOfPage, frameworkPage} from "./frameworkPage.js";
import {cellsOfKit, kitFile} from "./kitFile.js";
import {scriptOf} from "./script.js";

interface Format {
  readonly ending: string;
  readonly type: string;
  readonly write: (away: Away, cells: readonly Cell[]) => string;
}

export const formats: Readonly<Record<"kit" | "framework" | "script", Format>> = {
  kit: {ending: "html", type: "text/html", write: kitFile},
  framework: {ending: "md", type: "text/markdown", write: frameworkPage},
  script: {ending: "mjs", type: "text/javascript", write: ({title}, cells) => scriptOf(title, cells)}
};

/** The cells of a Notebook Kit file, or of a Framework page; undefined where there are none that run here. */
export function cellsOfFile(text: string): readonly Cell[] | undefined {
  const cells = /<notebook[\s>]/i.test(text) ? cellsOfKit(text) : cellsOfPage(text);
  return cells.length === 0 ? undefined : checkedCells(cells);
}
