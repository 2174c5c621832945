/** A number for each code point, 256 to a page; pages without an entry share page 0. */
interface CodePointTable {
  readonly pages: Uint16Array;
  readonly values: Int32Array;
}

/** How many code points there can be. */
export const codePointCount = 0x110000;

/** The table that has -1 everywhere but at `codePoints`, where it has their places in the list. */
export function codePointTable(codePoints: ArrayLike<number>): CodePointTable {
  const pages = new Uint16Array(codePointCount >>> 8);
  let count = 0;
  for (let i = 0; i < codePoints.length; i++) {
    const page = codePoints[i]! >>> 8;
    if (pages[page] === 0) pages[page] = ++count;
  }
  const values = new Int32Array((count + 1) << 8).fill(-1);
  for (let i = 0; i < codePoints.length; i++) values[place(pages, codePoints[i]!)] = i;
  return {pages, values};
}

/** What a table has for a code point. */
export const valueAt = ({pages, values}: CodePointTable, codePoint: number): number => values[place(pages, codePoint)]!;

const place = (pages: Uint16Array, codePoint: number): number => (pages[codePoint >>> 8]! << 8) | (codePoint & 255);
