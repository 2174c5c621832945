/**
 * Places at least `gap` apart and inside the range, as near to where they were as can be: the least squares solution,
 * found by pooling neighbors that touch. The order of the answers is that of the questions.
 */
export function spread(places: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  interface Pool {
    readonly sum: number;
    readonly size: number;
  }
  const order = places.map((_, i) => i).sort((i, j) => (places[i] ?? 0) - (places[j] ?? 0));
  const pools: Pool[] = [];
  order.forEach((place, rank) => {
    // without its gaps the solution is a monotone fit, and each pool sits at its mean
    let pool: Pool = {sum: (places[place] ?? 0) - rank * gap, size: 1};
    for (let last = pools.at(-1); last !== undefined && mean(last) > mean(pool); last = pools.at(-1)) {
      pool = {sum: pool.sum + last.sum, size: pool.size + last.size};
      pools.pop();
    }
    pools.push(pool);
  });
  const room = Math.max(low, high - gap * (places.length - 1));
  const found = pools.flatMap((pool) =>
    Array.from({length: pool.size}, () => Math.min(room, Math.max(low, mean(pool))))
  );
  const answer = [...places];
  order.forEach((place, rank) => (answer[place] = (found[rank] ?? 0) + rank * gap));
  return answer;

  function mean({sum, size}: Pool): number {
    return sum / size;
  }
}
