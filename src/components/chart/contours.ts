/**
 * Level lines of a function on a square grid, as one SVG path: where each cell's edges cross the level, joined.
 *
 * `values` has `size` rows of `size` numbers; row 0 is the lowest y. `place` maps a column and a row to pixels.
 */
export function contour(
  values: ArrayLike<number>,
  size: number,
  level: number,
  place: (column: number, row: number) => readonly [x: number, y: number]
): string {
  const at = (i: number, j: number): number => (values[j * size + i] ?? NaN) - level;
  let d = "";
  for (let j = 0; j + 1 < size; j++)
    for (let i = 0; i + 1 < size; i++) {
      const corners = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1]
      ] as const;
      const crossings = corners.flatMap(([a, b], k) => {
        const [c, e] = corners[(k + 1) % 4] ?? [a, b];
        const [here, there] = [at(a, b), at(c, e)];
        if (here < 0 === there < 0) return [];
        const t = here / (here - there);
        return [
          place(a + t * (c - a), b + t * (e - b))
            .map((v) => v.toFixed(1))
            .join(" ")
        ];
      });
      // four crossings are a saddle: either pairing is right at the grid's resolution
      for (let k = 0; k + 1 < crossings.length; k += 2) d += `M${crossings[k] ?? ""}L${crossings[k + 1] ?? ""}`;
    }
  return d;
}
