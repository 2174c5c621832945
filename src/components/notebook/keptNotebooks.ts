/** Notebooks that the reader has changed, kept in this browser by the address of their page. */
import {createStore, del, get, set} from "idb-keyval";
import {kept as storage} from "../progress/keep.js";
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
  /** The same as the page is left, when a browser finishes nothing that has to be waited for. */
  readonly writeNow: (kept: Kept) => void;
  readonly forget: () => Promise<void>;
}

/** What was kept, looked at: it may come from an older book, or a damaged file. */
function readKept(found: unknown): Kept | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  const {cells, ran} = found as Partial<Record<keyof Kept, unknown>>;
  const checked = checkedCells(cells);
  return checked === undefined ? undefined : {cells: checked, ran: ran === true};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function keptNotebook(name: string): KeptNotebook {
  const store = createStore("llm-first-principles-notebooks", "cells");
  const last = `notebook-last:${name}`;
  const write = (kept: Kept): Promise<void> => set(name, kept, store);
  return {
    read: async () => {
      const left = readKept(parsed(storage.get(last) ?? ""));
      if (left === undefined) return readKept(await get<unknown>(name, store).catch(() => undefined));
      await write(left).then(
        () => storage.remove(last),
        () => undefined
      );
      return left;
    },
    write,
    writeNow: (kept) => storage.set(last, JSON.stringify(kept)),
    forget: () => del(name, store).catch(() => undefined)
  };
}
