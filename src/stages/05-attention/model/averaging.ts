/** Points that attend to one another, again and again: queries, keys and values are the points themselves. */

export type Row = readonly number[];

const dot = (a: Row, b: Row): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Weights of each row on all rows. */
export const weightsOf = (rows: readonly Row[]): readonly Row[] =>
  rows.map((query) => {
    const scores = rows.map((key) => dot(query, key) / Math.sqrt(query.length));
    const largest = Math.max(...scores);
    const raised = scores.map((score) => Math.exp(score - largest));
    const total = raised.reduce((sum, x) => sum + x, 0);
    return raised.map((x) => x / total);
  });

/** Means of rows by weights: each row of the answer lies among the rows. */
export const averaged = (weights: readonly Row[], rows: readonly Row[]): readonly Row[] =>
  weights.map((w) => rows[0]!.map((_, k) => w.reduce((sum, share, j) => sum + share * rows[j]![k]!, 0)));

/** What repeated attention is told. */
interface Again {
  /** Whether each row is added to what it got. */
  readonly residual: boolean;
}

/** The rows before and after each of so many steps. */
export function attendAgain(rows: readonly Row[], steps: number, {residual}: Again) {
  const seen: (readonly Row[])[] = [rows];
  for (let step = 0; step < steps; step++) {
    const x = seen.at(-1)!;
    const answers = averaged(weightsOf(x), x);
    seen.push(residual ? answers.map((row, i) => row.map((value, k) => value + x[i]![k]!)) : answers);
  }
  return seen;
}

/** The mean of all rows. */
const meanRow = (rows: readonly Row[]): Row =>
  rows[0]!.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length);

/** How far rows differ: the largest difference between two of them in one number. */
export const spreadOfRows = (rows: readonly Row[]): number =>
  Math.max(
    ...rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!)) - Math.min(...rows.map((row) => row[k]!)))
  );

/** The share of rows’ size that is not common to all of them: 0 if all are equal. */
export function ownShare(rows: readonly Row[]): number {
  const mean = meanRow(rows);
  const all = rows.reduce((sum, row) => sum + dot(row, row), 0);
  const own = rows.reduce((sum, row) => sum + row.reduce((s, x, k) => s + (x - mean[k]!) * (x - mean[k]!), 0), 0);
  return all === 0 ? 0 : Math.sqrt(own / all);
}

/** By what factor differences shrink at least in one step of weights: 1 − n times the smallest weight. */
export const contraction = (weights: readonly Row[]): number =>
  1 - weights.length * Math.min(...weights.flatMap((row) => row));

/** The eight points of the figure. */
export const points: readonly Row[] = [
  [1.6, 0.3],
  [1.1, 1.3],
  [0.1, 1.8],
  [-1.2, 1.2],
  [-1.7, -0.2],
  [-0.8, -1.4],
  [0.6, -1.6],
  [0.4, 0.5]
];
