import type {LmText} from "/lib/stages/neural-lm.js";
import type {Baseline} from "../workbench/look.js";
import {bestNgram, judgedCounts} from "./bestNgram.js";

/**
 * How well counting does on the same held-out tokens, in nats per token: nothing known (ln V), single tokens, pairs, and the
 * best n-gram there is.
 */
export function baselinesOf(text: LmText, scored: number): readonly Baseline[] {
  const best = bestNgram(text, scored);
  return [
    {name: "every token equally likely", loss: Math.log(text.tokenizer.vocabulary.tokens.length)},
    {name: "single tokens", loss: judgedCounts(text, scored, 0)({method: "add-k", k: 0.01})},
    {name: "pairs", loss: judgedCounts(text, scored, 1)({method: "kneser-ney"})},
    {name: `best n-gram, order ${best.order}`, loss: best.loss}
  ];
}
