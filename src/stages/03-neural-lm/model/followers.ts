/** What follows each token of a text, counted. */

/** For each token, how often each token follows it, as shares; zeros where nothing does. */
export function followerShares(ids: ArrayLike<number>, size: number): readonly (readonly number[])[] {
  const counts = Array.from({length: size}, () => new Array<number>(size).fill(0));
  for (let i = 1; i < ids.length; i++) counts[ids[i - 1]!]![ids[i]!]!++;
  return counts.map((row) => {
    const total = row.reduce((sum, n) => sum + n, 0);
    return row.map((n) => (total === 0 ? 0 : n / total));
  });
}

/** What two distributions have in common: 1 for equal ones, 0 for those that share no outcome. */
export const overlap = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, x, i) => sum + Math.min(x, q[i]!), 0);

/** How far two lists rise and fall together, from −1 to 1 (Pearson’s correlation). */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (f: (i: number) => number): number => x.reduce((total, _, i) => total + f(i), 0);
  const both = sum((i) => (x[i]! - mx) * (y[i]! - my));
  return both / Math.sqrt(sum((i) => (x[i]! - mx) * (x[i]! - mx)) * sum((i) => (y[i]! - my) * (y[i]! - my)));
}
