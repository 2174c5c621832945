/** A text that is repeated before it is split, so that its test part has been counted. */
import {characterTokenizer, tokenParts, type TokenPart} from "/lib/index.js";
import {countNgrams, informationOf, kneserNey} from "/lib/stages/markov.js";

/** Perplexities per character, with so many copies of a passage. */
export interface Leak {
  readonly repeats: number;
  readonly train: number;
  /** Of the last tenth of all copies, most of which has been counted. */
  readonly leaked: number;
  /** Of the last tenth of one passage, which was split before it was repeated. */
  readonly honest: number;
}

/** What is repeated: so many characters from a place near the beginning. */
export const passageOf = (text: string, length: number): string => text.slice(2000, 2000 + length);

export function leak(passage: string, repeats: number, order: number): Leak {
  const all = passage.repeat(repeats);
  const [cut, at] = [all.length, passage.length].map((length) => Math.floor(length * 0.9)) as [number, number];
  const leaked = perplexities(all.slice(0, cut), all.slice(cut), order);
  const honest = perplexities(passage.slice(0, at).repeat(repeats), passage.slice(at), order);
  return {repeats, train: leaked.train, leaked: leaked.test, honest: honest.test};
}

function perplexities(train: string, test: string, order: number): {readonly train: number; readonly test: number} {
  const tokenizer = characterTokenizer(train, {unknown: "<unk>"});
  const parts = tokenParts(tokenizer, train);
  const {ids} = parts();
  const model = kneserNey({discount: 0.75})(
    countNgrams([{ids}], {order, vocabSize: tokenizer.vocabulary.tokens.length})
  );
  const of = (part: TokenPart) => informationOf(model, part).perplexity;
  return {train: of(parts(0, Math.min(5000, ids.length))), test: of(tokenParts(tokenizer, test)())};
}
