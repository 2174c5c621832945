/**
 * The room that a page keeps for what JavaScript makes: `<div class="slot">${figure(…)}</div>` is as high from the first
 * paint as what will stand in it. Heights are measured in a browser at six widths (`npm run measure`) and kept beside the
 * pages, in `heights.json`, by the expression that stands in the slot.
 */
import {existsSync, readFileSync, statSync} from "node:fs";
import {dirname, join} from "node:path/posix";
import {root} from "./root.js";

/** The widths that heights are measured at. Between two of them the lower height of both is kept. */
export const widths = [360, 390, 768, 1024, 1280, 1440] as const;

export interface SlotHeights {
  /** Of the whole slot, at each width. */
  readonly slot: readonly number[];
  /** Of the body of the figure in it. */
  readonly body?: readonly number[];
}

/** Slots of the pages of one folder: by page, then by what stands in the slot. */
export type Heights = Readonly<Record<string, Readonly<Record<string, SlotHeights>>>>;

const SLOT = /<div class="slot\b[^"]*"[^>]*>\$\{(.*)/g;

/** What a slot is called: the exercise that it asks, the name that its figure is given, or the beginning of its expression. */
function slotKey(expression: string): string {
  const [, asked, named] =
    /\b(?:predict|choose|compute|write)\([\w.]+, "([\w-]+)"|\bname: "([\w-]+)"/.exec(expression) ?? [];
  return asked ?? named ?? expression.replace(/\}<\/div>.*$/, "").slice(0, 60);
}

/** The slots of a page, in order. */
export const slotsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(SLOT)].map(([, expression = ""]) => slotKey(expression));

/** Where the heights of a page are kept, and under which name: `/stages/01-markov/sampling`. */
export const heightsOf = (page: string): {readonly file: string; readonly name: string} => ({
  file: join("src", dirname(page), "heights.json"),
  name: page.slice(page.lastIndexOf("/") + 1)
});

const known = new Map<string, {readonly at: number; readonly heights: Heights}>();

function read(file: string): Heights {
  const path = join(root, file);
  if (!existsSync(path)) return {};
  const at = statSync(path).mtimeMs;
  const before = known.get(file);
  if (before?.at === at) return before.heights;
  const heights = JSON.parse(readFileSync(path, "utf8")) as Heights;
  known.set(file, {at, heights});
  return heights;
}

/** Declarations that keep the room of a slot; none for one that was never measured. */
function declarations({slot, body}: SlotHeights): string {
  const named = (prefix: string, heights: readonly number[]) => heights.map((h, i) => `--${prefix}${widths[i]}:${h}px`);
  return [...named("s", slot), ...(body === undefined ? [] : named("b", body))].join(";");
}

/** A page's Markdown with the kept room written to its slots. */
export function withHeights(markdown: string, page: string): string {
  const {file, name} = heightsOf(page);
  const heights = read(file)[name] ?? {};
  return markdown.replace(SLOT, (slot, expression: string) => {
    const kept = heights[slotKey(expression)];
    return kept === undefined ? slot : slot.replace(">", ` style="${declarations(kept)}">`);
  });
}
