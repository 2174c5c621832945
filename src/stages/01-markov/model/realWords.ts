import {generate, key, type LogitsRule} from "/lib/index.js";
import {logProbs, type Predictor} from "/lib/stages/markov.js";
import {encoded} from "./models.js";
import {wordsOf} from "./wordsOf.js";

/** The share of the words written under a rule that the text has, too. */
export function realWords(text: string, model: Predictor, rule: LogitsRule, length: number): number {
  const {tokenizer} = encoded(text);
  const config = {predict: (c: ArrayLike<number>) => logProbs(model, c), prompt: [], length, rule, key: key(1)};
  const out = tokenizer.decode(Array.from(generate(config), ({token}) => token));
  const known = new Set(wordsOf(text));
  const words = wordsOf(out).slice(1, -1); // the first and the last may be cut
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}
