import type {Ids} from "../../text/ids.js";
import {idArray, type Level, type Ngrams} from "./ngrams.js";

/** What followed each context of one length, whatever stood before it. Parallel to `Level.oldest`. */
export interface Totals {
  /** Context i was followed by `next[r]`, `count[r]` times, for r = `rows[i] … rows[i + 1] - 1`. */
  readonly rows: Uint32Array;
  readonly next: Ids;
  readonly count: Uint32Array;
  /** How often each context was followed by anything: N(h), `[contexts]`. */
  readonly sum: Float64Array;
}

const counted = new WeakMap<Ngrams, readonly Totals[]>(); // derived from an immutable value, so it only saves time

/** Counts under contexts of each length 0 … order: c(hw) for every k-gram that was seen. */
export function totals(model: Ngrams): readonly Totals[] {
  const known = counted.get(model);
  if (known) return known;
  const {levels, order, vocabSize} = model;
  const result = new Array<Totals>(order + 1);
  result[order] = withSum(levels[order]!);
  for (let k = order - 1; k >= 0; k--) result[k] = sumChildren(levels[k]!, result[k + 1]!, vocabSize, "occurrences");
  counted.set(model, result);
  return result;
}

/**
 * Continuation counts below the highest order: how many distinct tokens were seen immediately before hw, N1+(·hw).
 * The highest order keeps its counts; so does a context that starts with the begin id, which nothing can precede.
 *
 * @see Kneser and Ney, Improved backing-off for m-gram language modeling, ICASSP 1995.
 */
export function continuations(model: Ngrams): readonly Totals[] {
  const all = totals(model);
  const {levels, order, vocabSize, begin} = model;
  return all.map((raw, k) => {
    if (k === order) return raw;
    const distinct = sumChildren(levels[k]!, all[k + 1]!, vocabSize, "predecessors");
    return begin === undefined || k === 0 ? distinct : choose(raw, distinct, (c) => levels[k]!.oldest[c] === begin);
  });
}

/**
 * A context's counts from those of its children, which are the same context with one more token of the past:
 * their sum and what the context has of its own (occurrences), or in how many of them a token follows (predecessors).
 */
function sumChildren(level: Level, deeper: Totals, vocabSize: number, what: "occurrences" | "predecessors"): Totals {
  const own = what === "occurrences";
  const {children} = level;
  const most = (own ? level.next.length : 0) + deeper.next.length;
  const next = idArray(vocabSize, most);
  const count = new Uint32Array(most);
  const rows = new Uint32Array(level.rows.length);
  const sums = new Uint32Array(vocabSize);
  const touched = new Uint32Array(vocabSize);
  let n = 0;
  for (let c = 0; c + 1 < rows.length; c++) {
    const [from, to] = [deeper.rows[children[c]!]!, deeper.rows[children[c + 1]!]!];
    const [ownFrom, ownTo] = own ? [level.rows[c]!, level.rows[c + 1]!] : [0, 0];
    if (ownFrom === ownTo && children[c + 1]! - children[c]! === 1) {
      // most long contexts continue in one way only: their rows are copied as they stand
      for (let r = from; r < to; r++, n++) {
        next[n] = deeper.next[r]!;
        count[n] = own ? deeper.count[r]! : 1;
      }
    } else {
      let seen = gather(level.next, own ? level.count : undefined, ownFrom, ownTo, sums, touched, 0);
      seen = gather(deeper.next, own ? deeper.count : undefined, from, to, sums, touched, seen);
      sortSmall(touched, seen);
      for (let t = 0; t < seen; t++) {
        const w = touched[t]!;
        next[n] = w;
        count[n++] = sums[w]!;
        sums[w] = 0;
      }
    }
    rows[c + 1] = n;
  }
  return withSum({rows, next: next.slice(0, n), count: count.slice(0, n)});
}

/** Adds rows to sums by token (each as one without counts), and lists tokens not met before; how many there are now. */
function gather(
  next: Ids,
  count: Uint32Array | undefined,
  from: number,
  to: number,
  sums: Uint32Array,
  touched: Uint32Array,
  seen: number
): number {
  for (let r = from; r < to; r++) {
    const w = next[r]!;
    if (sums[w] === 0) touched[seen++] = w;
    sums[w]! += count ? count[r]! : 1;
  }
  return seen;
}

/** Sorts the first `length` entries: by insertion where there are few, which is nearly always. */
function sortSmall(list: Uint32Array, length: number): void {
  if (length > 32) return void list.subarray(0, length).sort();
  for (let i = 1; i < length; i++) {
    const value = list[i]!;
    let j = i;
    for (; j > 0 && list[j - 1]! > value; j--) list[j] = list[j - 1]!;
    list[j] = value;
  }
}

/** The rows of `a` for contexts that the rule takes, those of `b` for the others. */
function choose(a: Totals, b: Totals, takesA: (context: number) => boolean): Totals {
  const rows = new Uint32Array(a.rows.length);
  const next: number[] = [];
  const count: number[] = [];
  for (let c = 0; c + 1 < rows.length; c++) {
    const from = takesA(c) ? a : b;
    for (let r = from.rows[c]!; r < from.rows[c + 1]!; r++) {
      next.push(from.next[r]!);
      count.push(from.count[r]!);
    }
    rows[c + 1] = next.length;
  }
  return withSum({rows, next: Uint32Array.from(next), count: Uint32Array.from(count)});
}

function withSum({rows, next, count}: Pick<Totals, "rows" | "next" | "count">): Totals {
  const sum = new Float64Array(rows.length - 1);
  for (let c = 0; c < sum.length; c++) for (let r = rows[c]!; r < rows[c + 1]!; r++) sum[c]! += count[r]!;
  return {rows, next, count, sum};
}
