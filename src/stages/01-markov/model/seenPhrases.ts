import {countNgrams, probability, type Ngrams, type Predictor} from "/lib/stages/markov.js";

/** P(next word | the two words before) by a trigram model of phrases, each of which was seen so often. */
export function seenPhrases(
  phrases: readonly string[],
  fit: (model: Ngrams) => Predictor,
  times = 5
): (context: string, next: string) => number {
  const words = [...new Set(phrases.join(" ").split(" "))];
  const idsOf = (phrase: string): readonly number[] => phrase.split(" ").map((word) => words.indexOf(word));
  const seen = Array.from({length: times}, () => phrases.map((phrase) => ({ids: idsOf(phrase)}))).flat();
  const model = fit(countNgrams(seen, {order: 2, vocabSize: words.length}));
  return (context, next) => {
    const before = idsOf(context);
    return probability(model, [...before, ...idsOf(next)], before.length);
  };
}
