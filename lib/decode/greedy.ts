import {largest} from "./logits.js";

/**
 * The likeliest token; of several, the one with the smallest id.
 *
 * @throws ConfigError for NaN, Infinity, and when all are -Infinity.
 *
 * @example
 * greedy([0.1, 0.7, 0.2]); // 1
 */
export function greedy(logits: ArrayLike<number>): number {
  const top = largest("greedy", logits);
  let id = 0;
  while (logits[id] !== top) id++;
  return id;
}
