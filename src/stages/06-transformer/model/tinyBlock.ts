/** The smallest block that does all that a block does: three tokens, width two, small enough for a pencil. */

type Pair = readonly [number, number];

const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a + c, b + d];

/** The stream of three tokens before the block. */
const tinyStream: readonly [Pair, Pair, Pair] = [
  [1, 0],
  [0, 1],
  [1, 1]
];

/**
 * Attention whose queries, keys and values are the stream itself: weights of the last token on all three, and what it reads.
 */
export function tinyAttention(): {
  readonly scores: readonly number[];
  readonly weights: readonly number[];
  readonly read: Pair;
} {
  const query = tinyStream[2];
  const scores = tinyStream.map(([a, b]) => (query[0] * a + query[1] * b) / Math.SQRT2);
  const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
  const weights = scores.map((score) => Math.exp(score) / total);
  const read = tinyStream.reduce<Pair>((sum, [a, b], i) => plus(sum, [weights[i]! * a, weights[i]! * b]), [0, 0]);
  return {scores, weights, read};
}

/** A feed-forward layer of one hidden neuron: relu(a − b), of which half is taken from the first number and given to the second. */
function tinyFeedForward([a, b]: Pair): Pair {
  const hidden = Math.max(0, a - b);
  return [-hidden / 2, hidden / 2];
}

/** The stream of the last token: as it came, after attention, and after the feed-forward layer. */
export function tinyBlock(): {readonly before: Pair; readonly attended: Pair; readonly after: Pair} {
  const before = tinyStream[2];
  const attended = plus(before, tinyAttention().read);
  return {before, attended, after: plus(attended, tinyFeedForward(attended))};
}

/** What the first token, which sees itself alone, has at first, reads, and is given by the feed-forward layer. */
export function tinyFirst(): {readonly before: Pair; readonly read: Pair; readonly made: Pair; readonly after: Pair} {
  const before = tinyStream[0];
  const read = before; // all of its weight lies on itself, and values are the stream
  const made = tinyFeedForward(plus(before, read));
  return {before, read, made, after: plus(plus(before, read), made)};
}

/** Parameters of the part of a model that repeats: four square matrices, three of the feed-forward layer, two norms. */
export const blockSize = (width: number, hidden: number): number => 4 * width * width + 3 * width * hidden + 2 * width;
