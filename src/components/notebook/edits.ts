/** What was done to a notebook, so that it can be undone: states, and where among them the reader is. */
import {sameCells, type Cell} from "./cell.js";

export interface Edits {
  readonly past: readonly (readonly Cell[])[];
  readonly now: readonly Cell[];
  readonly future: readonly (readonly Cell[])[];
  /** When the last edit came, in milliseconds of the caller's clock. */
  readonly at: number;
}

/** Letters typed in a row are one edit, if no pause between them is longer, in milliseconds. */
const PAUSE = 1000;
const MOST = 200;

export const begin = (cells: readonly Cell[]): Edits => ({past: [], now: cells, future: [], at: -Infinity});

const shape = (cells: readonly Cell[]): string => cells.map(({id, mode}) => `${id}${mode}`).join();

/** One edit more. Typing goes on with the edit before it; cells that come, go or move are an edit of their own. */
export function edit(edits: Edits, cells: readonly Cell[], at: number): Edits {
  if (sameCells(edits.now, cells)) return edits;
  const goesOn = edits.past.length > 0 && at - edits.at < PAUSE && shape(edits.now) === shape(cells);
  const past = goesOn ? edits.past : [...edits.past, edits.now].slice(-MOST);
  return {past, now: cells, future: [], at};
}

export function undo({past, now, future}: Edits): Edits | undefined {
  const before = past.at(-1);
  if (before === undefined) return undefined;
  return {past: past.slice(0, -1), now: before, future: [now, ...future], at: -Infinity};
}

export function redo({past, now, future}: Edits): Edits | undefined {
  const [next, ...rest] = future;
  if (next === undefined) return undefined;
  return {past: [...past, now], now: next, future: rest, at: -Infinity};
}
