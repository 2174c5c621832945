import {countNgrams, informationOf, smoothing} from "/lib/stages/markov.js";
import type {LmText} from "/lib/stages/neural-lm.js";

/** Around the best: on a novel of this length, loss rises again beyond. */
const ORDERS = [5, 6, 7, 8, 9] as const;

/** The best that counting knows: modified Kneser–Ney of some order, chosen on the very tokens that judge it, in nats a token. */
export function bestNgram(
  {train, parts, tokenizer}: LmText,
  scored: number
): {readonly order: number; readonly loss: number} {
  const vocabSize = tokenizer.vocabulary.tokens.length;
  return ORDERS.map((order) => {
    const model = smoothing({method: "modified-kneser-ney"})(countNgrams([{ids: train, from: 0}], {order, vocabSize}));
    return {order, loss: Math.log(informationOf(model, parts.held(0, scored, order)).perplexity)};
  }).reduce((a, b) => (b.loss < a.loss ? b : a));
}
