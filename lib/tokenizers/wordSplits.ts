import {oneOf} from "../core/checkFields.js";
import {LETTER, MARK, NUMBER, OTHER, SPACE, isPunctuation, runEnd} from "./characterClasses.js";
import type {PieceCounts} from "./countPieces.js";
import {wellFormed} from "./wellFormed.js";

/** How a text is cut into words: at white space, or, as BERT does, also before and after each sign of punctuation. */
export type WordSplit = "whitespace" | "bert";

const INK = LETTER | MARK | NUMBER | OTHER;

/** Calls `found` for each word of a part of a text: white space is in none. */
export function eachWord(
  text: string,
  start: number,
  end: number,
  split: WordSplit,
  found: (start: number, end: number) => void
): void {
  for (let at = runEnd(text, start, end, SPACE); at < end; at = runEnd(text, at, end, SPACE)) {
    const last = runEnd(text, at, end, INK);
    if (split === "bert") eachBertWord(text, at, last, found);
    else found(at, last);
    at = last;
  }
}

function eachBertWord(text: string, start: number, end: number, found: (start: number, end: number) => void): void {
  let from = start;
  for (let at = start; at < end;) {
    const codePoint = text.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (isPunctuation(codePoint)) {
      if (at > from) found(from, at);
      found(at, next);
      from = next;
    }
    at = next;
  }
  if (end > from) found(from, end);
}

/**
 * How often each word of the texts occurs: what WordPiece and Unigram learn from. With a `mark`, such as ▁ for Unigram,
 * each word begins with it. Half a surrogate pair is U+FFFD.
 *
 * @throws ConfigError for a split that is none.
 */
export function countWords(
  texts: string | Iterable<string>,
  split: WordSplit = "whitespace",
  {mark = ""}: {readonly mark?: string} = {}
): PieceCounts {
  oneOf("countWords.split", split, ["whitespace", "bert"]);
  const counts = new Map<string, number>();
  for (const raw of typeof texts === "string" ? [texts] : texts) {
    const text = wellFormed(raw);
    eachWord(text, 0, text.length, split, (start, end) => {
      const word = mark + text.slice(start, end);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    });
  }
  return counts;
}
