/** Notebooks that the reader has changed, kept in this browser by the address of their page. */
import {createStore, del, get, set} from "idb-keyval";
import {checkedCells, type Cell} from "./cell.js";

interface Kept {
  readonly cells: readonly Cell[];
  /** Whether the reader has run these cells, or made them while they ran: else they came from elsewhere, and open at rest. */
  readonly ran: boolean;
}

interface KeptNotebook {
  /** Undefined where nothing is kept, or this browser keeps nothing. */
  readonly read: () => Promise<Kept | undefined>;
  readonly write: (kept: Kept) => Promise<void>;
  readonly forget: () => Promise<void>;
}

export function keptNotebook(name: string): KeptNotebook {
  const store = createStore("llm-first-principles-notebooks", "cells");
  return {
    read: async () => {
      const found: unknown = await get<unknown>(name, store).catch(() => undefined);
      if (typeof found !== "object" || found === null) return undefined;
      const {cells, ran} = found as Partial<Record<keyof Kept, unknown>>;
      const checked = checkedCells(cells);
      return checked === undefined ? undefined : {cells: checked, ran: ran === true};
    },
    write: (kept) => set(name, kept, store),
    forget: () => del(name, store).catch(() => undefined)
  };
}
