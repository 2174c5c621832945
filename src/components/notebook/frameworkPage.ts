/** A notebook as a page of Observable Framework, and such a page as cells. */
import type {Cell, Mode} from "./cell.js";
import {codeElsewhere, type Away} from "./codeElsewhere.js";

/** Between two cells of prose, which would else be one. */
const BORDER = "<!-- cell -->";

const runs: ReadonlySet<string> = new Set<Mode>(["js", "ts", "html", "tex"]);

/** Backticks for a fence around a text: more of them than stand at a line's start in it. */
const fenceOf = (text: string): string =>
  "`".repeat(Math.max(3, ...[...text.matchAll(/^`{3,}/gm)].map(([ticks]) => ticks.length + 1)));

function block({mode, pinned}: Cell, code: string): string {
  if (mode === "md") return code;
  const fence = fenceOf(code);
  return `${fence}${mode}${pinned ? " echo" : ""}\n${code}\n${fence}`;
}

/** The page's text; what its cells import has npm's names, as Framework wants them. */
export function frameworkPage(away: Away, cells: readonly Cell[]): string {
  const parts = cells.flatMap((cell, i) => {
    const text = block(
      cell,
      codeElsewhere(cell, away, (name) => `npm:${name}`)
    );
    return cell.mode === "md" && cells[i - 1]?.mode === "md" ? [BORDER, text] : [text];
  });
  return `---\ntitle: ${JSON.stringify(away.title)}\n---\n\n${parts.join("\n\n")}\n`;
}

const FENCE = /^(`{3,})(\w+)([^\n`]*)\n([\s\S]*?)^\1[ \t]*$/gm;

/** What runs on such a page, and the prose between. `run=false` and other languages stay prose. */
export function cellsOfPage(text: string): readonly Cell[] {
  const body = text.replace(/\r\n?/g, "\n").replace(/^---\n[\s\S]*?\n---\n/, "");
  const cells: Cell[] = [];
  const add = (mode: Mode, value: string, pinned: boolean) => cells.push({id: cells.length + 1, mode, value, pinned});
  const prose = (text: string) => {
    for (const part of text.split(BORDER)) if (part.trim() !== "") add("md", part.trim(), false);
  };
  let at = 0;
  for (const match of body.matchAll(FENCE)) {
    const [all, , language = "", info = "", code = ""] = match;
    if (!runs.has(language) || /\brun=false\b/.test(info)) continue;
    prose(body.slice(at, match.index));
    add(language as Mode, code.replace(/\n$/, ""), /\becho\b/.test(info) && !/\becho=false\b/.test(info));
    at = match.index + all.length;
  }
  prose(body.slice(at));
  return cells;
}
