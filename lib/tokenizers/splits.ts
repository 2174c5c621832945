import {oneOf} from "../core/checkFields.js";
import {LETTER, LOWER, MARK, NUMBER, OTHER, SPACE, UNCASED, UPPER, kindOf, runEnd} from "./characterClasses.js";

/** How a text is cut into pieces, which no token of byte-level BPE crosses: as GPT-2, GPT-4, GPT-4o, or not at all. */
export type Split = "gpt2" | "cl100k" | "o200k" | "none";

/** Where the piece that starts at code unit `start` of a text ends; the text is taken to end at `end`. */
export type PieceEnd = (text: string, start: number, end: number) => number;

// Each scanner does by hand what its pattern says (docs of tiktoken and of tokenizers have them as regular expressions):
// it looks at no code point more than three times, and its classes are of one version of Unicode in every engine.

const [NEWLINE, RETURN, BLANK, QUOTE, SLASH] = [10, 13, 32, 39, 47];
const isNewline = (unit: number): boolean => unit === NEWLINE || unit === RETURN;

/** The length of the contraction at an apostrophe: 's 't 'm 'd 're 've 'll; 0 where there is none. */
function contraction(text: string, at: number, end: number, anyCase: boolean): number {
  const unit = (i: number): number => {
    if (i >= end) return 0;
    const unit = text.charCodeAt(i);
    // ſ (U+017F) is an s to a pattern that ignores case
    return !anyCase ? unit : unit === 0x17f ? 115 : unit >= 65 && unit <= 90 ? unit + 32 : unit;
  };
  const first = unit(at + 1);
  if (first === 115 || first === 116 || first === 109 || first === 100) return 2;
  const second = unit(at + 2);
  return ((first === 114 || first === 118) && second === 101) || (first === 108 && second === 108) ? 3 : 0;
}

/** `\s+(?!\S)|\s+`: a run of white space, without its last sign where a word follows, and that sign alone. */
function spaceEnd(text: string, start: number, end: number): number {
  const last = runEnd(text, start, end, SPACE);
  return last === end || last === start + 1 ? last : last - 1;
}

/** `\s*[\r\n]+` first, then as above: white space up to its last newline. */
function spaceOrNewlinesEnd(text: string, start: number, end: number): number {
  const last = runEnd(text, start, end, SPACE);
  for (let i = last; i > start; i--) if (isNewline(text.charCodeAt(i - 1))) return i;
  return last === end || last === start + 1 ? last : last - 1;
}

const REST = OTHER | MARK;

function gpt2End(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  if (unit === QUOTE) {
    const length = contraction(text, start, end, false);
    if (length > 0) return start + length;
  }
  const at = unit === BLANK && start + 1 < end ? start + 1 : start;
  const kind = kindOf(text.codePointAt(at)!);
  if (kind === SPACE) return spaceEnd(text, start, end);
  return runEnd(text, at, end, kind & LETTER ? LETTER : kind === NUMBER ? NUMBER : REST);
}

/** ` ?[^\s\p{L}\p{N}]+` and the newlines after it, or white space. */
function signsEnd(text: string, start: number, end: number, slash: boolean): number {
  const at = text.charCodeAt(start) === BLANK && start + 1 < end ? start + 1 : start;
  let i = runEnd(text, at, end, REST);
  if (i === at) return spaceOrNewlinesEnd(text, start, end);
  for (; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isNewline(unit) && !(slash && unit === SLASH)) break;
  }
  return i;
}

/** `\p{N}{1,3}` */
function digitsEnd(text: string, start: number, end: number): number {
  let i = start;
  for (let n = 0; n < 3 && i < end; n++) {
    const codePoint = text.codePointAt(i)!;
    if (kindOf(codePoint) !== NUMBER) break;
    i += codePoint > 0xffff ? 2 : 1;
  }
  return i;
}

/** Where a word may begin: after the one sign before it, if `start` has one that is no letter, number or newline. */
function afterSign(text: string, start: number, kind: number, codePoint: number): number {
  return kind & (LETTER | NUMBER) || isNewline(codePoint) ? start : start + (codePoint > 0xffff ? 2 : 1);
}

function cl100kEnd(text: string, start: number, end: number): number {
  const codePoint = text.codePointAt(start)!;
  if (codePoint === QUOTE) {
    const length = contraction(text, start, end, true);
    if (length > 0) return start + length;
  }
  const kind = kindOf(codePoint);
  if (kind === NUMBER) return digitsEnd(text, start, end);
  const word = afterSign(text, start, kind, codePoint);
  const wordEnd = runEnd(text, word, end, LETTER);
  return wordEnd > word ? wordEnd : signsEnd(text, start, end, false);
}

const [HEAD, TAIL] = [UPPER | UNCASED | MARK, LOWER | UNCASED | MARK];

function o200kEnd(text: string, start: number, end: number): number {
  const codePoint = text.codePointAt(start)!;
  const kind = kindOf(codePoint);
  if (kind === NUMBER) return digitsEnd(text, start, end);
  const after = o200kWordEnd(text, start, end, kind, codePoint);
  if (after === start) return signsEnd(text, start, end, true);
  return after + (after < end && text.charCodeAt(after) === QUOTE ? contraction(text, after, end, true) : 0);
}

/**
 * `[^\r\n\p{L}\p{N}]?`, then `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+` or, where that fails,
 * `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*`; `start` where neither matches.
 */
function o200kWordEnd(text: string, start: number, end: number, kind: number, codePoint: number): number {
  const word = afterSign(text, start, kind, codePoint);
  // the head, and the end of the last of it that may as well be the tail's first
  let [i, last] = [word, word];
  while (i < end) {
    const next = text.codePointAt(i)!;
    const of = kindOf(next);
    if ((of & HEAD) === 0) break;
    i += next > 0xffff ? 2 : 1;
    if (of & TAIL) last = i;
  }
  const tail = runEnd(text, i, end, TAIL);
  if (tail > i) return tail;
  if (last > word) return last;
  if (kind === MARK) return word; // a mark may be the sign before a word, or a word by itself
  return i > word ? i : start;
}

const wholeEnd: PieceEnd = (_text, _start, end) => end;

const scanners: Readonly<Record<Split, PieceEnd>> = {
  gpt2: gpt2End,
  cl100k: cl100kEnd,
  o200k: o200kEnd,
  none: wholeEnd
};

/** @throws ConfigError for a name that is none. */
export const pieceEnd = (where: string, split: Split): PieceEnd =>
  scanners[oneOf(where, split, ["gpt2", "cl100k", "o200k", "none"])];

/**
 * The pieces of a text. Put end to end they are the text. Time is linear in its length.
 *
 * The patterns are those of GPT-2, of tiktoken's cl100k_base (GPT-4) and of its o200k_base (GPT-4o), with `\s` as Unicode's
 * White_Space, which has U+0085 and lacks U+FEFF, and letters and numbers as of Unicode 16.0 (`tokenizerUnicodeVersion`).
 *
 * @throws ConfigError for a split that is none.
 */
export function pieces(text: string, split: Split): readonly string[] {
  const endOf = pieceEnd("pieces.split", split);
  const found: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOf(text, start, text.length);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}
