import {characterTokenizer, heldOut, log, sequenceInformation} from "/lib/index.js";
import {
  continuationsOf,
  contextsOfLength,
  countNgrams,
  kneserNey,
  maximumLikelihood,
  score,
  summary
} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";

/** Moby Dick by character: how many contexts there could be, how many there are, and what each order is worth. */
export const facts = () => {
  const {text, characters} = corpus("moby-dick");
  const tokenizer = characterTokenizer(text);
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const ids = tokenizer.encode(text);
  const {tokenizer: fromTrain, train} = heldOut(text);
  const [measured, cut] = [fromTrain.encode(text), train.length];
  const shape = {vocabSize: fromTrain.vocabulary.tokens.length};
  const held = ids.length - cut;
  const byOrder = [1, 2, 3, 4, 5].map((order) => {
    const whole = summary(countNgrams([{ids}], {order, vocabSize}));
    const trained = countNgrams([{ids: train}], {order, ...shape});
    const never = score(maximumLikelihood()(trained), measured, cut).filter((p) => p === -Infinity).length;
    const logProbs = score(kneserNey()(trained), measured, cut);
    const {bitsPerCharacter} = sequenceInformation({logProbs, characters: held, bytes: held}); // characters only
    return {
      [`possible${order}`]: vocabSize ** order,
      [`contexts${order}`]: whole.contexts,
      [`share${order}`]: whole.contexts / vocabSize ** order,
      [`once${order}`]: whole.singletons / whole.ngrams,
      [`never${order}`]: never / held,
      [`bits${order}`]: bitsPerCharacter
    };
  });
  const opening = characterTokenizer(corpus("opening").text);
  const openingIds = opening.encode(corpus("opening").text);
  const five = countNgrams([{ids: openingIds}], {order: 5, vocabSize: opening.vocabulary.tokens.length});
  const ways = Array.from(contextsOfLength(five, 5), ({tokens}) => continuationsOf(five, tokens).length);
  return {
    openingCharacters: openingIds.length,
    openingContexts: summary(five).contexts,
    openingOneWay: ways.filter((n) => n === 1).length / ways.length,
    characters,
    vocabSize,
    held,
    uniformBits: log(vocabSize) / log(2),
    /** Strings of ten and of a hundred characters. */
    tenExponent: Math.floor((10 * log(vocabSize)) / log(10)),
    hundredExponent: Math.floor((100 * log(vocabSize)) / log(10)),
    /** The shortest length of which there are more strings than 10^80. */
    atoms: Math.floor((80 * log(10)) / log(vocabSize)) + 1,
    ...Object.assign({}, ...byOrder)
  };
};

/** What the page says of them in words. */
export const claims = (f: Awaited<ReturnType<typeof facts>>) => {
  const of = (name: string, order: number): number => (f as unknown as Record<string, number>)[`${name}${order}`]!;
  const orders = [1, 2, 3, 4, 5];
  const gains = orders.slice(1).map((k) => of("bits", k - 1) - of("bits", k));
  return {
    tenIsMoreThan19: f.tenExponent === 19,
    hundredIsMoreThan194: f.hundredExponent === 194,
    halfALine: f.atoms > 30 && f.atoms < 50,
    statesOfTheOpening: f.openingContexts > 10_000,
    mostHaveOneWay: f.openingOneWay > 0.5,
    halfAreNew: Math.abs(f.openingContexts / f.openingCharacters - 0.5) < 0.05,
    ninetyTimes: Math.abs(of("possible", 2) / of("possible", 1) - 90) < 2,
    shareShrinks: orders.slice(1).every((k) => of("share", k) < of("share", k - 1)),
    bitsFall: gains.every((gain) => gain > 0),
    byLess: gains.slice(1).every((gain, i) => gain < gains[i]!),
    newGrow: orders.slice(1).every((k) => of("never", k) > of("never", k - 1))
  };
};
