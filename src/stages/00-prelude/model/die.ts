/** A distribution over numbers: outcomes, each with its probability. */
export interface Chances {
  readonly values: readonly number[];
  readonly probs: readonly number[];
}

/** A fair die. */
export const die: Chances = {values: [1, 2, 3, 4, 5, 6], probs: Array.from({length: 6}, () => 1 / 6)};

/** The mean of a function of the outcomes, each weighted with its probability. */
export const expectation = ({values, probs}: Chances, of: (x: number) => number = (x) => x): number =>
  values.reduce((sum, x, i) => sum + probs[i]! * of(x), 0);

/** The mean squared distance from the mean: E[X²] − E[X]². */
export function variance(chances: Chances): number {
  const mean = expectation(chances);
  return expectation(chances, (x) => x * x) - mean * mean;
}

/** The exact distribution of the sum of n throws, one throw added at a time. */
export function sumOf({values, probs}: Chances, n: number): Chances {
  let sums = new Map([[0, 1]]);
  for (let i = 0; i < n; i++) {
    const next = new Map<number, number>();
    for (const [sum, p] of sums) values.forEach((x, j) => next.set(sum + x, (next.get(sum + x) ?? 0) + p * probs[j]!));
    sums = next;
  }
  return {values: [...sums.keys()], probs: [...sums.values()]};
}
