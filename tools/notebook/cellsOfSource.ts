/**
 * A page of the book as the cells of a notebook: its code as it is, and its prose as HTML by the book's own Markdown, in
 * which `${…}` and formulas stay what an author would write. The page stays the only source.
 */
import {readFileSync} from "node:fs";
import {join, posix} from "node:path";
import type {Cell, Notebook} from "../../src/components/notebook/cell.js";
import {root} from "../root.js";
import {CODE_MARK, HELD, isComputed, rendered} from "./rendered.js";
import {topElements} from "./topElements.js";

/** Prose that does not change is one cell down to the next heading; what is computed is a cell of its own. */
function proseCells(parts: readonly string[]): readonly string[] {
  const cells: string[] = [];
  let open = false;
  for (const part of parts) {
    const computed = isComputed(part);
    if (computed || !open || /^<h[12]\b/.test(part)) cells.push(part);
    else cells.push(`${cells.pop() ?? ""}\n${part}`);
    open = !computed;
  }
  return cells;
}

/** Code that is the same wherever it stands: what is named from its page, is named from the root of the book. */
const anchored = (code: string, path: string): string =>
  code.replace(
    /(\bfrom\s*|\bimport\s*\(\s*|\bFileAttachment\(\s*)(["'])(\.\.?\/[^"'\n]+)\2/g,
    (_, before: string, quote: string, relative: string) =>
      `${before}${quote}${posix.join(posix.dirname(path), relative)}${quote}`
  );

/** @param path - of the page in the book, such as `/playground/markov` */
export function cellsOfSource(source: string, path: string): readonly Cell[] {
  const {html, expressions, code} = rendered(source, path);
  const whole = (text: string) => text.replace(HELD, (_, index: string) => `\${${expressions[Number(index)] ?? ""}}`);
  const cells: Cell[] = [];
  const add = (cell: Omit<Cell, "id">) => cells.push({id: cells.length + 1, ...cell});
  let prose: string[] = [];
  const flush = () => {
    for (const value of proseCells(prose)) add({mode: "html", value: whole(value), pinned: false});
    prose = [];
  };
  for (const part of topElements(html)) {
    // code within an element is a cell before it: the dataflow has no order
    const inside = [...part.matchAll(CODE_MARK)].flatMap(([, index]) => code[Number(index)] ?? []);
    if (inside.length > 0) flush();
    for (const {value, pinned} of inside) add({mode: "js", value: anchored(value, path), pinned});
    const rest = part.replace(CODE_MARK, "").trim();
    if (rest !== "") prose.push(rest);
  }
  flush();
  return cells;
}

const titleOf = (source: string): string =>
  /^title: *"?(.*?)"?$/m.exec(source)?.[1] ?? /^# (.*)$/m.exec(source)?.[1] ?? "Notebook";

/** The notebook of a page, by its place in the book: `playground/markov`. */
export function notebookOf(name: string): Notebook {
  const source = readFileSync(join(root, `src/${name}.md`), "utf8");
  return {title: titleOf(source), cells: cellsOfSource(source, `/${name}`)};
}
