import fc from "fast-check";
import {expect, it} from "vitest";
import {ConfigError, TextError} from "../../lib/core/errors.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import {heldOut} from "../../lib/text/heldOut.js";
import {measureText} from "../../lib/text/utf8.js";

const text = fc
  .array(fc.constantFrom("a", "b", " ", "é", "🐳", "\n"), {minLength: 20, maxLength: 200})
  .map((c) => c.join(""));
const share = fc.integer({min: 10, max: 90}).map((n) => n / 100);

it("gives two parts that are the whole when put end to end, cut between characters at the share asked for", () =>
  fc.assert(
    fc.property(text, share, (text, share) => {
      const {train, held, texts, tokenizer} = heldOut(text, {share});
      expect(texts.train + texts.held).toBe(text);
      expect(measureText(texts.held).loneSurrogate).toBe(-1);
      expect(Math.abs(texts.held.length - share * text.length)).toBeLessThanOrEqual(1.5);
      expect(tokenizer.decode(train)).toBe(texts.train);
      expect([...held]).toEqual([...tokenizer.encode(texts.held)]);
    })
  ));

it("holds out a tenth of the characters unless told", () => {
  const {texts, tokenizer} = heldOut("0123456789".repeat(10));
  expect(texts.held).toBe("0123456789");
  expect(tokenizer.name).toBe("characters");
});

it.each(["characters", "words"] as const)("knows nothing of what only the held-out part has: %s", (tokens) => {
  const {tokenizer, held} = heldOut(`${"ab cd ".repeat(30)} zebra`, {share: 0.03, tokens});
  const {unknown, tokens: known} = tokenizer.vocabulary;
  expect(known.join("")).not.toMatch(/z|zebra/);
  expect([...held]).toContain(unknown);
});

it("takes a tokenizer of one's own, and shows it the training part alone", () => {
  let shown = "";
  const {held} = heldOut("abababababz", {
    share: 0.1,
    tokens: (train) => characterTokenizer((shown = train), {unknown: "?"})
  });
  expect(shown).toBe("ababababab");
  expect([...held]).toEqual([2]);
});

it("refuses shares that are none, texts too short for their parts, and tokens that it does not know", () => {
  for (const share of [0, 1, -0.1, NaN, Infinity]) expect(() => heldOut("abc", {share})).toThrow(ConfigError);
  for (const short of ["", "a", "abcd"]) expect(() => heldOut(short)).toThrow(TextError);
  expect(() => heldOut("abc", {share: 0.5, tokens: "word" as "words"})).toThrow(/did you mean words/);
});
