/** Row times column: the inner loop walks down a column of B, n numbers at a stride. */
export function byColumns(n: number, a: Float64Array, b: Float64Array, c: Float64Array, rows = n): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * b[k * n + j]!;
      c[i * n + j] = sum;
    }
}

/** The same sums with two loops exchanged: the inner loop walks along a row of B and a row of C. */
export function byRows(n: number, a: Float64Array, b: Float64Array, c: Float64Array, rows = n): void {
  c.fill(0);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) c[i * n + j]! += factor * b[k * n + j]!;
    }
}

/** By rows again, in float32: half the bytes, and every product and every sum rounded to 24 bits. */
export function byRowsSingle(n: number, a: Float32Array, b: Float32Array, c: Float32Array, rows = n): void {
  c.fill(0);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) c[i * n + j] = Math.fround(c[i * n + j]! + Math.fround(factor * b[k * n + j]!));
    }
}
