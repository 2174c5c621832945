import {ConfigError, found} from "../core/errors.js";
import {SPACE, isWordPart, runEnd} from "./characterClasses.js";

/** A token that is looked for in the text itself, before anything else is done with it, such as `<|endoftext|>`. */
export interface AddedToken {
  readonly token: string;
  /** Whether it counts only where no letter, digit or underscore touches it. Default false. */
  readonly singleWord?: boolean;
  /** Whether it takes the white space before it along, which `decode` then does not give back. Default false. */
  readonly leftStrip?: boolean;
  /** Whether it takes the white space after it along. Default false. */
  readonly rightStrip?: boolean;
}

/** A stretch of a text: an added token, or, with id -1, what is to be encoded. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

/** Cuts a text at its added tokens. */
type Segmenter = (text: string) => readonly Segment[];

/**
 * Cuts at added tokens: the leftmost first, of those that begin at one place the longest. Linear in the text's length.
 *
 * @throws ConfigError for a token that is empty, twice there or not in the vocabulary.
 */
export function segmenter(where: string, added: readonly AddedToken[], ids: ReadonlyMap<string, number>): Segmenter {
  const seen = new Set<string>();
  for (const {token} of added) {
    const refuse = (rule: string): never => {
      throw new ConfigError(`${where}.added`, rule, [found("token", token)]);
    };
    if (token === "") refuse("an added token has at least one character");
    if (!ids.has(token)) refuse("an added token is one of the tokens");
    if (seen.has(token)) refuse("an added token appears once");
    seen.add(token);
  }
  if (added.length === 0) return (text) => (text === "" ? [] : [{start: 0, end: text.length, id: -1}]);
  return (text) => cut(text, added, ids);
}

function cut(text: string, added: readonly AddedToken[], ids: ReadonlyMap<string, number>): readonly Segment[] {
  const segments: Segment[] = [];
  const next = added.map(({token}) => text.indexOf(token));
  let done = 0; // where what is not yet in a segment begins
  for (let from = 0; ;) {
    let best = -1;
    for (let i = 0; i < added.length; i++) {
      if (next[i]! >= 0 && next[i]! < from) next[i] = text.indexOf(added[i]!.token, from);
      if (next[i]! < 0) continue;
      const sooner = best < 0 ? -1 : next[i]! - next[best]!;
      if (sooner < 0 || (sooner === 0 && added[i]!.token.length > added[best]!.token.length)) best = i;
    }
    if (best < 0) break;
    const {token, singleWord = false, leftStrip = false, rightStrip = false} = added[best]!;
    let start = next[best]!;
    let end = start + token.length;
    from = end;
    if (singleWord && touchesWord(text, start, end)) continue;
    if (leftStrip) while (start > done && runEnd(text, start - 1, start, SPACE) === start) start--;
    if (rightStrip) end = runEnd(text, end, text.length, SPACE);
    if (start > done) segments.push({start: done, end: start, id: -1});
    segments.push({start: Math.max(start, done), end, id: ids.get(token)!});
    done = end;
  }
  if (done < text.length) segments.push({start: done, end: text.length, id: -1});
  return segments;
}

function touchesWord(text: string, start: number, end: number): boolean {
  const low = start > 1 && (text.charCodeAt(start - 1) & 0xfc00) === 0xdc00;
  const before = start > 0 ? text.codePointAt(low ? start - 2 : start - 1)! : 0;
  return (start > 0 && isWordPart(before)) || (end < text.length && isWordPart(text.codePointAt(end)!));
}
