import {codePointCount} from "./codePointTable.js";
import {wordRanges} from "./wordRanges.js";

/** 1 for each code point that is part of a word. */
const inWord = tableOf(wordRanges);

function tableOf(ranges: string): Uint8Array {
  const table = new Uint8Array(codePointCount);
  let at = 0;
  ranges.split(" ").forEach((stretch, i) => {
    const end = at + parseInt(stretch, 36);
    if (i % 2 === 1) table.fill(1, at, end);
    at = end;
  });
  return table;
}

/**
 * Whether a code point is part of a word: a letter, a mark, a digit or `_`, by a table of its own, since engines know
 * different versions of Unicode (`unicodeVersion` is that of the table).
 */
export const isWordCharacter = (codePoint: number): boolean => inWord[codePoint] === 1;

const space = 0x20;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/**
 * Where the token that starts at code unit `start` ends.
 *
 * A token is a word or one other character, either with the single space before it. A word is a run of letters, marks,
 * digits and `_`; an apostrophe between two of them belongs to it. A space that no other token follows, or that another
 * space follows, is a token of its own. So tokens put end to end are the text.
 */
export function wordEnd(text: string, start: number): number {
  let i = start;
  if (text.charCodeAt(i) === space) {
    const next = text.charCodeAt(++i);
    if (i === text.length || next === space || next === 10 || next === 13) return i;
  }
  let codePoint = text.codePointAt(i)!;
  i += codePoint > 0xffff ? 2 : 1;
  if (!isWordCharacter(codePoint)) return i;
  while (i < text.length) {
    const after = isApostrophe(text.charCodeAt(i)) ? i + 1 : i;
    if (after === text.length) return i;
    codePoint = text.codePointAt(after)!;
    if (!isWordCharacter(codePoint)) return i;
    i = after + (codePoint > 0xffff ? 2 : 1);
  }
  return i;
}

/** The tokens of a text, as `wordTokenizer` sees them. Put end to end they are the text. */
export function words(text: string): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = wordEnd(text, start);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}
