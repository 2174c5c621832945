import {characterTokenizer, wordTokenizer, type Ids, type Tokenizer} from "/lib/index.js";
import {countNgrams, smoothing, type Ngrams, type Predictor, type SmoothingSpec} from "/lib/stages/markov.js";

/** A text, encoded by a tokenizer that was made for it. */
interface Encoded {
  readonly tokenizer: Tokenizer;
  readonly ids: Ids;
}

/** Remembers the last few answers of a function of one text and a few settings: figures ask the same again and again. */
export function remembering<A extends readonly unknown[], R>(size: number, make: (...args: A) => R): (...args: A) => R {
  const known: {readonly args: A; readonly value: R}[] = [];
  return (...args) => {
    const found = known.find((entry) => entry.args.every((arg, i) => Object.is(arg, args[i])));
    if (found) return found.value;
    const value = make(...args);
    known.unshift({args, value});
    known.length = Math.min(known.length, size);
    return value;
  };
}

/** A text by characters or words. */
export const encoded = remembering(8, (text: string, kind: "characters" | "words" = "characters"): Encoded => {
  const tokenizer = (kind === "words" ? wordTokenizer : characterTokenizer)(text);
  return {tokenizer, ids: tokenizer.encode(text)};
});

/** The n-grams of a whole text. */
export const counted = remembering(
  12,
  (text: string, order: number, kind: "characters" | "words" = "characters"): Ngrams => {
    const {tokenizer, ids} = encoded(text, kind);
    return countNgrams([{ids}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
  }
);

/** A smoothed model of counts. `method` alone is enough where the defaults serve. */
export const fitted = remembering(12, (model: Ngrams, method: SmoothingSpec["method"]): Predictor =>
  smoothing({method})(model)
);

/** A token as a figure shows it: spaces and line ends have signs. */
export const show = (token: string): string =>
  token === " " ? "·" : token === "\n" ? "↵" : token === "\t" ? "⇥" : token.replaceAll("\n", "↵");
