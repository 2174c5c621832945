/** Principal components: the directions in which points differ most, by rotating the covariance until it is diagonal. */

export interface Pca {
  readonly mean: readonly number[];
  /** Unit vectors, one per row, by falling variance; the coordinate of largest size is positive in each. */
  readonly components: readonly (readonly number[])[];
  /** The variance along each component, over n − 1. */
  readonly variances: readonly number[];
  /** All variance that the points have, along all directions. */
  readonly total: number;
}

type Points = readonly (readonly number[])[];

/** Sums of products of the points’ differences from their mean, over n − 1: [width, width]. */
export function covariance(points: Points, mean: readonly number[]): number[][] {
  return mean.map((_, i) =>
    mean.map(
      (_, j) => points.reduce((sum, p) => sum + (p[i]! - mean[i]!) * (p[j]! - mean[j]!), 0) / (points.length - 1)
    )
  );
}

const SWEEPS = 60; // a symmetric matrix of this size needs fewer than ten

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi’s rotations: each makes one pair of entries off the diagonal
 * zero, and what is off the diagonal shrinks (Golub & Van Loan, Matrix Computations, section 8.5).
 */
export function eigen(symmetric: Points): {readonly values: readonly number[]; readonly vectors: Points} {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  const scale = a.flat().reduce((sum, x) => sum + x * x, 0);
  const off = (): number => a.reduce((sum, row, i) => sum + row.reduce((s, x, j) => (i === j ? s : s + x * x), 0), 0);
  for (let sweep = 0; sweep < SWEEPS && off() > 1e-30 * scale; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  return {values: a.map((row, i) => row[i]!), vectors: v};
}

/** Turns the axes p and q so far that the entry between them is zero; `v` has the axes as rows. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const between = a[p]![q]!;
  if (between === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * between);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: number[], i: number, j: number): void => {
    const [x, y] = [row[i]!, row[j]!];
    row[i] = c * x - s * y;
    row[j] = s * x + c * y;
  };
  for (const row of a) turn(row, p, q);
  for (const m of [a, v])
    for (let k = 0; k < m.length; k++) {
      const [x, y] = [m[p]![k]!, m[q]![k]!];
      m[p]![k] = c * x - s * y;
      m[q]![k] = s * x + c * y;
    }
}

/** The `count` directions of most variance, of two or more points of one width. */
export function pca(points: Points, count: number): Pca {
  const width = points[0]!.length;
  const mean = Array.from({length: width}, (_, i) => points.reduce((sum, p) => sum + p[i]!, 0) / points.length);
  const {values, vectors} = eigen(covariance(points, mean));
  const order = values.map((_, i) => i).sort((i, j) => values[j]! - values[i]!);
  const kept = order.slice(0, count);
  return {
    mean,
    components: kept.map((i) => positive(vectors[i]!)),
    variances: kept.map((i) => Math.max(0, values[i]!)),
    total: values.reduce((sum, x) => sum + x, 0)
  };
}

/** A direction and its opposite are one axis: the one whose largest coordinate is positive. */
function positive(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
  return largest < 0 ? vector.map((x) => 0 - x) : vector;
}

/** Where a point lies along each component, from the mean. */
export const scores = ({mean, components}: Pick<Pca, "mean" | "components">, point: readonly number[]): number[] =>
  components.map((axis) => axis.reduce((sum, a, i) => sum + a * (point[i]! - mean[i]!), 0));
