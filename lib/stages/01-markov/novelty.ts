import {search, walk} from "./lookUp.js";
import type {Ngrams} from "./ngrams.js";
import {totals} from "./totals.js";

/** How much of a text a model has never met, as shares of the positions that have a full context before them. */
export interface Novelty {
  /** Positions with at least `order` tokens before them. */
  readonly positions: number;
  /** Share whose context of `order` tokens was never followed by anything. NaN of no positions. */
  readonly contexts: number;
  /** Share whose token never followed its context: the n-gram as a whole is new. At least `contexts`. */
  readonly ngrams: number;
}

/** Counts what of a text was never counted: sparsity, as it is met by a reader of new text. */
export function novelty(model: Ngrams, ids: ArrayLike<number>): Novelty {
  const {order} = model;
  const {rows, next} = totals(model)[order]!;
  const path = new Uint32Array(order + 1);
  let [contexts, ngrams] = [0, 0];
  for (let at = order; at < ids.length; at++) {
    const seen = model.tokens > 0 && walk(model, ids, at, path) === order + 1;
    const c = path[order]!;
    if (!seen) contexts++;
    if (!seen || search(next, ids[at]!, rows[c]!, rows[c + 1]!) < 0) ngrams++;
  }
  const positions = Math.max(0, ids.length - order);
  return {positions, contexts: contexts / positions, ngrams: ngrams / positions};
}
