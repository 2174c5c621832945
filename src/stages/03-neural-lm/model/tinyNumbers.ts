/** The numbers of the stage's tiny example, as a pencil has them, and what of it needs no tensors. */
import {softmax} from "/lib/index.js";

export const TOKENS = ["⏎", "a", "b", "e", "n"] as const;
export type Token = (typeof TOKENS)[number];

export const RATE = 0.5;

type Rows = readonly (readonly number[])[];

/** A vector for each token. */
export const TABLE: Rows = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 1]
];

/** A row for each number of a vector, a column for each token. */
export const WEIGHT: Rows = [
  [0, 1, -1, 0, 1],
  [1, 0, 0, -1, 1]
];

/** What a vector says of each token that may come. */
export const probabilitiesAfter = (vector: readonly number[]): readonly number[] =>
  Array.from(softmax(TOKENS.map((_, j) => vector.reduce((sum, x, k) => sum + x * WEIGHT[k]![j]!, 0))));

/**
 * The gradient of the cross-entropy of what follows a token, by the token’s vector: W (p − q), where q is how often each token
 * follows.
 */
export function vectorGradient(vector: readonly number[], q: readonly number[]): readonly number[] {
  const p = probabilitiesAfter(vector);
  return WEIGHT.map((row) => row.reduce((sum, w, j) => sum + w * (p[j]! - q[j]!), 0));
}

/** The vector after 0, 1, … steps of plain gradient descent, the output weights held still. */
export function pulled(
  start: readonly number[],
  q: readonly number[],
  steps: number,
  rate = RATE
): readonly (readonly number[])[] {
  const path = [start];
  for (let step = 0; step < steps; step++) {
    const now = path[step]!;
    const slope = vectorGradient(now, q);
    path.push(now.map((x, k) => x - rate * slope[k]!));
  }
  return path;
}
