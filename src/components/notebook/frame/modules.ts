/** Modules for cells: their text comes from the page, and becomes addresses that only this frame knows. */
import type {Pieces, Wanted} from "../wire.js";

type Ask = (what: Wanted, name: string) => Promise<unknown>;

const PIECE = /"\.\/(nb-[\w.-]+\.js)"/g;

/** What the build writes for an import that a module makes later. */
declare global {
  var notebookImport: (piece: string) => Promise<unknown>;
}

export function modules(ask: Ask): (specifier: string) => Promise<unknown> {
  const urls = new Map<string, string>();
  const known = new Map<string, Promise<string>>();
  const urlOf = (what: "module" | "piece", name: string): Promise<string> => {
    const key = `${what} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const url = ask(what, name).then((answer) => {
      const pieces = answer as Pieces;
      for (const {name, text} of pieces) {
        if (urls.has(name)) continue;
        const linked = text.replace(PIECE, (all, piece: string) => JSON.stringify(urls.get(piece) ?? all.slice(1, -1)));
        urls.set(name, URL.createObjectURL(new Blob([linked], {type: "text/javascript"})));
      }
      return urls.get(pieces.at(-1)?.name ?? "") ?? "";
    });
    known.set(key, url);
    url.catch(() => known.delete(key)); // tried again by the next cell that asks
    return url;
  };
  globalThis.notebookImport = async (piece) => import(await urlOf("piece", piece));
  return async (specifier) => import(await urlOf("module", specifier));
}
