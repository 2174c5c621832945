/** Pairs by what they are worth, best first. Worths may change: an entry that is out of date is found when it comes up. */
export interface PairQueue {
  readonly pairs: number[];
  readonly worths: number[];
}

/** Whether pair `a`, of equal worth, goes before pair `b`. */
export type GoesBefore = (a: number, b: number) => boolean;

/** Adds a pair with its worth. */
export function enqueue({pairs, worths}: PairQueue, pair: number, worth: number, first: GoesBefore): void {
  let i = pairs.length;
  pairs.push(pair);
  worths.push(worth);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (worths[parent]! > worth || (worths[parent] === worth && !first(pair, pairs[parent]!))) break;
    pairs[i] = pairs[parent]!;
    worths[i] = worths[parent]!;
    i = parent;
  }
  pairs[i] = pair;
  worths[i] = worth;
}

/** Takes the best pair out: its number and the worth that it was added with; undefined if there is none. */
export function dequeue(
  {pairs, worths}: PairQueue,
  first: GoesBefore
): readonly [pair: number, worth: number] | undefined {
  const top = pairs[0];
  if (top === undefined) return undefined;
  const topWorth = worths[0]!;
  const [pair, worth] = [pairs.pop()!, worths.pop()!];
  const n = pairs.length;
  if (n === 0) return [top, topWorth];
  const better = (a: number, b: number): boolean =>
    worths[a]! > worths[b]! || (worths[a] === worths[b] && first(pairs[a]!, pairs[b]!));
  let i = 0;
  for (let child = 1; child < n; child = 2 * i + 1) {
    if (child + 1 < n && better(child + 1, child)) child++;
    if (worth > worths[child]! || (worth === worths[child] && first(pair, pairs[child]!))) break;
    pairs[i] = pairs[child]!;
    worths[i] = worths[child]!;
    i = child;
  }
  pairs[i] = pair;
  worths[i] = worth;
  return [top, topWorth];
}
