import {wordTokenizer} from "/lib/index.js";
import {continuationsOf, countNgrams} from "/lib/stages/markov.js";
import {divergence, wordRows, type WordRow} from "./likeRows.js";

/** How far what followed a word is from what followed each other word that was counted so often, in bits. */
export function neighborsOf(text: string, word: string, least: number): ReadonlyMap<string, number> {
  const {rows} = wordRows(text, least);
  const asked = rows.find((row) => row.word === word);
  if (asked === undefined) return new Map();
  return new Map(rows.filter((row) => row !== asked).map((row) => [row.word, divergence(asked, row)]));
}

/** How far what follows a word in one half of a text is from what follows the same word in the other, in bits. */
export function halvesApart(text: string, word: string): number {
  const tokenizer = wordTokenizer(text, {lowercase: true});
  const {tokens} = tokenizer.vocabulary;
  const ids = tokenizer.encode(text);
  const middle = ids.length >> 1;
  const id = tokens.findIndex((token) => token.trim() === word);
  const rowOf = (half: ArrayLike<number>): WordRow => {
    const next = continuationsOf(countNgrams([{ids: half}], {order: 1, vocabSize: tokens.length}), [id]);
    return {word, next, count: next.reduce((sum, {count}) => sum + count, 0)};
  };
  return divergence(rowOf(ids.subarray(0, middle)), rowOf(ids.subarray(middle)));
}
