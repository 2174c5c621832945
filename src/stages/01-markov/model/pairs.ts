import {countOf} from "/lib/stages/markov.js";
import {counted, encoded} from "./models.js";

/** Two characters: one, and the one after it. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** How often a character stands first in a pair, another one second, and both. */
export function pairsOf(text: string, {first, second}: Pair) {
  const {tokenizer, ids} = encoded(text);
  const model = counted(text, 1);
  const [x = 0] = tokenizer.encode(first);
  const [y = 0] = tokenizer.encode(second);
  const pairs = ids.length - 1;
  // the last character is first of no pair, and the first one second of none
  const firsts = countOf(model, [], x) - (ids.at(-1) === x ? 1 : 0);
  const seconds = countOf(model, [], y) - (ids[0] === y ? 1 : 0);
  return {pairs, firsts, seconds, both: countOf(model, [x], y)};
}

/** P(next is b | this is a) in a text. */
export const shareAfter = (text: string, first: string, second: string): number => {
  const {both, firsts} = pairsOf(text, {first, second});
  return both / firsts;
};
