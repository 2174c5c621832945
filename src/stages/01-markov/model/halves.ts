/** Good–Turing beside what is measured: n-grams of one half of a text, and what they do in the other. */
import type {Ids} from "/lib/index.js";
import {countNgrams, countOf, totals, type Ngrams, type NgramShape} from "/lib/stages/markov.js";

/** By count r in the first half; the list at 0 is empty of meaning for `foretold` and `measured`, so it is NaN there. */
export interface Halves {
  /** n_r for r = 0 … most + 1: how many n-grams occur r times in the first half. n_0 is not known, and 0 here. */
  readonly kinds: readonly number[];
  /** r* = (r + 1) n_{r+1} / n_r, from the first half alone. */
  readonly foretold: readonly number[];
  /** How often those n-grams occur in the second half, on average. */
  readonly measured: readonly number[];
  /** The share of all that was not seen: n_1 / N foretells it, and so much of the second half is new. */
  readonly unseen: {readonly foretold: number; readonly measured: number};
}

/** Counts 1 … most of the first half of a text, each with what Good–Turing makes of it and with what the second half says. */
export function halves(ids: Ids, shape: NgramShape, most: number): Halves {
  const middle = ids.length >>> 1;
  const [first, second] = [ids.subarray(0, middle), ids.subarray(middle)].map((half) =>
    countNgrams([{ids: half}], shape)
  ) as [Ngrams, Ngrams];
  const kinds = new Array<number>(most + 2).fill(0);
  const found = new Array<number>(most + 1).fill(0);
  let seen = 0; // n-grams of the second half that the first has too
  for (const {context, token, times} of ngramsOf(first)) {
    if (times <= most + 1) kinds[times]!++;
    const again = countOf(second, context, token);
    if (times <= most) found[times]! += again;
    seen += again;
  }
  const of = (r: number) => kinds[r] ?? 0;
  const all = (model: Ngrams) => totals(model)[shape.order]!.sum.reduce((a, b) => a + b, 0);
  return {
    kinds,
    foretold: found.map((_, r) => (r === 0 ? NaN : ((r + 1) * of(r + 1)) / of(r))),
    measured: found.map((sum, r) => (r === 0 ? NaN : sum / of(r))),
    unseen: {foretold: of(1) / all(first), measured: 1 - seen / all(second)}
  };
}

/** Each n-gram of the highest order: its context from the oldest token to the newest, what followed, and how often. */
function* ngramsOf(model: Ngrams) {
  const {rows, next, count} = totals(model)[model.order]!;
  for (const [c, context] of contextsOf(model).entries())
    for (let r = rows[c]!; r < rows[c + 1]!; r++) yield {context, token: next[r]!, times: count[r]!};
}

function contextsOf({levels, order}: Ngrams): readonly (readonly number[])[] {
  let known: (readonly number[])[] = [[]];
  for (let k = 0; k < order; k++) {
    const deeper: (readonly number[])[] = [];
    known.forEach((tokens, c) => {
      const {children} = levels[k]!;
      for (let d = children[c]!; d < children[c + 1]!; d++) deeper[d] = [levels[k + 1]!.oldest[d]!, ...tokens];
    });
    known = deeper;
  }
  return known;
}
