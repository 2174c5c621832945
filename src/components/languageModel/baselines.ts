import type {LmText} from "/lib/stages/neural-lm.js";
import {countNgrams, informationOf, smoothing, type SmoothingSpec} from "/lib/stages/markov.js";
import {documentsOf} from "./documentsOf.js";
import type {Baseline} from "../workbench/look.js";

/** Orders of the n-grams that a network is compared with: beyond, held-out loss grows again on texts of this size. */
const ORDERS = [2, 3, 4, 5] as const;

/**
 * How well counting does on the same held-out tokens, in nats per token: nothing known (ln V), single tokens, pairs, and the
 * best interpolated Kneser–Ney model of orders 2 to 5.
 */
export function baselinesOf(text: LmText, scored: number): readonly Baseline[] {
  const {tokenizer, train, parts, held, documents} = text;
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const learned = documents === undefined ? [{ids: train, from: 0}] : documentsOf(documents, train);
  const end = Math.min(scored, held.length);
  const judged = (order: number): readonly Judged[] =>
    documents === undefined
      ? [parts.held(0, end, order)]
      : documentsOf(documents, held.subarray(0, end)).map(({ids, from}) => ({ids, from, characters: 1, bytes: 1}));
  const lossOf = (order: number, spec: SmoothingSpec): number => {
    const begin = documents === undefined ? {} : {begin: documents.begin};
    const model = smoothing(spec)(countNgrams(learned, {order, vocabSize, ...begin}));
    const known = judged(order).map((part) => {
      const tokens = part.ids.length - part.from;
      return {tokens, nats: tokens * Math.log(informationOf(model, part).perplexity)};
    });
    return known.reduce((sum, {nats}) => sum + nats, 0) / known.reduce((sum, {tokens}) => sum + tokens, 0);
  };
  const best = ORDERS.map((order) => ({order, loss: lossOf(order, {method: "kneser-ney"})})).reduce((a, b) =>
    b.loss < a.loss ? b : a
  );
  return [
    {name: "every token equally likely", loss: Math.log(vocabSize)},
    {name: "single tokens", loss: lossOf(0, {method: "add-k", k: 0.01})},
    {name: "pairs", loss: lossOf(1, {method: "kneser-ney"})},
    {name: `best n-gram, order ${best.order}`, loss: best.loss}
  ];
}

type Judged = Parameters<typeof informationOf>[1];
