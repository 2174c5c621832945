const A_TRANSPOSED = 1;
const B_TRANSPOSED = 2;
const ADD = 4;

/**
 * C[i, j] = Σₚ A[i, p] · B[p, j] for `batch` pairs of matrices, [m, k] · [k, n] → [m, n].
 *
 * `flags`: 1 = A is stored [k, m], 2 = B is stored [n, k], 4 = add to C. The loops run over i, p, j: the inner one
 * then walks along a row of B and a row of C, which lie in memory one after another.
 */
export function matmul(
  flags: number,
  batch: number,
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  strideA: number,
  b: Float64Array,
  strideB: number,
  c: Float64Array
): void {
  const [aRow, aColumn] = (flags & A_TRANSPOSED) !== 0 ? [1, m] : [k, 1];
  const [bRow, bColumn] = (flags & B_TRANSPOSED) !== 0 ? [1, k] : [n, 1];
  if ((flags & ADD) === 0) for (let i = 0; i < batch * m * n; i++) c[i] = 0;
  for (let one = 0; one < batch; one++)
    for (let i = 0; i < m; i++) {
      const row = (one * m + i) * n;
      for (let p = 0; p < k; p++) {
        const factor = a[one * strideA + i * aRow + p * aColumn]!;
        const from = one * strideB + p * bRow;
        for (let j = 0; j < n; j++) c[row + j]! += factor * b[from + j * bColumn]!;
      }
    }
}

/** y = x · weight + bias, [m, k] · [k, n] + [n]. */
export function linear(
  m: number,
  n: number,
  k: number,
  x: Float64Array,
  weight: Float64Array,
  bias: Float64Array,
  y: Float64Array
): void {
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) y[i * n + j] = bias[j]!;
  matmul(ADD, 1, m, n, k, x, 0, weight, 0, y);
}
