import {key, uniform} from "/lib/index.js";

/** How often an event of probability p came in the first n throws of a seed, for each n that is asked for, in their order. */
export function frequencies(p: number, seed: number, at: readonly number[]): readonly number[] {
  const from = key(seed);
  const found: number[] = [];
  let hits = 0;
  let n = 0;
  for (const end of at) {
    for (; n < end; n++) if (uniform(from, n) < p) hits++;
    found.push(hits / n);
  }
  return found;
}

/** Numbers of throws at equal distances on a logarithmic scale, from 1 on. */
export const places = (most: number): readonly number[] => [
  ...new Set(Array.from({length: 121}, (_, i) => Math.round(most ** (i / 120))))
];
