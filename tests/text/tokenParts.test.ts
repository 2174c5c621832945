import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {characterTokenizer} from "../../lib/text/characters.js";
import {tokenParts} from "../../lib/text/tokenParts.js";
import {measureText} from "../../lib/text/utf8.js";
import {wordTokenizer} from "../../lib/text/words.js";

const makers = {
  characters: characterTokenizer("ab c", {unknown: "<unk>"}),
  words: wordTokenizer("ab c", {unknown: "<unk>"}),
  "words in lower case": wordTokenizer("ab c", {unknown: "<unk>", lowercase: true})
};

describe.each(Object.entries(makers))("parts of a text by %s", (_, tokenizer) => {
  const text = fc
    .array(fc.constantFrom("a", "b", " ", "Ahab", "é", "😀", "İ", "Σ", "."), {minLength: 1})
    .map((l) => l.join(""));

  it("are as long as the text that they stand for, unknown tokens included", () => {
    fc.assert(
      fc.property(text, fc.nat(20), (whole, cut) => {
        const parts = tokenParts(tokenizer, whole);
        const {characters, bytes} = measureText(whole);
        expect(parts()).toEqual({ids: tokenizer.encode(whole), from: 0, characters, bytes});
        const at = Math.min(cut, parts().ids.length);
        const [a, b] = [parts(0, at), parts(at)];
        expect(a.characters + b.characters).toBe(characters);
        expect(a.bytes + b.bytes).toBe(bytes);
      })
    );
  });
});

it("a part has context before it, whose length is not its own", () => {
  const parts = tokenParts(makers.words, "ab unknown c");
  const [ab, unknown] = [parts(0, 1), parts(1, 2, 9)];
  expect(ab.characters).toBe(2);
  expect(unknown).toEqual({ids: parts().ids.subarray(0, 2), from: 1, characters: 8, bytes: 8}); // with the space before it
});

it("refuses a part that is none", () => {
  const parts = tokenParts(makers.words, "ab c");
  for (const [from, to] of [
    [-1, 2],
    [0.5, 1],
    [2, 1],
    [0, 9]
  ] as const)
    expect(() => parts(from, to)).toThrow(/tokenParts/);
});
