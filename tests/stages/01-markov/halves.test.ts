import {describe, expect, it} from "vitest";
import {halves} from "../../../src/stages/01-markov/model/halves.js";
import {encoded} from "../../../src/stages/01-markov/model/models.js";

describe("Good–Turing beside what is measured", () => {
  it("counts by hand: kinds, r*, and the other half", () => {
    // first half a a b c, second half a b b d: singles
    const {ids, tokenizer} = encoded("aabcabbd");
    const {kinds, foretold, measured, unseen} = halves(
      ids,
      {order: 0, vocabSize: tokenizer.vocabulary.tokens.length},
      2
    );
    expect(kinds).toEqual([0, 2, 1, 0]);
    expect(foretold.slice(1)).toEqual([(2 * 1) / 2, 0]);
    expect(measured.slice(1)).toEqual([(2 + 0) / 2, 1]); // b twice and c never; a once
    expect(unseen).toEqual({foretold: 2 / 4, measured: 1 / 4}); // d
  });

  it("counts pairs within each half, not across the middle", () => {
    const {ids, tokenizer} = encoded("ababbaba");
    const {kinds, measured, unseen} = halves(ids, {order: 1, vocabSize: tokenizer.vocabulary.tokens.length}, 2);
    expect(kinds.slice(1)).toEqual([1, 1, 0]); // ba once, ab twice
    expect(measured.slice(1)).toEqual([2, 1]);
    expect(unseen.measured).toBe(0);
  });
});
