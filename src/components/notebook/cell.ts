/** What a cell is written in: the modes of a Notebook Kit file that run here. */
export const MODES = ["js", "ts", "md", "html", "tex"] as const;
export type Mode = (typeof MODES)[number];

/** A cell as a notebook file has it. */
export interface Cell {
  readonly id: number;
  readonly mode: Mode;
  readonly value: string;
  /** Whether its code is shown. */
  readonly pinned: boolean;
}

/** A page of the book as a notebook. */
export interface Notebook {
  readonly title: string;
  readonly cells: readonly Cell[];
}

const MOST_CELLS = 400;
const LONGEST_CELL = 200_000;

const isMode = (mode: unknown): mode is Mode => MODES.some((one) => one === mode);

/** Cells from outside (an address, a file, the frame, whose cells may have written anything), or undefined where they are none. */
export function checkedCells(cells: unknown): readonly Cell[] | undefined {
  if (!Array.isArray(cells) || cells.length > MOST_CELLS) return undefined;
  const ids = new Set<number>();
  const made: Cell[] = [];
  for (const cell of cells as readonly unknown[]) {
    if (typeof cell !== "object" || cell === null) return undefined;
    const {id, mode, value, pinned} = cell as Partial<Record<keyof Cell, unknown>>;
    if (typeof id !== "number" || !Number.isSafeInteger(id) || id < 1 || ids.has(id)) return undefined;
    if (!isMode(mode) || typeof value !== "string" || value.length > LONGEST_CELL) return undefined;
    ids.add(id);
    made.push({id, mode, value, pinned: pinned === true});
  }
  return made;
}

/** Whether two cells run the same. */
export const sameCode = (a: Cell, b: Cell): boolean => a.mode === b.mode && a.value === b.value;

/** Whether two lists of cells are the same in every way. */
export const sameCells = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.length === b.length &&
  a.every((cell, i) => {
    const other = b[i];
    return other !== undefined && cell.id === other.id && cell.pinned === other.pinned && sameCode(cell, other);
  });

/** An id that none of the cells has. */
export const freeId = (cells: readonly Cell[]): number => cells.reduce((most, {id}) => Math.max(most, id), 0) + 1;
