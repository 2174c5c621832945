/** BPE as one does it with a pencil: words are lists of tokens, and nothing is fast. */

/** Two neighbors that become one token. */
interface HandMerge {
  readonly left: string;
  readonly right: string;
  /** How often they stood beside each other, without overlaps, when they were merged. */
  readonly count: number;
}

/** A list of tokens in which a pair is one token wherever it stands, from the left. */
export function mergedOnce(tokens: readonly string[], left: string, right: string): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const met = tokens[i] === left && tokens[i + 1] === right;
    out.push(met ? left + right : tokens[i]!);
    if (met) i++;
  }
  return out;
}

/** How many tokens words have together. */
export const tokensIn = (words: readonly (readonly string[])[]): number =>
  words.reduce((sum, word) => sum + word.length, 0);

/** The commonest pair of neighbors, of equals the one that was met first; undefined if none occurs twice. */
function commonest(words: readonly (readonly string[])[]): readonly [left: string, right: string] | undefined {
  const counts = new Map<string, {readonly pair: readonly [string, string]; readonly count: number}>();
  for (const word of words)
    for (let i = 1; i < word.length; i++) {
      const pair = [word[i - 1]!, word[i]!] as const;
      const name = JSON.stringify(pair);
      counts.set(name, {pair, count: (counts.get(name)?.count ?? 0) + 1});
    }
  const best = [...counts.values()].reduce((a, b) => (b.count > a.count ? b : a), {pair: ["", ""] as const, count: 1});
  return best.count > 1 ? best.pair : undefined;
}

/** The first merges that words teach, and the words as each leaves them. */
export function learnedByHand(words: readonly string[], most: number) {
  const steps: {readonly merge: HandMerge; readonly words: readonly (readonly string[])[]}[] = [];
  let now: readonly (readonly string[])[] = words.map((word) => [...word]);
  for (let pair = commonest(now); pair !== undefined && steps.length < most; pair = commonest(now)) {
    const [left, right] = pair;
    const next = now.map((word) => mergedOnce(word, left, right));
    steps.push({merge: {left, right, count: tokensIn(now) - tokensIn(next)}, words: next});
    now = next;
  }
  return steps;
}

type Pair = Pick<HandMerge, "left" | "right">;

/** A word in tokens, by doing all merges in the order in which they were learned. */
export const replayed = (word: string, merges: readonly Pair[]): readonly string[] =>
  merges.reduce<readonly string[]>((tokens, {left, right}) => mergedOnce(tokens, left, right), [...word]);

/** A word in tokens, by merging the earliest learned of the pairs that are there, at its leftmost place, until none is. */
export function byRanks(word: string, merges: readonly Pair[]): readonly string[] {
  const tokens = [...word];
  const rank = (i: number): number =>
    merges.findIndex(({left, right}) => left === tokens[i] && right === tokens[i + 1]) >>> 0; // none is the last of all
  for (;;) {
    let best = 0;
    for (let i = 1; i + 1 < tokens.length; i++) if (rank(i) < rank(best)) best = i;
    if (tokens.length < 2 || rank(best) >= merges.length) return tokens;
    tokens.splice(best, 2, tokens[best]! + tokens[best + 1]!);
  }
}
