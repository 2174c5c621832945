import {codePointCount} from "../text/codePointTable.js";
import {characterRanges} from "./characterRanges.js";

/** Kinds of code points, as bits of a set: what the patterns of pre-tokenizers tell apart. */
export const OTHER = 1;
export const SPACE = 2;
export const UPPER = 4;
export const LOWER = 8;
/** Letters without case: Lm and Lo. */
export const UNCASED = 16;
export const MARK = 32;
export const NUMBER = 64;
export const LETTER = UPPER | LOWER | UNCASED;

const classes = tableOf(characterRanges);

function tableOf(ranges: string): Uint8Array {
  const table = new Uint8Array(codePointCount);
  for (let i = 0, at = 0; i < ranges.length;) {
    const kind = ranges.charCodeAt(i++) - 65;
    let length = 0;
    for (let unit; i < ranges.length && ((unit = ranges.charCodeAt(i)) >= 97 || unit < 58); i++)
      length = length * 36 + unit - (unit < 58 ? 48 : 87);
    const end = at + (length === 0 ? 1 : length);
    table.fill(kind, at, end);
    at = end;
  }
  return table;
}

/** The kind of a code point, one bit. Half a surrogate pair is of the kind of U+FFFD, which stands for it. */
export const kindOf = (codePoint: number): number => 1 << (classes[codePoint]! & 7);

/** Whether BERT's pre-tokenizer stands a code point alone: ASCII's punctuation and Unicode's. */
export const isPunctuation = (codePoint: number): boolean => (classes[codePoint]! & 8) !== 0;

/** Whether a code point beside an added token of a single word keeps it from being one: `\w`. */
export const isWordPart = (codePoint: number): boolean => (classes[codePoint]! & 16) !== 0;

/** Where the run of code points of `kinds` that starts at `start` ends. */
export function runEnd(text: string, start: number, end: number, kinds: number): number {
  let i = start;
  while (i < end) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) !== 0xd800) {
      if (((kinds >>> (classes[unit]! & 7)) & 1) === 0) return i;
      i++;
    } else {
      const codePoint = text.codePointAt(i)!;
      if (((kinds >>> (classes[codePoint]! & 7)) & 1) === 0) return i;
      i += codePoint > 0xffff ? 2 : 1;
    }
  }
  return i;
}
