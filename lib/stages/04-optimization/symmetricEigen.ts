/** Eigenvalues of a symmetric matrix, falling, and the unit vector of each. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

const SWEEPS = 60; // fewer than ten are needed

/** Turns the axes p and q until the entry between them is 0; `v` has the axes as rows. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const between = a[p]![q]!;
  if (between === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * between);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const row = a[k]!;
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  turnRows(a[p]!, a[q]!, c, s);
  turnRows(v[p]!, v[q]!, c, s);
}

function turnRows(first: Float64Array, second: Float64Array, c: number, s: number): void {
  for (let k = 0; k < first.length; k++) {
    const [x, y] = [first[k]!, second[k]!];
    first[k] = c * x - s * y;
    second[k] = s * x + c * y;
  }
}

/** Of a symmetric matrix of any size, by Jacobi’s rotations (Golub & Van Loan 2013, Matrix Computations, section 8.5). */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from(a, (_, j) => (i === j ? 1 : 0)));
  const squares = (skip: boolean): number =>
    a.reduce((sum, row, i) => row.reduce((s, x, j) => (skip && i === j ? s : s + x * x), sum), 0);
  const enough = 1e-29 * a.length * squares(false); // rounding leaves about this, and it is off by its square
  for (let sweep = 0; sweep < SWEEPS && squares(true) > enough; sweep++)
    for (let p = 0; p < a.length; p++) for (let q = p + 1; q < a.length; q++) rotate(a, v, p, q);
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return {values: order.map((i) => a[i]![i]!), vectors: order.map((i) => Array.from(v[i]!))};
}
