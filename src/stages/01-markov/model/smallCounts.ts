/** Texts small enough to be counted by hand, counted by the library: what exercises are held to. */
import {characterTokenizer, encodeDocuments, exp} from "/lib/index.js";
import {
  countNgrams,
  countOf,
  maximumLikelihood,
  probability,
  score,
  type Ngrams,
  type Predictor
} from "/lib/stages/markov.js";
import {counted, encoded} from "./models.js";

/** P(next | context) by a smoothing of a text’s characters. */
export function chanceAfter(
  text: string,
  [context, next]: readonly [context: string, next: string],
  fit: (model: Ngrams) => Predictor = maximumLikelihood()
): number {
  const ids = encoded(text).tokenizer.encode(context + next);
  return probability(fit(counted(text, context.length)), ids, context.length);
}

/** How often each character occurs in a text. */
export function timesOf(text: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const one of text) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** The share of each character of a text. */
export const sharesOf = (text: string): readonly number[] => [...timesOf(text).values()].map((n) => n / text.length);

/** How many entries the five arrays of a text’s last level have together. */
export function entriesOf(text: string, order: number): number {
  const {oldest, children, rows, next, count} = counted(text, order).levels[order]!;
  return [oldest, children, rows, next, count].reduce((sum, {length}) => sum + length, 0);
}

/** Whether those that share a last character stand side by side. */
export function together(contexts: readonly string[]): boolean {
  const runs = contexts.map((context) => context.at(-1)).filter((last, i, all) => last !== all[i - 1]);
  return new Set(runs).size === runs.length;
}

/** A model of lines between ⊢ and ⊣: how likely a line is, and how likely a token is after some others. */
export function lineModel(lines: readonly string[], order: number) {
  const tokenizer = characterTokenizer(lines.join(""), {begin: "⊢", end: "⊣"});
  const {tokens, begin} = tokenizer.vocabulary;
  const idsOf = (line: string) => encodeDocuments(tokenizer, [line]);
  const model = countNgrams(
    lines.map((line) => ({ids: idsOf(line), from: 1})),
    {order, vocabSize: tokens.length, ...(begin === undefined ? {} : {begin})}
  );
  const ids = (written: string): readonly number[] => Array.from(written, (token) => tokens.indexOf(token));
  return {
    ofLine: (line: string): number =>
      exp(score(maximumLikelihood()(model), idsOf(line), 1).reduce((sum, x) => sum + x, 0)),
    after: (context: string, token: string): number => {
      const times = (id: number) => countOf(model, ids(context), id);
      return times(tokens.indexOf(token)) / tokens.reduce((sum, _, id) => sum + times(id), 0);
    }
  };
}
