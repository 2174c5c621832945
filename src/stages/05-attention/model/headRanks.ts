/** What can be said of heads without running one. */

/** Parameters of attention with square matrices: of queries, keys, values and output. */
export const attentionSize = (width: number, heads: number, kvHeads = heads): number => {
  const headDim = width / heads;
  return 2 * width * width + 2 * width * kvHeads * headDim;
};

/** The rank of a matrix by elimination: rows that are left when multiples of others were taken away. */
export function rankOf(matrix: readonly (readonly number[])[], tolerance = 1e-9): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && rank < rows.length; column++) {
    const rest = rows.slice(rank);
    const pivot = rest.reduce(
      (best, row, i) => (Math.abs(row[column]!) > Math.abs(rest[best]![column]!) ? i : best),
      0
    );
    const [chosen] = rows.splice(rank + pivot, 1);
    if (chosen === undefined || Math.abs(chosen[column]!) < tolerance) {
      if (chosen !== undefined) rows.splice(rank + pivot, 0, chosen);
      continue;
    }
    rows.splice(rank, 0, chosen);
    for (let i = rank + 1; i < rows.length; i++) {
      const factor = rows[i]![column]! / chosen[column]!;
      rows[i] = rows[i]!.map((x, j) => x - factor * chosen[j]!);
    }
    rank++;
  }
  return rank;
}

/** The map by which a head scores pairs of vectors, query matrix times the transpose of the key matrix: [width][width]. */
export const scoreMap = (
  query: readonly (readonly number[])[],
  key: readonly (readonly number[])[]
): readonly (readonly number[])[] =>
  query.map((row) => key.map((other) => row.reduce((sum, x, i) => sum + x * other[i]!, 0)));
