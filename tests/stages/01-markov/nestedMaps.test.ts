import fc from "fast-check";
import {expect, it} from "vitest";
import {countNested, scoreNested} from "../../../bench/peers/nestedMaps.js";
import {characterTokenizer} from "../../../lib/text/characters.js";
import {countNgrams} from "../../../lib/stages/01-markov/countNgrams.js";
import {contextsOfLength, continuationsOf} from "../../../lib/stages/01-markov/counts.js";
import {addK} from "../../../lib/stages/01-markov/smoothing/addK.js";
import {score} from "../../../lib/stages/01-markov/smoothing/predictor.js";

const text = fc.string({unit: fc.constantFrom("a", "b", "c", " "), minLength: 7, maxLength: 200});
const order = fc.integer({min: 1, max: 5});

const packed = (text: string, order: number) => {
  const tokenizer = characterTokenizer(text);
  const ids = tokenizer.encode(text);
  return {tokenizer, ids, model: countNgrams([{ids}], {order, vocabSize: tokenizer.vocabulary.tokens.length})};
};

it("the Maps that everybody writes first hold the same counts as the packed arrays", () => {
  fc.assert(
    fc.property(text, order, (text, order) => {
      const {tokenizer, model} = packed(text, order);
      const ours = Array.from(contextsOfLength(model, order), ({tokens}) => [
        tokenizer.decode(tokens),
        Object.fromEntries(continuationsOf(model, tokens).map(({token, count}) => [tokenizer.decode([token]), count]))
      ]);
      const theirs = Array.from(countNested(text, order), ([context, counts]) => [context, Object.fromEntries(counts)]);
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    })
  );
});

it("and score a text alike", () => {
  fc.assert(
    fc.property(text, order, (text, order) => {
      const {tokenizer, ids, model} = packed(text, order);
      const nats = -score(addK({k: 1})(model), ids, order).reduce((a, b) => a + b, 0) / (ids.length - order);
      const vocabSize = tokenizer.vocabulary.tokens.length;
      expect(nats).toBeCloseTo(scoreNested(countNested(text, order), text, order, vocabSize), 10);
    })
  );
});
