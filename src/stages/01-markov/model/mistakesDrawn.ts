/** What the mistakes of drawing come to, in numbers. */
import {chain, generate, key, softmax, splitKey, temperature, topP, type Key, type LogitsRule} from "/lib/index.js";
import {logProbs, type Predictor} from "/lib/stages/markov.js";
import {counted, encoded, fitted} from "./models.js";

/** The model that all of them draw from. */
export const drawer = (text: string): Predictor => fitted(counted(text, 3), "kneser-ney");

/** How many characters are kept at temperature 1.5 and top-p 0.9, by which of the two comes first. */
export function keptByOrder(text: string) {
  const {tokenizer} = encoded(text);
  const size = (rule: LogitsRule, context: string): number => {
    const ids = tokenizer.encode(context);
    return softmax(rule(logProbs(drawer(text), ids), ids)).filter((p) => p > 0).length;
  };
  return ["the", "th", " s"].map((context) => ({
    context,
    heat: size(chain(temperature(1.5), topP(0.9)), context),
    cut: size(chain(topP(0.9), temperature(1.5)), context)
  }));
}

/** Shares of real words in texts of 240 characters: six with a key each, and three with the same key. */
export function realShares(text: string): {readonly others: readonly number[]; readonly same: readonly number[]} {
  const {tokenizer} = encoded(text);
  const predictor = drawer(text);
  const real = new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);
  const share = (drawn: Key): number => {
    const config = {
      predict: (c: ArrayLike<number>) => logProbs(predictor, c),
      prompt: Array.from(tokenizer.encode(" ")),
      length: 240,
      key: drawn
    };
    const written = tokenizer.decode(Array.from(generate(config), ({token}) => token)).toLowerCase();
    const words = (written.match(/[a-z]+/g) ?? []).slice(0, -1);
    return words.filter((word) => real.has(word)).length / Math.max(1, words.length);
  };
  return {others: splitKey(key(1), 6).map(share), same: [0, 1, 2].map(() => share(key(1)))};
}
