/** Which words a text goes on alike after: rows of the table of pairs, compared. */
import {jensenShannon, toBits, wordTokenizer} from "/lib/index.js";
import {continuationsOf, countNgrams, type Continuation} from "/lib/stages/markov.js";

/** A word, and what followed it. */
export interface WordRow {
  readonly word: string;
  readonly count: number;
  readonly next: readonly Continuation[];
}

/** Jensen–Shannon divergence in bits of both rows, on the words that either has: the others are zero in both. */
export function divergence(a: WordRow, b: WordRow): number {
  const union = [...new Set([...a.next, ...b.next].map(({token}) => token))];
  const share = ({next, count}: WordRow) => {
    const of = new Map(next.map((one) => [one.token, one.count / count]));
    return union.map((token) => of.get(token) ?? 0);
  };
  return toBits(jensenShannon(share(a), share(b)));
}

/** All words of a text, in lower case, that were followed by something at least `least` times. */
export function wordRows(text: string, least: number) {
  const tokenizer = wordTokenizer(text, {lowercase: true});
  const {tokens} = tokenizer.vocabulary;
  const model = countNgrams([{ids: tokenizer.encode(text)}], {order: 1, vocabSize: tokens.length});
  const rows = tokens.flatMap((token, id): readonly WordRow[] => {
    if (!/^ \p{L}+$/u.test(token)) return [];
    const next = continuationsOf(model, [id]);
    const count = next.reduce((sum, one) => sum + one.count, 0);
    return count >= least ? [{word: token.trim(), count, next}] : [];
  });
  return {tokens, rows};
}
