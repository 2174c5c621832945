import {characterTokenizer, heldOut, log, sequenceInformation} from "/lib/index.js";
import {kneserNey, countNgrams, maximumLikelihood, score, summary} from "/lib/stages/markov.js";
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
  return {
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
