/** A product of matrices on two workers, in the ways in which it can be cut. */

type Matrix = readonly (readonly number[])[];

export const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));

const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((x, j) => x + b[i]![j]!));
const columns = (m: Matrix, from: number, to: number): Matrix => m.map((row) => row.slice(from, to));
const transposed = (m: Matrix): Matrix => m[0]!.map((_, j) => m.map((row) => row[j]!));

/** What each of two workers computes, and the whole that is made of it. */
interface Shared {
  readonly parts: readonly [Matrix, Matrix];
  readonly whole: Matrix;
}

/** Each worker has half of the rows of x, and all of w: nothing is to be sent, but the slopes of w are sums over both. */
export function byRows(x: Matrix, w: Matrix): Shared {
  const half = x.length / 2;
  const parts = [product(x.slice(0, half), w), product(x.slice(half), w)] as const;
  return {parts, whole: [...parts[0], ...parts[1]]};
}

/** The slopes of w, given those of the product: each worker’s own, and their sum, which both must have. */
export function slopesByRows(x: Matrix, slope: Matrix): Shared {
  const half = x.length / 2;
  const own = (from: number, to: number): Matrix => product(transposed(x.slice(from, to)), slope.slice(from, to));
  const parts = [own(0, half), own(half, x.length)] as const;
  return {parts, whole: plus(...parts)};
}

/** Each has half of the columns of w, and gets half of the product’s columns: whatever works on numbers one by one can go on. */
export function byColumns(x: Matrix, w: Matrix): Shared {
  const half = w[0]!.length / 2;
  const parts = [product(x, columns(w, 0, half)), product(x, columns(w, half, 2 * half))] as const;
  return {parts, whole: parts[0].map((row, i) => [...row, ...parts[1][i]!])};
}

/** Each has half of the columns of x, as the cut before leaves them, and those rows of w: the whole is a sum. */
export function byInside(x: Matrix, w: Matrix): Shared {
  const half = w.length / 2;
  const parts = [
    product(columns(x, 0, half), w.slice(0, half)),
    product(columns(x, half, 2 * half), w.slice(half))
  ] as const;
  return {parts, whole: plus(...parts)};
}

/** The page’s own two matrices. */
export const tinyX = [
  [1, 2],
  [3, 4]
] as const;
export const tinyW = [
  [1, 0],
  [2, 1]
] as const;
