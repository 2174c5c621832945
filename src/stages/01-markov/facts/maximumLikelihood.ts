import {heldOut, type HeldOut, type Ids} from "/lib/index.js";
import {countNgrams, probability, smoothing, summary, type Ngrams} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";

const SCORED = 40_000;

/** The share of held-out tokens to which maximum likelihood gives probability 0. */
function excluded(model: Ngrams, ids: Ids): number {
  const predictor = smoothing({method: "none"})(model);
  const path = new Uint32Array(model.order + 1);
  let [none, all] = [0, 0];
  for (let at = model.order; at < Math.min(ids.length, SCORED); at++, all++)
    if (probability(predictor, ids, at, path) === 0) none++;
  return none / all;
}

/** Numbers of the section on maximum likelihood. */
export const facts = () => {
  const all: Record<string, number> = {};
  const measure = (name: string, {tokenizer, train, held}: HeldOut, largest: number) => {
    const vocabSize = tokenizer.vocabulary.tokens.length;
    all[`${name}Vocab`] = vocabSize;
    all[`${name}Tokens`] = train.length;
    for (let order = 0; order <= largest; order++) {
      const model = countNgrams([{ids: train}], {order, vocabSize});
      const {contexts, ngrams, singletons, bytes} = summary(model);
      all[`${name}Excluded${order}`] = excluded(model, held);
      all[`${name}Contexts${order}`] = contexts;
      all[`${name}Ngrams${order}`] = ngrams;
      all[`${name}Once${order}`] = singletons / ngrams;
      all[`${name}Megabytes${order}`] = bytes / 1e6;
      all[`${name}Possible${order}`] = vocabSize ** (order + 1);
    }
  };
  measure("opening", heldOut(corpus("opening").text), 6);
  measure("novel", heldOut(corpus("moby-dick").text), 6);
  measure("words", heldOut(corpus("moby-dick").text, {tokens: "words"}), 3);
  all["timesAsMuch"] = all["novelTokens"]! / all["openingTokens"]!;
  return all;
};

/** What the page says of them in words. */
export const claims = (f: Awaited<ReturnType<typeof facts>>) => {
  const of = (name: string, order: number): number => f[`${name}${order}`]!;
  const orders = [1, 2, 3, 4, 5, 6];
  return {
    cellsGrow: orders.slice(1).every((k) => of("openingPossible", k) > 80 * of("openingPossible", k - 1)),
    seenIsLittle: of("openingNgrams", 6) < of("openingPossible", 6) / 1e8,
    mostSeenOnce: [3, 4, 5, 6].every((k) => of("openingOnce", k) > 0.5),
    excludedGrow: orders.slice(1).every((k) => of("openingExcluded", k) > of("openingExcluded", k - 1)),
    twoInFive: Math.abs(of("openingExcluded", 4) - 0.4) < 0.03,
    moreTextHelps: orders.every((k) => of("novelExcluded", k) < of("openingExcluded", k)),
    noCure: of("novelExcluded", 6) > 0.2,
    wordsAreWorse: [1, 2, 3].every((k) => of("wordsExcluded", k) > 10 * of("novelExcluded", k)),
    memoryGrows: orders.slice(1).every((k) => of("novelMegabytes", k) > of("novelMegabytes", k - 1))
  };
};
