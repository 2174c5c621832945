import {log} from "../core/math/log.js";
import {compareCodePoints} from "../text/compareCodePoints.js";
import type {PieceCounts} from "./countPieces.js";
import type {ScoredToken} from "./unigramModel.js";

/** What is known of a substring: how often it occurs, and which character follows, until two different ones did. */
interface Substring {
  count: number;
  next: string;
  branches: boolean;
}

/**
 * The pieces that training starts from: every character, by its count; then every substring of 2 to `maxLength` characters
 * that the distinct words have twice or more, not always before the same character, by its count times its length.
 */
export function unigramSeeds(counts: PieceCounts, maxLength: number): readonly ScoredToken[] {
  const characters = new Map<string, number>();
  const substrings = new Map<string, Substring>();
  for (const [word, count] of counts) {
    const list = Array.from(word);
    for (const character of list) characters.set(character, (characters.get(character) ?? 0) + count);
    for (let start = 0; start < list.length; start++) {
      let part = list[start]!;
      for (let end = start + 1; end < Math.min(list.length, start + maxLength); end++) {
        part += list[end]!;
        const next = list[end + 1] ?? ""; // the end of a word is a character of its own
        const known = substrings.get(part);
        if (known === undefined) substrings.set(part, {count: 1, next, branches: false});
        else {
          known.count++;
          known.branches ||= known.next !== next;
        }
      }
    }
  }
  const pieces = [...substrings].flatMap(([part, {count, branches}]): ScoredToken[] =>
    branches ? [[part, count * Array.from(part).length]] : []
  );
  const seeds = [...ranked([...characters]), ...ranked(pieces)];
  const total = seeds.reduce((sum, [, score]) => sum + score, 0);
  return seeds.map(([piece, score]) => [piece, log(score) - log(total)]);
}

/** By score, then string, both descending. */
const ranked = (pieces: readonly ScoredToken[]): readonly ScoredToken[] =>
  [...pieces].sort(([a, m], [b, n]) => n - m || compareCodePoints(b, a));
