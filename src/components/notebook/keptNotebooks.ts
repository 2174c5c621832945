/** Notebooks that the reader has changed, kept in this browser by the address of their page. */
import {createStore, del, get, set} from "idb-keyval";
import {checkedCells, type Cell} from "./cell.js";

interface KeptNotebook {
  /** Undefined where nothing is kept, or this browser keeps nothing. */
  readonly read: () => Promise<readonly Cell[] | undefined>;
  readonly write: (cells: readonly Cell[]) => Promise<void>;
  readonly forget: () => Promise<void>;
}

export function keptNotebook(name: string): KeptNotebook {
  const store = createStore("llm-first-principles-notebooks", "cells");
  return {
    read: () => get<unknown>(name, store).then(checkedCells, () => undefined),
    write: (cells) => set(name, cells, store),
    forget: () => del(name, store).catch(() => undefined)
  };
}
