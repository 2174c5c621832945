import {countNgrams, informationOf, smoothing, type SmoothingSpec} from "/lib/stages/markov.js";
import type {LmText} from "/lib/stages/neural-lm.js";
import {documentsOf} from "./documentsOf.js";

/** A way of counting, judged on held-out tokens. */
interface Counted {
  readonly order: number;
  /** Nats per token. */
  readonly loss: number;
}

const FIRST = 2;
const LAST = 12;
const PATIENCE = 2; // one order may do worse than both its neighbors
const METHODS = ["kneser-ney", "modified-kneser-ney"] as const;

/** Counts of an order, to be judged by any smoothing: nats per token on the first `scored` held-out ones, documents one by one. */
export function judgedCounts(text: LmText, scored: number, order: number): (spec: SmoothingSpec) => number {
  const {tokenizer, train, parts, held, documents} = text;
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const end = Math.min(scored, held.length);
  const learned = documents === undefined ? [{ids: train, from: 0}] : documentsOf(documents, train);
  const judges: readonly Parameters<typeof informationOf>[1][] =
    documents === undefined
      ? [parts.held(0, end, order)]
      : documentsOf(documents, held.subarray(0, end)).map(({ids, from}) => ({ids, from, characters: 1, bytes: 1}));
  const counts = countNgrams(learned, {order, vocabSize, ...(documents !== undefined && {begin: documents.begin})});
  return (spec) => {
    const model = smoothing(spec)(counts);
    const known = judges.map((part) => {
      const tokens = part.ids.length - part.from;
      return {tokens, nats: tokens * Math.log(informationOf(model, part).perplexity)};
    });
    return known.reduce((sum, {nats}) => sum + nats, 0) / known.reduce((sum, {tokens}) => sum + tokens, 0);
  };
}

/**
 * The best that counting knows of the same held-out tokens: Kneser–Ney or modified Kneser–Ney, of an order from 2 on, both
 * chosen on the very tokens that judge it, so that whoever is better has beaten counting. Orders are tried until two in a row
 * have not helped.
 */
export function bestNgram(text: LmText, scored: number): Counted {
  const at = (order: number): Counted => {
    const lossOf = judgedCounts(text, scored, order);
    return {order, loss: Math.min(...METHODS.map((method) => lossOf({method})))};
  };
  const longer = (best: Counted, tried: number): Counted => {
    if (tried === LAST || tried - best.order === PATIENCE) return best;
    const next = at(tried + 1);
    return longer(next.loss < best.loss ? next : best, tried + 1);
  };
  return longer(at(FIRST), FIRST);
}
