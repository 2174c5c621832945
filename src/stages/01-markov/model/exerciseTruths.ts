/** What exercises ask to predict, computed when the reader asks for it. */
import {characterTokenizer} from "/lib/index.js";
import {countNgrams, summary} from "/lib/stages/markov.js";

/** How many different contexts of `order` characters the first characters of a text have. */
export function newContexts(text: string, characters: number, order: number): number {
  const tokenizer = characterTokenizer(text);
  const ids = tokenizer.encode(text.slice(0, characters));
  return summary(countNgrams([{ids}], {order, vocabSize: tokenizer.vocabulary.tokens.length})).contexts;
}
