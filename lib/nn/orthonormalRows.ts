/**
 * m rows of n numbers (m ≤ n) made orthonormal one after another: from each, its parts along those before it are taken, and
 * taken once more, since the first time leaves an error where rows are almost dependent (Gram and Schmidt, twice).
 *
 * @param rows - [m, n], row by row; it is left as it is.
 */
export function orthonormalRows(rows: Float64Array, m: number, n: number): Float64Array {
  const q = rows.slice();
  const dot = (i: number, j: number): number => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += q[i * n + k]! * q[j * n + k]!;
    return sum;
  };
  for (let i = 0; i < m; i++) {
    for (let pass = 0; pass < 2; pass++)
      for (let j = 0; j < i; j++) {
        const along = dot(i, j);
        for (let k = 0; k < n; k++) q[i * n + k] = q[i * n + k]! - along * q[j * n + k]!;
      }
    const length = Math.sqrt(dot(i, i));
    for (let k = 0; k < n; k++) q[i * n + k] = q[i * n + k]! / length;
  }
  return q;
}
