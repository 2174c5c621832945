import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {isWordCharacter} from "../../lib/text/wordBoundaries.js";
import {unicodeVersion} from "../../lib/text/wordRanges.js";
import {root} from "../../tools/root.js";
import {rangesModule} from "../../tools/word-ranges.js";

describe("the code points that are part of words", () => {
  it("are letters, marks, digits and the low line, and no others", () => {
    for (const c of ["a", "Z", "é", "\u0301", "٣", "½", "字", "_", "𝔘"])
      expect(isWordCharacter(c.codePointAt(0)!), c).toBe(true);
    for (const c of [" ", ".", "-", "’", "😀", "\ufffd", "\u200d"])
      expect(isWordCharacter(c.codePointAt(0)!), c).toBe(false);
    expect(isWordCharacter(0x10ffff)).toBe(false);
  });

  it.runIf(process.versions.unicode === unicodeVersion)("are what Unicode says in the version that is named", () => {
    expect(readFileSync(join(root, "lib/text/wordRanges.ts"), "utf8")).toBe(rangesModule());
  });

  it("differ from what an engine of another version says by code points that it does not know alone", () => {
    const word = /[\p{L}\p{M}\p{N}_]/u;
    const unassigned = /\p{Cn}/u;
    const newer = Number(process.versions.unicode) >= Number(unicodeVersion);
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const text = String.fromCodePoint(codePoint);
      if (word.test(text) === isWordCharacter(codePoint)) continue;
      // an older engine has not heard of them; a newer one has given a meaning to what was free
      if (!newer && unassigned.test(text)) continue;
      if (newer && process.versions.unicode !== unicodeVersion && word.test(text)) continue;
      expect.fail(`U+${codePoint.toString(16)}`);
    }
  });
});
