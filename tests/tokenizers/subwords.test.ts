import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {digamma} from "../../lib/core/math/digamma.js";
import {key} from "../../lib/core/random/key.js";
import {
  countWords,
  decoderStart,
  streamingDecoder,
  trainUnigram,
  trainWordPiece,
  unigramPieces,
  unigramTokenizer,
  wordPieceTokenizer,
  type UnigramModel
} from "../../lib/tokenizers.js";
import {anyText, hardText, novel} from "./samples.js";

const text = novel.slice(0, 20_000);
const small: UnigramModel = {
  kind: "unigram",
  tokens: [
    ["<unk>", 0],
    ["a", -2.3],
    ["b", -2.5],
    ["c", -3],
    ["ab", -3.6],
    ["bc", -3.9],
    ["abc", -5.1]
  ],
  unknown: "<unk>"
};

describe("WordPiece", () => {
  const tokenizer = wordPieceTokenizer(trainWordPiece(text, {size: 600}));

  it("gives back words, one space apart", () => {
    expect(tokenizer.decode(tokenizer.encode("the  sea and\nthe whale"))).toBe("the sea and the whale");
  });

  it("says where each token ends, without going back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [ids, ends] = [tokenizer.encode(text), tokenizer.ends(text)];
        expect(ends.length).toBe(ids.length);
        expect([...ends]).toEqual([...ends].sort((a, b) => a - b));
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      })
    );
  });

  it("refuses a word that it does not know, if it has no token for that", () => {
    const bare = wordPieceTokenizer({kind: "wordpiece", tokens: ["a", "##b"]});
    expect([...bare.encode("ab a")]).toEqual([0, 1, 0]);
    expect(() => bare.encode("ab ac")).toThrow(/every token is in the vocabulary[\s\S]*"ac"/);
  });
});

describe("Unigram", () => {
  const marked = unigramTokenizer(trainUnigram(text, {size: 600, byteFallback: true}));

  it("gives back every text, but for a first space and for the mark of spaces", () => {
    fc.assert(
      fc.property(hardText, (raw) => {
        const text = raw.replaceAll("▁", " ").replace(/^ +/, "");
        expect(marked.decode(marked.encode(text))).toBe(text);
        expect(marked.ends(text).at(-1) ?? 0).toBe(text.length);
      })
    );
  });

  it("decodes a stream to what it decodes at once: the first space is lost once", () => {
    const ids = marked.encode("the sea, 中 and 😀");
    const stream = streamingDecoder(marked);
    let [state, text] = [decoderStart, ""];
    for (const id of ids) {
      const {text: more, state: next} = stream.next(state, [id]);
      state = next;
      text += more;
    }
    expect(text + stream.end(state)).toBe("the sea, 中 and 😀");
  });

  it("joins unknown characters, and refuses them where there is no token for them", () => {
    expect([...unigramTokenizer(small).encode("xyabz")]).toEqual([0, 4, 0]);
    const {unknown: _, ...bare} = small;
    expect(() => unigramTokenizer(bare).encode("abx")).toThrow(/U\+0078 "x"/);
  });

  it("draws segmentations as often as they are probable", () => {
    const tokenizer = unigramTokenizer(small);
    const draws = 4000;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < draws; seed++) {
      const ids = [...tokenizer.sample("abc", {key: key(seed)})].join(" ");
      counts.set(ids, (counts.get(ids) ?? 0) + 1);
    }
    for (const {ids, probability} of tokenizer.segmentations("abc", 10))
      // four standard deviations
      expect(Math.abs(counts.get(ids.join(" "))! / draws - probability)).toBeLessThan(
        4 * Math.sqrt(probability / draws)
      );
    expect(tokenizer.sample("abc", {key: key(3)})).toEqual(tokenizer.sample("abc", {key: key(3)}));
    expect([...tokenizer.sample("abc", {key: key(3), sharpness: 200})]).toEqual([...tokenizer.encode("abc")]);
    expect(() => tokenizer.sample("abc", {key: key(3), sharpness: -1})).toThrow(/at least 0/);
  });

  it("finds the best of all segmentations", () => {
    const tokenizer = unigramTokenizer(small);
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 9}), (text) => {
        const [best, ...others] = tokenizer.segmentations(text, 10_000);
        const score = [...tokenizer.encode(text)].reduce((sum, id) => sum + small.tokens[id]![1], 0);
        expect(score).toBeCloseTo(best!.score, 9);
        const total = [best!, ...others].reduce((sum, {probability}) => sum + probability, 0);
        expect(total).toBeCloseTo(1, 9);
      })
    );
  });

  it("is learned the same from texts in any order, and pruned to its size", () => {
    const lines = text.split("\n");
    const counts = (list: readonly string[]) => countWords(list, "whitespace", {mark: "▁"});
    const {pieces, sizes} = unigramPieces(counts(lines), {size: 300});
    expect(pieces.length).toBe(300);
    expect(sizes.length).toBeGreaterThan(6);
    expect(sizes.at(-1)).toBeLessThan(330);
    const total = pieces.reduce((sum, [, score]) => sum + Math.exp(score), 0);
    expect(total).toBeGreaterThan(0.9);
    const characters = new Set(`▁${text.replaceAll(/\s/g, "")}`);
    for (const character of characters) expect(pieces.map(([piece]) => piece)).toContain(character);
    expect(trainUnigram(lines, {size: 300})).toEqual(trainUnigram(lines, {size: 300}));
  });

  it("prunes to better pieces than chance: the text takes fewer tokens than characters", () => {
    expect(marked.encode(text).length).toBeLessThan(text.length / 1.8);
  });

  it.each<[string, object, RegExp]>([
    ["a score that is no number", {tokens: [["a", NaN]]}, /must be a number/],
    ["no token", {tokens: [], unknown: undefined}, /at least one token/],
    ["byte fallback without bytes", {byteFallback: true}, /<0x00>/],
    ["an unknown token that is none", {unknown: "<u>"}, /special token is one of the tokens/]
  ])("refuses %s", (_, change, message) => {
    expect(() => unigramTokenizer({...small, ...change})).toThrow(message);
  });
});

describe("digamma", () => {
  it("is minus Euler's constant at 1, and grows by 1 / x", () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13);
    for (const x of [0.1, 0.7, 3, 25, 1000]) expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 11);
  });
});
