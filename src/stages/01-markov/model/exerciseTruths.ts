/** What exercises ask to predict, computed when the reader asks for it. */
import {characterTokenizer, heldOut, type HeldOut} from "/lib/index.js";
import {addK, countNgrams, novelty, probability, smoothing, summary, type Ngrams} from "/lib/stages/markov.js";
import {counted} from "./models.js";

/** How many different contexts of a length a text has. */
export const contextsIn = (text: string, order: number): number => summary(counted(text, order)).contexts;

/** How many bytes the counts of a text take for each of its characters. */
export const bytesPerCharacter = (text: string, order: number): number => {
  const {bytes, tokens} = summary(counted(text, order));
  return bytes / tokens;
};

/** In how many ways a context of a text went on, on average over its different contexts. */
export function waysOn(text: string, order: number): number {
  const {contexts, ngrams} = summary(counted(text, order));
  return ngrams / contexts;
}

const countedOf = ({tokenizer, train}: HeldOut, order: number): Ngrams =>
  countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});

/** The share of the last tenth's characters that counts of the rest, without smoothing, call impossible. */
export function impossibleShare(text: string, order: number): number {
  const parts = heldOut(text);
  const {held} = parts;
  const mle = smoothing({method: "none"})(countedOf(parts, order));
  let none = 0;
  for (let i = order; i < held.length; i++) if (probability(mle, held, i) === 0) none++;
  return none / (held.length - order);
}

/** The share of the last tenth's n-grams that the rest does not have. */
export function newShare(text: string, order: number): number {
  const parts = heldOut(text);
  return novelty(countedOf(parts, order), parts.held).ngrams;
}

/** What add-one smoothing at order 3 gives to a character after a context. */
export function addOneAfter(text: string, context: string, next: string): number {
  const {encode, vocabulary} = characterTokenizer(text);
  const model = countNgrams([{ids: encode(text)}], {order: 3, vocabSize: vocabulary.tokens.length});
  return probability(addK()(model), encode(context + next), context.length);
}
