import {heldOut, log, toBits} from "/lib/index.js";
import {countNgrams, kneserNey, score} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";

/** What the stage comes to: bits per character of the last tenth of Moby Dick, by order. */
export const facts = () => {
  const {text} = corpus("moby-dick");
  const {tokenizer, train} = heldOut(text);
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const ids = tokenizer.encode(text); // the context of the first held-out character is the end of what was counted
  const cut = train.length;
  const bits = (order: number): number => {
    const logs = score(kneserNey()(countNgrams([{ids: train}], {order, vocabSize})), ids, cut);
    return toBits(-logs.reduce((sum, x) => sum + x, 0) / logs.length);
  };
  return {
    vocabSize,
    uniform: toBits(log(vocabSize)),
    order0: bits(0),
    order2: bits(2),
    order5: bits(5)
  };
};

/** What the page says of them in words. */
export const claims = ({uniform, order0, order2, order5}: Awaited<ReturnType<typeof facts>>) => ({
  fallsWithContext: order5 < order2 && order2 < order0 && order0 < uniform,
  lessThanHalf: order5 < order0 / 2
});
