import type {Ids} from "../../text/ids.js";
import type {NgramShape} from "./ngrams.js";

/** Sequences in one array: each token plus one, and enough zeros before each sequence that no context reaches another. */
export interface Laid {
  readonly text: Ids;
  /** Half-open ranges of the positions whose token is counted. */
  readonly ranges: readonly {readonly start: number; readonly end: number}[];
  /** How many positions these are. */
  readonly tokens: number;
}

/** Distinct windows, by the position of their last token, sorted; and how often each occurs. */
interface Windows {
  readonly windows: Uint32Array;
  readonly count: Uint32Array;
}

const MOST_BUCKETS = 0x10000; // more, and the buckets' heads no longer fit a processor's nearest cache
const MOST_CELLS = 0x100000; // a table of 4 MB a column: larger ones are slower than sorting
const CELLS_PER_TOKEN = 8; // and clearing a table that stays nearly empty would cost more than it saves

/**
 * Sorts windows by (newest context token, …, oldest context token, next token) and joins equal ones.
 *
 * LSD radix sort: stable counting sorts, last key first. Where two tokens together fit 2^16 buckets, one pass sorts by
 * both, so the work is about tokens × (order + 1) / 2, whatever the counts.
 *
 * @see Knuth, The Art of Computer Programming, vol. 3, section 5.2.5.
 */
export function sortWindows(laid: Laid, {order, vocabSize}: NgramShape): Windows {
  const {text, tokens} = laid;
  const base = vocabSize + 1;
  const possible = power(base, order + 1);
  if (possible <= Math.min(MOST_CELLS, CELLS_PER_TOKEN * tokens)) return countInTable(laid, base, order, possible);
  const paired = base * base <= MOST_BUCKETS;
  const width = paired ? 2 : 1;
  const buckets = paired ? base * base : base;
  const digits = paired ? pairUp(text, 1, base) : text;
  const odd = paired && order % 2 === 1; // the oldest token, left over by pairs, goes with the next token
  const least = odd ? pairUp(text, order, base, "older first") : text;

  let from = firstPass(laid, least, odd ? buckets : base);
  let to = new Uint32Array(tokens);
  for (let offset = order - width + (odd ? 0 : 1); offset > 0; offset -= width) {
    pass(laid, digits, offset, buckets, from, to);
    [from, to] = [to, from];
  }
  return joinEqual(text, digits, width, order, from, to);
}

/** Where all possible windows fit a table: a count, and a position, for each of them. */
function countInTable({text, ranges}: Laid, base: number, order: number, possible: number): Windows {
  const count = new Uint32Array(possible);
  const last = new Uint32Array(possible);
  for (const {start, end} of ranges)
    for (let p = start; p < end; p++) {
      let window = 0;
      for (let offset = 1; offset <= order; offset++) window = window * base + text[p - offset]!;
      window = window * base + text[p]!;
      count[window]!++;
      last[window] = p;
    }
  let n = 0;
  for (let window = 0; window < possible; window++)
    if (count[window]! > 0) {
      last[n] = last[window]!;
      count[n++] = count[window]!;
    }
  return {windows: last.subarray(0, n), count: count.subarray(0, n)};
}

/** base^exponent in whole numbers; anything too large for a table is as good as infinite. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent && result <= MOST_CELLS; i++) result *= base;
  return result;
}

/** Each token and the one `apart` before it, as one number. */
function pairUp(
  text: Ids,
  apart: number,
  base: number,
  first: "newer first" | "older first" = "newer first"
): Uint16Array {
  const [newer, older] = first === "newer first" ? [base, 1] : [1, base];
  const pairs = new Uint16Array(text.length);
  for (let i = apart; i < text.length; i++) pairs[i] = text[i]! * newer + text[i - apart]! * older;
  return pairs;
}

function firstPass({ranges, tokens}: Laid, digits: Ids, buckets: number): Uint32Array<ArrayBuffer> {
  const heads = new Uint32Array(buckets + 1);
  for (const {start, end} of ranges) for (let p = start; p < end; p++) heads[digits[p]! + 1]!++;
  for (let d = 1; d <= buckets; d++) heads[d]! += heads[d - 1]!;
  const to = new Uint32Array(tokens);
  for (const {start, end} of ranges) for (let p = start; p < end; p++) to[heads[digits[p]!]!++] = p;
  return to;
}

/** One stable counting sort: positions by the digit `offset` before each. */
function pass({ranges}: Laid, digits: Ids, offset: number, buckets: number, from: Uint32Array, to: Uint32Array): void {
  const heads = new Uint32Array(buckets + 1);
  for (const {start, end} of ranges) for (let p = start; p < end; p++) heads[digits[p - offset]! + 1]!++;
  for (let d = 1; d <= buckets; d++) heads[d]! += heads[d - 1]!;
  for (let i = 0; i < from.length; i++) {
    const p = from[i]!;
    to[heads[digits[p - offset]!]!++] = p;
  }
}

/** Of neighbors that are equal, keeps the first, in place, and counts them into the other buffer. */
function joinEqual(
  text: Ids,
  digits: Ids,
  width: number,
  order: number,
  windows: Uint32Array,
  count: Uint32Array
): Windows {
  let n = 0;
  let previous = -1;
  for (let i = 0; i < windows.length; i++) {
    const p = windows[i]!;
    let same = previous >= 0 && text[p] === text[previous];
    let offset = 1;
    for (; same && offset + width - 1 <= order; offset += width)
      same = digits[p - offset] === digits[previous - offset];
    for (; same && offset <= order; offset++) same = text[p - offset] === text[previous - offset];
    if (same) count[n - 1]!++;
    else {
      windows[n] = p;
      count[n++] = 1;
      previous = p;
    }
  }
  return {windows: windows.subarray(0, n), count: count.subarray(0, n)};
}
