import {whole} from "./check.js";
import {ConfigError, ShapeError, found} from "./errors.js";
import {sum} from "./sum.js";

/** Refuses rows that are not one for each label, or a label that a row does not have. */
function check(where: string, rows: readonly ArrayLike<number>[], labels: ArrayLike<number>): void {
  if (rows.length !== labels.length)
    throw new ShapeError(where, "each row has a label", [found("rows", rows.length), found("labels", labels.length)]);
  if (rows.length === 0) throw new ConfigError(where, "there is at least one prediction", [found("rows", 0)]);
  rows.forEach(({length}, i) => whole(`${where}.labels[${i}]`, labels[i], {least: 0, below: length}));
}

/** Whether fewer than k classes are ahead of the label: those with more, and of equals those with smaller numbers. */
function isAmong(row: ArrayLike<number>, label: number, k: number): boolean {
  const own = row[label]!;
  let ahead = 0;
  for (let i = 0; i < row.length; i++) if (row[i]! > own || (row[i] === own && i < label)) ahead++;
  return own === own && ahead < k; // NaN is ahead of nothing, and never right
}

/**
 * How often the right class is among the k that are thought likeliest, 0 to 1.
 *
 * @param rows - a number for each class: probabilities, logarithms of them, or logits.
 * @param labels - the right class of each row.
 * @param k - 1 unless it is named.
 * @throws ShapeError unless there is a label for each row; ConfigError for no rows, and a label or k that cannot be.
 *
 * @example
 * topKAccuracy([[0.1, 0.9], [0.8, 0.2]], [1, 1]); // 0.5
 */
export function topKAccuracy(rows: readonly ArrayLike<number>[], labels: ArrayLike<number>, k = 1): number {
  check("topKAccuracy", rows, labels);
  whole("topKAccuracy.k", k, {least: 1});
  return rows.filter((row, i) => isAmong(row, labels[i]!, k)).length / rows.length;
}

/**
 * The mean squared distance of probabilities from what was so, Σ (p − onehot)² over the classes: 0 to 2. Like the logarithm, it
 * is least in expectation for whoever says what they believe.
 *
 * @throws as `topKAccuracy`.
 * @see Brier, Verification of Forecasts Expressed in Terms of Probability, 1950.
 */
export function brierScore(rows: readonly ArrayLike<number>[], labels: ArrayLike<number>): number {
  check("brierScore", rows, labels);
  const scores = rows.map((row, i) =>
    sum(Array.from(row, (p, c) => (p - (c === labels[i] ? 1 : 0)) * (p - (c === labels[i] ? 1 : 0))))
  );
  return sum(scores) / rows.length;
}
