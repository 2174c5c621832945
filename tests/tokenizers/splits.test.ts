import fc from "fast-check";
import {Tokenizer} from "tokenizers";
import {describe, expect, it} from "vitest";
import {pieces, tokenizerUnicodeVersion, type Split} from "../../lib/tokenizers.js";
import {LETTER, NUMBER, SPACE, kindOf} from "../../lib/tokenizers/characterClasses.js";
import {splitPatterns} from "../../lib/tokenizers/splitPatterns.js";
import {pieceEnd} from "../../lib/tokenizers/splits.js";
import {matching} from "../../tools/character-ranges.js";
import {anyText, hardText, wellFormed} from "./samples.js";

const names = ["gpt2", "cl100k", "o200k"] as const;

/** What the Rust package's regular expressions cut. */
const rustPieces = (split: Exclude<Split, "none">): ((text: string) => readonly string[]) => {
  const preTokenizer = {
    type: "Split",
    pattern: {Regex: splitPatterns[split]},
    behavior: "Isolated",
    invert: false
  };
  const model = {type: "WordLevel", vocab: {"?": 0}, unk_token: "?"};
  const parts = {
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: null,
    post_processor: null,
    decoder: null
  };
  const file = JSON.stringify({version: "1.0", ...parts, pre_tokenizer: preTokenizer, model});
  const splitter = Tokenizer.fromString(file).getPreTokenizer()!;
  return (text) => (text === "" ? [] : splitter.preTokenizeString(text).map(([piece]) => piece));
};

describe("the pieces of a text", () => {
  it.each(names)("of %s, put end to end, are the text, and none is empty", (split) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = pieces(text, split);
        expect(found.join("")).toBe(text);
        expect(found).not.toContain("");
      })
    );
  });

  it.each(names)("of %s are those that the Rust package's pattern finds", (split) => {
    const rust = rustPieces(split);
    fc.assert(
      fc.property(hardText.map(wellFormed), (text) => {
        expect(pieces(text, split)).toEqual(rust(text));
      }),
      {numRuns: 3000}
    );
  });

  it.each(names)("of %s end where a part of a text does, as if it were alone", (split) => {
    const endOf = pieceEnd("test", split);
    fc.assert(
      fc.property(hardText.map(wellFormed), hardText, (part, rest) => {
        fc.pre(part !== "");
        expect(endOf(part + rest, 0, part.length)).toBe(endOf(part, 0, part.length));
      })
    );
  });

  it("are looked for in a time that grows as the text does: a scan sees no code unit more than a few times", () => {
    const text = `${" ".repeat(500)}\n${"A".repeat(500)}\u0301${"1".repeat(500)}${"'".repeat(500)}${" \n".repeat(250)}x`;
    for (const split of names) {
      let seen = 0;
      const counted = {
        length: text.length,
        charCodeAt: (i: number) => (seen++, text.charCodeAt(i)),
        codePointAt: (i: number) => (seen++, text.codePointAt(i))
      } as unknown as string;
      const endOf = pieceEnd("test", split);
      for (let start = 0; start < text.length;) start = endOf(counted, start, text.length);
      expect(seen, split).toBeLessThan(8 * text.length);
    }
  });
});

describe("the classes of characters", () => {
  it("are the Rust package's for every code point", () => {
    for (const [pattern, kinds] of [
      ["\\p{L}", LETTER],
      ["\\p{N}", NUMBER],
      ["\\s", SPACE]
    ] as const) {
      const theirs = matching(pattern);
      const wrong: number[] = [];
      for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++)
        if (theirs.has(codePoint) !== (kindOf(codePoint) & kinds) > 0) wrong.push(codePoint);
      expect(wrong, pattern).toEqual([]);
    }
  });

  it("are of the version of Unicode that they name, which knows U+1C89 and not U+A7CE", () => {
    expect(tokenizerUnicodeVersion).toBe("16.0");
    expect(kindOf(0x1c89) & LETTER).not.toBe(0);
    expect(kindOf(0xa7ce) & LETTER).toBe(0);
  });

  it("have U+0085 among white space, and U+FEFF not", () => {
    expect(kindOf(0x85)).toBe(SPACE);
    expect(kindOf(0xfeff)).not.toBe(SPACE);
  });
});
