import fc from "fast-check";
import {expect, it} from "vitest";
import {ConfigError, TextError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import {heldOutDocuments} from "../../lib/text/heldOutDocuments.js";
import type {Tokenizer} from "../../lib/text/tokenizer.js";

const line = fc.array(fc.constantFrom("a", "b", " ", "é", "😀"), {minLength: 1, maxLength: 6}).map((c) => c.join(""));
const lines = (text: string): readonly string[] => text.split("\n").slice(0, -1);

it("parts the documents without losing, cutting or changing one", () =>
  fc.assert(
    fc.property(
      fc.array(line, {minLength: 2, maxLength: 40}),
      fc.constantFrom(0.1, 0.3, 0.5),
      fc.constantFrom("characters" as const, "words" as const),
      (documents, share, tokens) => {
        const {texts, train, held, tokenizer, parts} = heldOutDocuments(documents.join("\n"), {share, tokens});
        expect([...lines(texts.train), ...lines(texts.held)].sort()).toEqual([...documents].sort());
        expect(lines(texts.held).length).toBe(Math.max(1, Math.round(documents.length * share)));
        expect(tokenizer.decode(train)).toBe(texts.train);
        expect(held.length).toBe(parts.held().ids.length);
        expect(parts.held().characters).toBe([...texts.held].length);
      }
    )
  ));

it("ends each document with the id of the line break, once, and has no begin among its ids", () => {
  const {train, documents, tokenizer, texts} = heldOutDocuments("ab\nba\nb\naa", {share: 0.25});
  expect([...train].filter((id) => id === documents.end).length).toBe(lines(texts.train).length);
  expect([...train]).not.toContain(documents.begin);
  expect(tokenizer.vocabulary.tokens[documents.end]).toBe("\n");
  expect(tokenizer.decode([documents.begin, ...train])).toBe(texts.train);
});

it("takes from all of a sorted list, by its key alone", () => {
  const sorted = Array.from({length: 1000}, (_, i) => String(i).padStart(3, "0"));
  const {texts} = heldOutDocuments(sorted.join("\n"));
  const hundreds = new Set(lines(texts.held).map((name) => name[0]));
  expect(hundreds.size).toBe(10);
  expect(heldOutDocuments(sorted.join("\n")).texts).toEqual(texts);
  expect(heldOutDocuments(sorted.join("\n"), {key: key(1)}).texts.held).not.toBe(texts.held);
});

it("knows nothing of what only held-out documents have", () => {
  const {tokenizer, held, texts} = heldOutDocuments("a\nb\nc\nd\ne\nf", {share: 0.5});
  for (const letter of lines(texts.held)) expect(tokenizer.vocabulary.tokens).not.toContain(letter);
  expect([...held].filter((id) => id === tokenizer.vocabulary.unknown).length).toBe(3);
});

it("refuses fewer than two documents, and shares that are none", () => {
  for (const few of ["", "\n\n", "Ann"]) expect(() => heldOutDocuments(few)).toThrow(TextError);
  for (const share of [0, 1, NaN]) expect(() => heldOutDocuments("a\nb", {share})).toThrow(ConfigError);
  expect(() => heldOutDocuments("a\nb", {tokens: "word" as "words"})).toThrow(/did you mean words/);
});

it("takes any tokenizer that has a token of its own for a begin and for a line break, and no other", () => {
  const corpus = "ab\nba\nb\naa\nab";
  const of = (make: (train: string) => Tokenizer) => heldOutDocuments(corpus, {tokens: make, share: 0.4});
  const {documents, train} = of((text) => characterTokenizer(text, {begin: "<s>", unknown: "?"}));
  expect([...train].filter((id) => id === documents.end).length).toBe(3);
  expect(() => of((text) => characterTokenizer(text, {unknown: "?"}))).toThrow(/has a token for a begin/);
  const pairs = characterTokenizer("ab\n", {begin: "<s>"}); // a line break in pairs is two tokens
  expect(() => of(() => ({...pairs, encode: (text) => pairs.encode(text + text)}))).toThrow(/one for a line break/);
  const joining = {...pairs, encode: (text: string) => pairs.encode(text.replaceAll("b\n", "b"))};
  expect(() => of(() => joining)).toThrow(/a token of its own/);
});
