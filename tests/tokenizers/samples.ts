import fc from "fast-check";
import {fold, key} from "../../lib/core/random/key.js";
import {bits} from "../../lib/core/random/uniform.js";
import {corpus} from "../../tools/corpora.js";

/** What trips tokenizers up: apostrophes, kinds of white space, marks, case without case, ligatures, pairs, halves of pairs. */
const alphabet = Array.from(
  "aAbBsStTeElLvVrRmMdD''''    \n\r\t\u0085\uFEFF\u00A0\u2003019½Ⅷ.,!?/-_éÉe\u0301\u0301ǅʰªא中あ😀𝐀𐐀𐐨\u017F\u0130ßﬁ\u200D\u3000\uFFFD\0▁"
);

/** Texts that are hard to cut. */
export const hardText = fc.oneof(
  fc.array(fc.constantFrom(...alphabet), {maxLength: 24}).map((list) => list.join("")),
  fc.string({unit: "binary", maxLength: 16})
);

/** Texts with halves of surrogate pairs too. */
export const anyText = fc.oneof(
  hardText,
  fc.array(fc.constantFrom(...alphabet, "\uD83D", "\uDE00", "\uD800"), {maxLength: 16}).map((list) => list.join(""))
);

/** Some hard texts, the same in every run. */
export const hardTexts = (count: number): readonly string[] => {
  const from = key(2026);
  return Array.from({length: count}, (_, i) => {
    const each = fold(from, i);
    return Array.from({length: bits(each, 0) % 20}, (_, j) => alphabet[bits(each, j + 1) % alphabet.length]!).join("");
  });
};

/** A text as encoders see it: half a surrogate pair is U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

/** Moby Dick, all of it. */
export const novel = corpus("moby-dick").text;
