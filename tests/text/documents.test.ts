import fc from "fast-check";
import {expect, it} from "vitest";
import {characterTokenizer} from "../../lib/text/characters.js";
import {encodeDocuments, joinDocuments, splitDocuments} from "../../lib/text/documents.js";

const line = fc
  .array(fc.constantFrom("a", " ", "é", "😀", "\u2028", "\t"), {minLength: 1})
  .map((parts) => parts.join(""));

it("splits what it joined into the same documents", () => {
  fc.assert(
    fc.property(
      fc.array(line),
      fc.constantFrom("\n", "\n\n", "|", "<end>"),
      (documents, separator) =>
        void expect(splitDocuments(joinDocuments(documents, separator), separator)).toEqual(documents)
    )
  );
});

it("leaves empty lines out and takes both kinds of line break", () => {
  expect(splitDocuments("Ann\r\nBob\n\n\nCid")).toEqual(["Ann", "Bob", "Cid"]);
  expect(() => splitDocuments("a", "")).toThrow("documents.separator");
  expect(() => joinDocuments(["a"], "")).toThrow("documents.separator");
});

it("encodes each document between begin and end", () => {
  const tokenizer = characterTokenizer("ab", {begin: "<s>", end: "</s>"});
  expect([...encodeDocuments(tokenizer, ["ab", "b"])]).toEqual([2, 0, 1, 3, 2, 1, 3]);
  expect(tokenizer.decode(encodeDocuments(tokenizer, ["ab", "b"]))).toBe("abb");
  expect(() => encodeDocuments(characterTokenizer("ab"), ["a"])).toThrow("a begin and an end token");
});
