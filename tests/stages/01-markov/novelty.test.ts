import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {countNgrams} from "../../../lib/stages/01-markov/countNgrams.js";
import {countOf, continuationsOf} from "../../../lib/stages/01-markov/counts.js";
import {emptyNgrams} from "../../../lib/stages/01-markov/ngrams.js";
import {novelty} from "../../../lib/stages/01-markov/novelty.js";

const vocabSize = 4;
const ids = fc.array(fc.nat(vocabSize - 1), {minLength: 1, maxLength: 40});
const order = fc.integer({min: 0, max: 4});

describe("novelty", () => {
  it("counts what countOf and continuationsOf do not know, position by position", () => {
    fc.assert(
      fc.property(ids, ids, order, (text, other, order) => {
        const model = countNgrams([{ids: text}], {order, vocabSize});
        let [contexts, ngrams, positions] = [0, 0, 0];
        for (let at = order; at < other.length; at++) {
          const context = other.slice(at - order, at);
          positions++;
          contexts += continuationsOf(model, context).length === 0 ? 1 : 0;
          ngrams += countOf(model, context, other[at]!) === 0 ? 1 : 0;
        }
        expect(novelty(model, other)).toEqual({
          positions,
          contexts: contexts / positions,
          ngrams: ngrams / positions
        });
      })
    );
  });

  it("finds nothing new in the text that was counted", () => {
    fc.assert(
      fc.property(ids, order, (text, order) => {
        const {positions, ngrams} = novelty(countNgrams([{ids: text}], {order, vocabSize}), text);
        expect(positions === 0 ? 0 : ngrams).toBe(0);
      })
    );
  });

  it("finds everything new when nothing was counted", () => {
    expect(novelty(emptyNgrams({order: 2, vocabSize}), [0, 1, 2, 3])).toEqual({positions: 2, contexts: 1, ngrams: 1});
  });
});
