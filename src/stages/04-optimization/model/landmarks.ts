/** Two losses that every language model can be held against: knowing nothing, and knowing how often each token comes. */
import type {LmText} from "/lib/stages/neural-lm.js";
import type {Baseline} from "../../../components/workbench/look.js";

/** In nats per token, on as many held-out tokens as a run is scored on. */
export function landmarks({tokenizer, train, held}: LmText, scored: number): readonly Baseline[] {
  const count = tokenizer.vocabulary.tokens.length;
  const seen = new Float64Array(count).fill(0.01);
  for (const id of train) seen[id]! += 1;
  const total = seen.reduce((sum, n) => sum + n, 0);
  const judged = Array.from(held.subarray(0, Math.min(scored, held.length)));
  const nats = judged.reduce((sum, id) => sum - Math.log(seen[id]! / total), 0);
  return [
    {name: "every token equally likely", loss: Math.log(count)},
    {name: "single tokens", loss: nats / judged.length}
  ];
}
