import {checkId} from "./ids.js";

/** The texts of all ids in one row of UTF-16 units: that of `id` is from `starts[id]` up to `starts[id + 1]`. */
interface Spelling {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
}

/** Lays the texts of ids 0, 1, 2, … in a row. */
export function spelling(texts: readonly string[]): Spelling {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, id) => (starts[id + 1] = starts[id]! + text.length));
  const units = new Uint16Array(starts[texts.length]!);
  texts.forEach((text, id) => {
    for (let i = 0, at = starts[id]!; i < text.length; i++) units[at++] = text.charCodeAt(i);
  });
  return {units, starts};
}

// few enough to be arguments of one call, enough that 20 MB are few strings to join
const pageSize = 8192;

/**
 * The text that ids spell.
 *
 * @throws ConfigError if an id has no spelling.
 */
export function spell(where: string, {units, starts}: Spelling, ids: ArrayLike<number>): string {
  const size = starts.length - 1;
  const page = new Uint16Array(pageSize);
  const pages: string[] = [];
  let filled = 0;
  const flush = (): void => {
    pages.push(String.fromCharCode.apply(null, page.subarray(0, filled) as unknown as number[]));
    filled = 0;
  };
  for (let i = 0; i < ids.length; i++) {
    const id = checkId(where, ids[i], i, size);
    const end = starts[id + 1]!;
    for (let at = starts[id]!; at < end; at++) {
      if (filled === pageSize) flush();
      page[filled++] = units[at]!;
    }
  }
  flush();
  return pages.join("");
}
