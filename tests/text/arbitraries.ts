import fc from "fast-check";

const codePoints = (min: number, max: number) =>
  fc.integer({min, max}).map((codePoint) => String.fromCodePoint(codePoint));

/** Any code point but a surrogate. */
const character = fc.oneof(codePoints(0, 0xd7ff), codePoints(0xe000, 0x10ffff));

const from = (symbols: readonly string[]) => fc.array(fc.constantFrom(...symbols)).map((parts) => parts.join(""));

/** Texts of one kind or another that tokenizers get wrong; no lone surrogates. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({unit: "binary-ascii"}),
  fc.array(character).map((parts) => parts.join("")),
  from(["e", "\u0301", "é", "a", "\u0308", "\u200d", " "]),
  from(["😀", "👩‍👩‍👧", "🏴‍☠️", "🇫🇷", " ", "a"]),
  from(["\0", "\u2028", "\u202e", "\u2066", "\ufeff", "\r\n", "\n", "\t", "  "]),
  from(["__proto__", "constructor", "toString", "<script>", "</script>", "${x}", " ", "<unk>", "&amp;"]),
  from([" ", "  ", "don't", "’", "'", "it’s", "—", ".", "42", "_", "\n", "ß", "İ", "Σ"]),
  fc.string({unit: "grapheme-composite"}),
  from(["한", "국", "漢", "字", "กำ", "न", "म", "स्", "ते", "ا", "ل", " "])
);

/** The same, but not empty. */
export const someText = fc.tuple(character, text).map(([first, rest]) => first + rest);

/** A text with half a surrogate pair in it, and where. */
export const brokenText = fc
  .tuple(text, fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff"), fc.constantFrom("", "a", " ", "é"))
  .map(([before, half, after]) => ({text: `${before}|${half}${after}`, index: [...before].length + 1, half}));
