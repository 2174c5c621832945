import {sequenceInformation, tokenParts, type Tokenizer} from "llm-first-principles";
import {logSoftmax, region, tensor} from "llm-first-principles/tensor";
import type {Transformer, TransformerParams} from "llm-first-principles/transformer";
import type {Judged} from "./loadedModel.js";

/** The log-probability of each id from the second on: in windows, of which each after the first begins half a context earlier. */
function logProbsOf(model: Transformer, params: TransformerParams, ids: ArrayLike<number>): readonly number[] {
  const {context} = model.config;
  const all = Int32Array.from(ids);
  const logProbs: number[] = [];
  for (let at = 1; at < all.length;) {
    const start = Math.max(0, at - 1 - (context >> 1));
    const end = Math.min(all.length - 1, start + context);
    const read = all.subarray(start, end);
    const scores = region(() => {
      const made = logSoftmax(model.apply(params, tensor(read, {shape: [1, read.length]})));
      const [width, {data}] = [made.shape[2]!, made];
      return Array.from({length: end + 1 - at}, (_, i) => data[(at - 1 - start + i) * width + all[at + i]!]!);
    });
    logProbs.push(...scores);
    at = end + 1;
  }
  return logProbs;
}

/**
 * How well a transformer knows a text. Before the first token stands the begin of a text, or its end, which some models have for
 * it; where there is neither, the first token is only read.
 */
export function judgeTransformer(
  model: Transformer,
  params: TransformerParams,
  tokenizer: Tokenizer,
  text: string
): Judged {
  const {begin, end} = tokenizer.vocabulary;
  const start = begin ?? end;
  const parts = tokenParts(tokenizer, text);
  const all = parts().ids;
  const {characters, bytes} = parts(start === undefined ? 1 : 0);
  const logProbs = logProbsOf(model, params, start === undefined ? all : [start, ...all]);
  return {...sequenceInformation({logProbs, characters, bytes}), tokens: logProbs.length, characters, bytes};
}
