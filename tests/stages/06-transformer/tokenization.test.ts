import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  byRanks,
  learnedByHand,
  mergedOnce,
  replayed,
  tokensIn
} from "../../../src/stages/06-transformer/model/handBpe.js";
import {bytesIn, cutByItself, cutThreeWays} from "../../../src/stages/06-transformer/model/cuts.js";

const word = fc.string({unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 14});
const words = fc.array(word, {minLength: 1, maxLength: 6});

describe("BPE by hand", () => {
  it("gives the same tokens by ranks as by replaying all merges", () => {
    fc.assert(
      fc.property(words, word, (texts, other) => {
        const merges = learnedByHand(texts, 12).map(({merge}) => merge);
        const tokens = merges.map(({left, right}) => left + right);
        fc.pre(new Set(tokens).size === tokens.length); // each token is made by one merge
        for (const text of [...texts, other]) expect(byRanks(text, merges)).toEqual(replayed(text, merges));
      }),
      {numRuns: 500}
    );
  });

  it("parts from ranks where a token can be made in two ways", () => {
    const parting = [
      {left: "abc", right: "d"},
      {left: "a", right: "b"},
      {left: "ab", right: "c"}
    ];
    expect(replayed("abcd", parting)).toEqual(["abc", "d"]);
    expect(byRanks("abcd", parting)).toEqual(["abcd"]);
  });

  it("spells the text after every merge, and is shorter by what each merge counts", () => {
    fc.assert(
      fc.property(words, (texts) => {
        let before = texts.join("").length;
        for (const {merge, words: now} of learnedByHand(texts, 12)) {
          expect(now.map((tokens) => tokens.join(""))).toEqual(texts);
          expect(before - tokensIn(now)).toBe(merge.count);
          before = tokensIn(now);
        }
      })
    );
  });

  it("merges from the left, each place once", () => {
    expect(mergedOnce(["a", "a", "a"], "a", "a")).toEqual(["aa", "a"]);
    expect(mergedOnce([], "a", "a")).toEqual([]);
  });
});

describe("texts in tokens", () => {
  it("are the text again, put end to end, where no letter is cut", () => {
    const {cut} = cutByItself("the whale, the white whale", 9);
    expect(cut.pieces.join("")).toBe("the whale, the white whale");
    expect(cut.pieces.length).toBeLessThan(20);
  });

  it("show bytes as numbers where a letter is cut", () => {
    expect(cutByItself("é", 5).cut.pieces).toEqual(["[C3]", "[A9]"]);
    expect(["a", "é", "海", "😀"].map(bytesIn)).toEqual([1, 2, 3, 4]);
  });

  it("tell what characters and words do not know, and BPE knows all", () => {
    const [characters, byWord, bpe] = cutThreeWays("the whale and the sea", 3, "the crab");
    expect(characters!.unknown).toBe(3);
    expect(byWord!.pieces).toEqual(["the", " ?"]);
    expect(bpe!.unknown).toBe(0);
    expect(bpe!.pieces.join("")).toBe("the crab");
  });
});
