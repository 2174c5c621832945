import {doubled} from "./pieceTable.js";
import {findPair, pairTable, putPair, type PairTable} from "./pairTable.js";

/** Words as rows of symbols, all in one: each symbol knows its neighbors, so that a merge touches what it changes alone. */
interface Rows {
  readonly symbols: Int32Array;
  /** Where the next and the previous symbol of the same word are; -1 at its ends. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** How often the word of each symbol occurs. */
  readonly weights: Float64Array;
}

/** What is known of the pairs in rows: their counts, and the places where each may stand. */
export interface PairIndex {
  readonly rows: Rows;
  table: PairTable;
  lefts: Int32Array;
  rights: Int32Array;
  readonly counts: number[];
  readonly places: number[][];
  size: number;
}

/** Lays words, as lists of symbols, in rows. */
export function makeRows(words: Iterable<readonly [symbols: ArrayLike<number>, count: number]>): Rows {
  const all = [...words];
  const length = all.reduce((sum, [symbols]) => sum + symbols.length, 0);
  const rows: Rows = {
    symbols: new Int32Array(length),
    next: new Int32Array(length).fill(-1),
    previous: new Int32Array(length).fill(-1),
    weights: new Float64Array(length)
  };
  let at = 0;
  for (const [symbols, count] of all)
    for (let i = 0; i < symbols.length; i++, at++) {
      rows.symbols[at] = symbols[i]!;
      rows.weights[at] = count;
      if (i > 0) rows.previous[at] = at - 1;
      if (i > 0) rows.next[at - 1] = at;
    }
  return rows;
}

/** How often each of `size` symbols occurs. */
export function symbolCounts({symbols, weights}: Rows, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (let at = 0; at < symbols.length; at++) counts[symbols[at]!]! += weights[at]!;
  return counts;
}

/** Counts all pairs of neighbors. Occurrences may overlap: aaa has two aa. */
export function indexPairs(rows: Rows): PairIndex {
  const index: PairIndex = {
    rows,
    table: pairTable(512),
    lefts: new Int32Array(512),
    rights: new Int32Array(512),
    counts: [],
    places: [],
    size: 0
  };
  for (let at = 0; at < rows.symbols.length; at++) if (rows.next[at]! >= 0) addPair(index, at);
  return index;
}

/** The number of a pair, in the order in which pairs were first met. */
function numberOf(index: PairIndex, left: number, right: number): number {
  const at = findPair(index.table, left, right);
  if (at >= 0) return index.table.slots[at + 2]!;
  const number = index.size++;
  if (number === index.lefts.length) {
    index.lefts = doubled(index.lefts);
    index.rights = doubled(index.rights);
    const table = pairTable(index.lefts.length);
    for (let i = 0; i < number; i++) {
      const [a, b] = [index.lefts[i]!, index.rights[i]!];
      putPair(table, ~findPair(table, a, b), a, b, i, 0);
    }
    index.table = table;
  }
  index.lefts[number] = left;
  index.rights[number] = right;
  index.counts.push(0);
  index.places.push([]);
  putPair(index.table, ~findPair(index.table, left, right), left, right, number, 0);
  return number;
}

/** Counts the pair that begins at a place, and returns its number. */
function addPair(index: PairIndex, at: number): number {
  const {symbols, next, weights} = index.rows;
  const number = numberOf(index, symbols[at]!, symbols[next[at]!]!);
  index.counts[number]! += weights[at]!;
  index.places[number]!.push(at);
  return number;
}

/**
 * Merges a pair, wherever it stands, from left to right, into `symbol`, and calls `changed` for each pair that became more
 * or less frequent, once or more, and `merged` for each merge with its word’s count.
 */
export function mergePair(
  index: PairIndex,
  pair: number,
  symbol: number,
  changed: (pair: number) => void,
  merged?: (weight: number) => void
): void {
  const {symbols, next, previous, weights} = index.rows;
  const [left, right] = [index.lefts[pair]!, index.rights[pair]!];
  const places = index.places[pair]!;
  index.places[pair] = [];
  const lose = (a: number, b: number): void => {
    const number = numberOf(index, symbols[a]!, symbols[b]!);
    index.counts[number]! -= weights[a]!;
    changed(number);
  };
  for (const at of inOrder(places)) {
    const after = next[at]!;
    // places are not taken out when a neighbor merges: what stands there now decides
    if (symbols[at] !== left || after < 0 || symbols[after] !== right) continue;
    const [before, beyond] = [previous[at]!, next[after]!];
    if (before >= 0) lose(before, at);
    if (beyond >= 0) lose(after, beyond);
    index.counts[pair]! -= weights[at]!;
    merged?.(weights[at]!);
    symbols[at] = symbol;
    symbols[after] = -1;
    next[at] = beyond;
    if (beyond >= 0) previous[beyond] = at;
    if (before >= 0) changed(addPair(index, before));
    if (beyond >= 0) changed(addPair(index, at));
  }
  changed(pair);
}

/** Places from left to right, once each: they are so already, but where one symbol is made by two merges. */
function inOrder(places: readonly number[]): readonly number[] {
  for (let i = 1; i < places.length; i++) if (places[i]! < places[i - 1]!) return [...places].sort((a, b) => a - b);
  return places;
}
