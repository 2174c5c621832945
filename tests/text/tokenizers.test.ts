import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, TextError} from "../../lib/core/errors.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import {compareCodePoints} from "../../lib/text/compareCodePoints.js";
import {idOf} from "../../lib/text/vocabulary.js";
import {words} from "../../lib/text/wordBoundaries.js";
import {wordTokenizer} from "../../lib/text/words.js";
import {brokenText, someText} from "./arbitraries.js";

const special = {unknown: "<unk>", begin: "<s>", end: "</s>"};

describe.each([
  ["characters", characterTokenizer],
  ["words", wordTokenizer]
] as const)("a tokenizer of %s", (name, make) => {
  it("decodes what it encoded to the same text", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const {encode, decode} = make(text);
        expect(decode(encode(text))).toBe(text);
      }),
      {numRuns: 1000}
    );
  });

  it("has its tokens once each, in the order of their code points, and special ones last", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const {tokens, unknown, begin, end} = make(text, special).vocabulary;
        const plain = tokens.slice(0, -3);
        expect(plain).toEqual([...new Set(plain)].sort(compareCodePoints));
        expect([unknown, begin, end]).toEqual([plain.length, plain.length + 1, plain.length + 2]);
      })
    );
  });

  it("gives the same ids to the same text, whatever else the special tokens", () => {
    fc.assert(
      fc.property(someText, (text) => void expect(make(text, special).encode(text)).toEqual(make(text).encode(text)))
    );
  });

  it("spells nothing for begin and end, and the symbol for the unknown", () => {
    const {vocabulary, decode, encode} = make("ab", special);
    const {begin, end, unknown} = vocabulary;
    expect(decode([begin!, ...encode("ab"), unknown!, end!])).toBe("ab\uFFFD");
    const shown = make("ab", {...special, unknownSymbol: "[?]"});
    expect(shown.decode(shown.encode("!"))).toBe("[?]");
    expect(decode([])).toBe("");
    expect(encode("")).toHaveLength(0);
  });

  it("encodes what it does not know as the unknown token, if it has one", () => {
    const {vocabulary, encode} = make("a", special);
    expect([...encode("é")]).toEqual([vocabulary.unknown]);
    expect([...encode("😀")]).toEqual([vocabulary.unknown]);
    expect([...encode("\ud800")]).toEqual([vocabulary.unknown]);
  });

  it("otherwise names the character that it does not know, and where it is", () => {
    const {encode} = make("a b\nc");
    const fault = (text: string) => {
      try {
        encode(text);
      } catch (error) {
        expect(error).toBeInstanceOf(TextError);
        return (error as TextError).fault;
      }
      throw new Error("nothing was refused");
    };
    expect(fault("a\n😀").found).toEqual([
      {name: "token", value: 'U+1F600 "😀"'},
      {name: "at", value: "character 2, counted from 0 (line 2, column 1)"}
    ]);
    expect(fault("\u202e").found[0]!.value).toBe("U+202E");
    expect(fault("\0").found[0]!.value).toBe("U+0000");
    expect(fault("\ud800").found[0]!.value).toBe("U+D800");
    expect(fault("\u0301").found[0]!.value).toBe("U+0301");
    expect(fault("?").where).toBe(`${name}.encode`);
    expect(fault("?").hint).toContain("unknown");
  });

  it("keeps composed and decomposed letters apart", () => {
    const {encode, decode} = make("\u00e9\ne\u0301");
    expect(encode("\u00e9")).not.toEqual(encode("e\u0301"));
    expect(decode(encode("\u00e9\ne\u0301"))).toBe("\u00e9\ne\u0301");
  });

  it("refuses a text that is empty or holds half a surrogate pair", () => {
    expect(() => make("")).toThrow(TextError);
    fc.assert(fc.property(brokenText, ({text}) => void expect(() => make(text)).toThrow("surrogates come in pairs")));
  });

  it("refuses an id that is not the vocabulary's, naming its place", () => {
    const {decode} = make("a");
    for (const id of [-1, 1, 0.5, NaN, 2 ** 40]) {
      expect(() => decode([0, id])).toThrow(ConfigError);
      expect(() => decode([0, id])).toThrow("ids[1]");
    }
  });

  it("leaves out rare tokens only if something stands for them", () => {
    const tokenizer = make("b, b, b, c", {unknown: "<unk>", minCount: 2});
    expect(idOf(tokenizer.vocabulary, name === "words" ? " c" : "c")).toBeUndefined();
    expect(tokenizer.decode(tokenizer.encode("b, b, c"))).toBe(name === "words" ? "\uFFFD, b,\uFFFD" : "b, b, \uFFFD");
    for (const minCount of [2, 0, 1.5, NaN]) expect(() => make("a", {minCount})).toThrow(`Tokenizer.minCount`);
  });
});

describe("a tokenizer of characters", () => {
  it("has one id for each code point", () => {
    fc.assert(
      fc.property(someText, (text) => void expect(characterTokenizer(text).encode(text)).toHaveLength([...text].length))
    );
  });

  it("takes 16 bits an id up to 65,536 tokens, and 32 from there on", () => {
    const all = Array.from({length: 0x10001}, (_, i) => String.fromCodePoint(i < 0xd800 ? i : i + 0x800));
    const small = characterTokenizer(all.slice(0, 0x10000).join(""));
    const large = characterTokenizer(all.join(""));
    expect(small.encode("a")).toBeInstanceOf(Uint16Array);
    expect(large.encode("a")).toBeInstanceOf(Uint32Array);
    expect(large.encode(all[0x10000]!)).toEqual(Uint32Array.of(0x10000));
    expect(large.decode(large.encode(all.join(""))) === all.join("")).toBe(true);
  });
});

describe("a tokenizer of words", () => {
  it("cuts words with the space before them, and every other character alone", () => {
    expect(words("Call me Ishmael.")).toEqual(["Call", " me", " Ishmael", "."]);
    expect(words("years ago—never mind")).toEqual(["years", " ago", "—", "never", " mind"]);
    expect(words("Ahab's, don’t 'twas o' rock'")).toEqual([
      "Ahab's",
      ",",
      " don’t",
      " '",
      "twas",
      " o",
      "'",
      " rock",
      "'"
    ]);
    expect(words('a "b"  c\n\nd \n e ')).toEqual([
      "a",
      ' "',
      "b",
      '"',
      " ",
      " c",
      "\n",
      "\n",
      "d",
      " ",
      "\n",
      " e",
      " "
    ]);
    expect(words("e\u0301tude 42nd x_y 😀😀 한국")).toEqual(["e\u0301tude", " 42nd", " x_y", " 😀", "😀", " 한국"]);
    expect(words("a''b a'")).toEqual(["a", "'", "'", "b", " a", "'"]);
  });

  it("never joins or loses a character: tokens end to end are the text", () => {
    fc.assert(fc.property(someText, (text) => void expect(words(text).join("")).toBe(text)));
  });

  it("keeps at most the commonest, and of equally common ones the first by code point", () => {
    const {tokens} = wordTokenizer("c.c.b.b.a.d", {maxSize: 3, unknown: "<unk>"}).vocabulary;
    expect(tokens).toEqual([".", "b", "c", "<unk>"]);
    expect(wordTokenizer("c.c.b.b.a.d", {maxSize: 2, unknown: "<unk>"}).vocabulary.tokens).toEqual([".", "b", "<unk>"]);
    expect(() => wordTokenizer("a b", {maxSize: 1})).toThrow("wordTokenizer.maxSize");
  });

  it("in lower case decodes to the text in lower case", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const {encode, decode} = wordTokenizer(text, {lowercase: true});
        expect(decode(encode(text))).toBe(text.toLowerCase());
      })
    );
  });

  it("spells out an unknown token that would not show", () => {
    const {encode} = wordTokenizer("a b");
    expect(() => encode("a \u202e")).toThrow("U+0020 U+202E");
    expect(() => encode("a whale")).toThrow('" whale"');
  });

  it("takes words named like properties of objects for words", () => {
    const text = "__proto__ constructor __proto__ toString";
    const {vocabulary, encode, decode} = wordTokenizer(text);
    expect(vocabulary.tokens).toEqual([" __proto__", " constructor", " toString", "__proto__"]);
    expect(decode(encode(text))).toBe(text);
  });
});
